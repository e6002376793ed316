import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { EVENT } from '../../lib/domain/our-event';
import type { Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { openQuestion, showTab, usePanel } from '../../lib/state/panel-store';
import { OpeningRow } from './OpeningRow';
import { QuestionBody } from './QuestionBody';
import { standingOf, standingWord } from './words';

interface ChecklistRowProps {
  term: Term;
  view: DealView;
  due: boolean;
  today: IsoDay;
}

/** One question in one line; it opens in place, and closes the one that was open. */
export function ChecklistRow({ term, view, due, today }: ChecklistRowProps) {
  const { question } = term;
  const isOpen = usePanel((state) => state.open === question.id);
  const answer = view.answers[question.id];
  const standing = standingOf(term);
  const word =
    due || answer ? standingWord(term, answer, today) : <span className="unseen">{i18n.t('words.mark.open')}</span>;
  return (
    <OpeningRow
      name={question.short}
      standing={standing}
      word={word}
      callsForLook={standing === 'again'}
      isOpen={isOpen}
      onToggle={() => openQuestion(isOpen ? null : question.id)}
    >
      <Fragment key={view.deal}>
        <QuestionBody view={view} question={question} term={due ? term : undefined} today={today} withHistory />
        {question.id === EVENT && (
          <Button className="plain more-facts" onPress={() => showTab('urgency')}>
            {i18n.t('urgency.more')}
          </Button>
        )}
      </Fragment>
    </OpeningRow>
  );
}
