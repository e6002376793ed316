import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { KeptAnswer } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import type { Question } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { openQuestion, usePanel } from '../../lib/state/panel-store';
import { day } from '../format';
import { StandingMark } from '../Marks';
import { QuestionBody } from '../panel/QuestionBody';
import { factStanding } from './words';

interface FactRowProps {
  view: DealView;
  question: Question;
  answer: KeptAnswer | null;
  /** Whether it stands on the customer's word. */
  stands: boolean;
  word: string;
  today: IsoDay;
}

/** One fact in one line, with what was said of it; it opens in place, with the same editor as in the checklist. */
export function FactRow({ view, question, answer, stands, word, today }: FactRowProps) {
  const isOpen = usePanel((state) => state.open === question.id);
  const body = useId();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const said = answer && [answer.on && day(answer.on, today), answer.quote.trim()].filter(Boolean).join(' · ');
  return (
    <li className={`question${isOpen ? ' open' : ''}`} ref={line}>
      <Button
        className="row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? body : undefined}
        onPress={() => openQuestion(isOpen ? null : question.id)}
      >
        <StandingMark standing={factStanding(answer, stands)} />
        <span className="row-text">
          {question.short}
          {said && !isOpen && (
            <span className="small quiet clamp-1">
              <bdi>{said}</bdi>
            </span>
          )}
        </span>
        <span className="small quiet standing-word">{word}</span>
      </Button>
      {isOpen && (
        <section className="question-body" id={body} aria-label={question.short}>
          <QuestionBody
            view={view}
            question={question}
            term={view.score.terms.find((term) => term.question.id === question.id)}
            today={today}
            withHistory
          />
        </section>
      )}
    </li>
  );
}
