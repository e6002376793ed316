import { useMemo } from 'react';
import { i18n } from '#i18n';
import { type Answer, MAX_TEXT } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import { peopleNamed } from '../../lib/domain/draft-meeting';
import type { QuestionId } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { leave, type } from '../../lib/state/answering';
import { DayField } from './DayField';
import { LineField } from './LineField';

interface EvidenceProps {
  view: DealView;
  question: QuestionId;
  answer: Answer;
  today: IsoDay;
}

/** Who at the customer said or showed it, what exactly, and when. */
export function Evidence({ view, question, answer, today }: EvidenceProps) {
  const { deal } = view;
  const shown = answer.rung === 'shown';
  const names = useMemo(() => {
    const others = Object.entries(view.answers).filter(([id]) => id !== question);
    return peopleNamed(others.map(([, other]) => other));
  }, [view, question]);
  const tooLong = (text: string) =>
    text.length > MAX_TEXT ? i18n.t('panel.answer.tooLong', [String(MAX_TEXT)]) : null;
  const done = () => void leave(deal, question);
  return (
    <div className="evidence">
      <LineField
        label={i18n.t(shown ? 'panel.answer.whoShown' : 'panel.answer.who')}
        value={answer.who}
        offers={names}
        wrong={tooLong(answer.who)}
        onType={(who) => void type(deal, question, { who })}
        onLeave={done}
      />
      <DayField
        label={i18n.t('panel.answer.date')}
        value={answer.evidenceOn}
        max={today}
        tooLate={i18n.t('panel.answer.dateFuture')}
        onType={(evidenceOn) => void type(deal, question, { evidenceOn })}
        onLeave={done}
      />
      <div className="wide">
        <LineField
          label={i18n.t(shown ? 'panel.answer.quoteShown' : 'panel.answer.quote')}
          value={answer.quote}
          wrong={tooLong(answer.quote)}
          onType={(quote) => void type(deal, question, { quote })}
          onLeave={done}
        />
      </div>
    </div>
  );
}
