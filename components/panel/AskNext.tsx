import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Playbook, Question, QuestionId } from '../../lib/domain/playbook';
import { questionOf } from '../../lib/domain/playbook';
import type { Score, Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { askAgain, goOn, openQuestion, showInChecklist, stayOn, usePanel } from '../../lib/state/panel-store';
import { QuestionBody } from './QuestionBody';
import { termWhy } from './words';

interface AskNextProps {
  view: DealView;
  playbook: Playbook;
  today: IsoDay;
}

/** The one question to ask next: the largest thing on the panel, unless another is open in the checklist. */
export function AskNext({ view, playbook, today }: AskNextProps) {
  const asked = usePanel((state) => state.asked);
  const open = usePanel((state) => state.open);
  const skipped = usePanel((state) => state.skipped);
  const away = open === null ? skipped : [...skipped, open];
  const stays = asked && asked !== open ? questionOf(playbook, asked) : undefined;
  // The one that is open below is asked again here only when nothing else is.
  const question = stays ?? nextQuestion(view.score, away) ?? nextQuestion(view.score, skipped);
  const answered = question !== undefined && question.id === asked && view.answers[question.id] !== undefined;
  return (
    <section className="ask-next" aria-labelledby="ask-next">
      <h2 className="label-line" id="ask-next">
        {i18n.t('panel.ask.label')}
      </h2>
      {question && open === null && (
        <QuestionBody
          key={question.id}
          view={view}
          question={question}
          term={view.score.terms.find((term) => term.question.id === question.id)}
          today={today}
          onTouch={() => stayOn(question.id)}
        >
          <Button className="plain" onPress={() => goOn(question.id)}>
            {i18n.t(answered ? 'panel.ask.next' : 'panel.ask.skip')}
          </Button>
        </QuestionBody>
      )}
      {question && open !== null && (
        <div className="ask-small">
          <p className="clamp-2">{question.ask}</p>
          <Button className="plain" onPress={() => openQuestion(null)}>
            {i18n.t('panel.ask.back')}
          </Button>
        </div>
      )}
      {!question && <NothingLeft skipped={skipped} />}
      <Quiet view={view} asked={open === null ? question?.id : undefined} today={today} />
    </section>
  );
}

function nextQuestion(score: Score, away: readonly QuestionId[]): Question | undefined {
  if (score.next && !away.includes(score.next.id)) return score.next;
  return score.gaps.find((term) => !term.observed && !away.includes(term.question.id))?.question;
}

function NothingLeft({ skipped }: { skipped: readonly QuestionId[] }) {
  if (skipped.length === 0) {
    return (
      <>
        <p className="ask">{i18n.t('panel.ask.done')}</p>
        <p className="quiet">{i18n.t('panel.ask.doneLong')}</p>
      </>
    );
  }
  return (
    <div className="ask-small">
      <p>{i18n.t('panel.ask.skippedAll')}</p>
      <Button className="button" onPress={askAgain}>
        {i18n.t('panel.ask.again')}
      </Button>
    </div>
  );
}

interface QuietProps {
  view: DealView;
  /** The question that stands above with its answer: nothing of it is said twice. */
  asked: QuestionId | undefined;
  today: IsoDay;
}

/** The weakest and the oldest evidence, one quiet line each; evidence of today is not old. */
function Quiet({ view, asked, today }: QuietProps) {
  const { weakest, oldest } = view.score;
  const isElse = (term: Term) => term.question.id !== asked;
  const weak = weakest?.gap && isElse(weakest) ? weakest : null;
  const old = oldest?.age && isElse(oldest) && oldest !== weakest ? oldest : null;
  if (!weak && !old) return null;
  return (
    <ul className="quiet-lines">
      {weak && <QuietLine label="weakest" term={weak} view={view} today={today} />}
      {old && <QuietLine label="oldest" term={old} view={view} today={today} />}
    </ul>
  );
}

interface QuietLineProps {
  label: 'weakest' | 'oldest';
  term: Term;
  view: DealView;
  today: IsoDay;
}

function QuietLine({ label, term, view, today }: QuietLineProps) {
  const why = termWhy(term, view.answers[term.question.id], today);
  return (
    <li>
      <Button className="row small quiet" onPress={() => showInChecklist(term.question.id)}>
        <span className="row-text">
          <bdi>{i18n.t(`panel.ask.${label}`, [term.question.short, why])}</bdi>
        </span>
      </Button>
    </li>
  );
}
