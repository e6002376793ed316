import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { EVENT } from '../../lib/domain/our-event';
import type { Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { openQuestion, showTab, usePanel } from '../../lib/state/panel-store';
import { StandingMark } from '../Marks';
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
  const body = useId();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li className={`question${isOpen ? ' open' : ''}`} ref={line}>
      <Button
        className="row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? body : undefined}
        onPress={() => openQuestion(isOpen ? null : question.id)}
      >
        <StandingMark standing={standing} />
        <span className="row-text">{question.short}</span>
        <span className={`small standing-word ${standing === 'again' ? 'look' : 'quiet'}`}>
          {due || answer ? (
            standingWord(term, answer, today)
          ) : (
            <span className="unseen">{i18n.t('words.mark.open')}</span>
          )}
        </span>
      </Button>
      {isOpen && (
        <section key={view.deal} className="question-body" id={body} aria-label={question.short}>
          <QuestionBody view={view} question={question} term={due ? term : undefined} today={today} withHistory />
          {question.id === EVENT && (
            <Button className="plain more-facts" onPress={() => showTab('urgency')}>
              {i18n.t('urgency.more')}
            </Button>
          )}
        </section>
      )}
    </li>
  );
}
