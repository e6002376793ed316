import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { fromCustomer } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import type { Question } from '../../lib/domain/playbook';
import type { Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { confirm } from '../../lib/state/answering';
import { AnswerEditor } from './AnswerEditor';
import { GivenAnswer } from './GivenAnswer';
import { GivenBy } from './GivenBy';
import { GivenOn } from './GivenOn';
import { History } from './History';
import { Offered } from './Offered';
import { useReading } from './reading';
import { sightingWords } from './words';

interface QuestionBodyProps {
  view: DealView;
  question: Question;
  /** How it stands; absent while it is not due. */
  term: Term | undefined;
  today: IsoDay;
  onTouch?: () => void;
  /** Whether its history can be looked at. */
  withHistory?: boolean;
  /** The way on, at the end of the last line. */
  children?: ReactNode;
}

/** One question in full: in the customer's words, the statement behind it, its answer, why it is asked and what proves it. */
export function QuestionBody({ view, question, term, today, onTouch, withHistory, children }: QuestionBodyProps) {
  const [open, setOpen] = useState<'why' | 'proof' | null>(null);
  const isReading = useReading();
  const detail = useId();
  const toggle = (which: 'why' | 'proof') => (
    <Button
      className="plain"
      aria-expanded={open === which}
      aria-controls={open === which ? detail : undefined}
      onPress={() => setOpen(open === which ? null : which)}
    >
      {i18n.t(`panel.ask.${which}`)}
    </Button>
  );
  const ways = (
    <div className="ways">
      {children}
      {toggle('why')}
      {toggle('proof')}
    </div>
  );
  return (
    <>
      <p className="ask">{question.ask}</p>
      <p>{question.prompt}</p>
      {isReading && <GivenAnswer answer={view.answers[question.id]} today={today} />}
      {!isReading && term && <StillTrue view={view} term={term} onTouch={onTouch} />}
      {!isReading && !view.answers[question.id] && (
        <Offered view={view} question={question} today={today} onTouch={onTouch} />
      )}
      {isReading ? (
        ways
      ) : (
        <AnswerEditor view={view} question={question.id} today={today} onTouch={onTouch}>
          {ways}
        </AnswerEditor>
      )}
      {open && (
        <p className="detail" id={detail}>
          {question[open]}
        </p>
      )}
      <GivenBy view={view} question={question.id} />
      <GivenOn view={view} question={question.id} />
      {withHistory && view.answers[question.id] && <History view={view} question={question.id} today={today} />}
    </>
  );
}

/** Something happened since the evidence, or it grew old: one click says that it still holds. */
function StillTrue({ view, term, onTouch }: { view: DealView; term: Term; onTouch?: () => void }) {
  const answer = view.answers[term.question.id];
  if (!answer || !fromCustomer(answer.rung)) return null;
  if (term.gap !== 'recheck' && term.gap !== 'stale') return null;
  const age = term.age ?? 0;
  return (
    <div className="note">
      <p>
        {term.recheck && term.gap === 'recheck'
          ? i18n.t('panel.answer.stillWhy', [sightingWords(term.recheck)])
          : i18n.t('panel.answer.stillStale', age, [String(age)])}
      </p>
      <Button
        className="button"
        onPress={() => {
          onTouch?.();
          void confirm(view.deal, term.question.id);
        }}
      >
        {i18n.t('panel.answer.stillYes')}
      </Button>
    </div>
  );
}
