import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { showInChecklist, showTab } from '../../lib/state/panel-store';
import { points } from '../format';
import { FirmnessRing, StandingMark } from '../Marks';
import { Why } from './Why';
import { standingOf, standingWord, termLine } from './words';

/** Firmness, the call and the gaps; each opens its why. */
export function Standing({ view, today }: { view: DealView; today: IsoDay }) {
  const { score } = view;
  if (Object.keys(view.answers).length === 0) return <Start view={view} today={today} />;
  const firmness =
    score.firmness === null ? i18n.t('words.firmnessNone') : i18n.t('words.firmness', [String(score.firmness)]);
  return (
    <div className="standing">
      <Why className="why-ring" label={firmness} title={firmness} explanation={<Sum view={view} today={today} />}>
        <FirmnessRing firmness={score.firmness} />
      </Why>
      <div className="standing-words">
        <Why
          className={`why-call call-${score.call}`}
          title={i18n.t(`words.call.${score.call}`)}
          explanation={<p>{i18n.t(`words.callWhy.${score.call}`)}</p>}
        >
          {i18n.t(`words.call.${score.call}`)}
        </Why>
        <Why
          className="quiet"
          title={i18n.t('words.gaps', score.gaps.length)}
          explanation={(close) => <Gaps view={view} today={today} onGo={close} />}
        >
          {i18n.t('words.gaps', score.gaps.length)}
        </Why>
      </div>
    </div>
  );
}

/** Nothing is answered yet: what there is to ask, and no zeroes. */
function Start({ view, today }: { view: DealView; today: IsoDay }) {
  const toAsk = i18n.t('panel.start', view.score.gaps.length);
  return (
    <div className="standing">
      <span className="why-ring">
        <FirmnessRing firmness={null} />
      </span>
      <Why className="why-call" title={toAsk} explanation={(close) => <Gaps view={view} today={today} onGo={close} />}>
        {toAsk}
      </Why>
    </div>
  );
}

function Sum({ view, today }: { view: DealView; today: IsoDay }) {
  const { score } = view;
  return (
    <>
      <p>{i18n.t('panel.why.sum')}</p>
      {score.firmness !== null && (
        <p className="total">
          {i18n.t('panel.why.total', [points(score.points), points(score.of), String(score.firmness)])}
        </p>
      )}
      <ul className="terms">
        {score.terms.map((term) => (
          <li key={term.question.id}>
            <StandingMark standing={standingOf(term)} />
            <span>
              {term.question.short}
              <span className="small quiet block">
                <bdi>{termLine(term, view.answers[term.question.id], today)}</bdi>
              </span>
            </span>
          </li>
        ))}
      </ul>
      {view.phase !== 'closed' && <p className="small quiet">{i18n.t('panel.why.early')}</p>}
    </>
  );
}

function Gaps({ view, today, onGo }: { view: DealView; today: IsoDay; onGo: () => void }) {
  const { gaps } = view.score;
  if (gaps.length === 0) return <p>{i18n.t('panel.why.noGaps')}</p>;
  return (
    <>
      <p>{i18n.t('panel.why.gaps')}</p>
      <ul className="gap-list">
        {gaps.map((term) => (
          <li key={term.question.id}>
            <GapRow term={term} word={standingWord(term, view.answers[term.question.id], today)} onGo={onGo} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A gap that can be answered leads to its question; what is only observed, to where it is done. */
function GapRow({ term, word, onGo }: { term: Term; word: string; onGo: () => void }) {
  const line = (
    <>
      <StandingMark standing={standingOf(term)} />
      <span className="row-text">{term.question.short}</span>
      <span className="small quiet">{word}</span>
    </>
  );
  const go = () => {
    onGo();
    if (!term.observed) showInChecklist(term.question.id);
    else showTab(term.question.id === 'promises.kept' ? 'deal' : 'agenda');
  };
  return (
    <Button className="row" onPress={go}>
      {line}
    </Button>
  );
}
