import type { KeptAnswer } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import type { Question } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { openQuestion, usePanel } from '../../lib/state/panel-store';
import { day } from '../format';
import { OpeningRow } from '../panel/OpeningRow';
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
  const said = answer && [answer.on && day(answer.on, today), answer.quote.trim()].filter(Boolean).join(' · ');
  return (
    <OpeningRow
      name={question.short}
      standing={factStanding(answer, stands)}
      more={
        said &&
        !isOpen && (
          <span className="small quiet clamp-1">
            <bdi>{said}</bdi>
          </span>
        )
      }
      word={word}
      isOpen={isOpen}
      onToggle={() => openQuestion(isOpen ? null : question.id)}
    >
      <QuestionBody
        view={view}
        question={question}
        term={view.score.terms.find((term) => term.question.id === question.id)}
        today={today}
        withHistory
      />
    </OpeningRow>
  );
}
