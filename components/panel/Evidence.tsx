import { useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { type Answer, MAX_TEXT } from '../../lib/domain/answer';
import { type IsoDay, isDay } from '../../lib/domain/day';
import type { QuestionId } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { change, leave, type } from '../../lib/state/answering';
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
  const names = useMemo(() => namesIn(view, question), [view, question]);
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
      <EvidenceDay
        key={answer.evidenceOn}
        value={answer.evidenceOn}
        today={today}
        onChange={(evidenceOn) => void change(deal, question, { evidenceOn })}
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

interface EvidenceDayProps {
  value: IsoDay;
  today: IsoDay;
  onChange: (day: IsoDay) => void;
}

/** The day that the evidence is from; a day to come is refused, in words. */
function EvidenceDay({ value, today, onChange }: EvidenceDayProps) {
  const [text, setText] = useState(value);
  const ahead = isDay(text) && text > today;
  return (
    <LineField
      type="date"
      label={i18n.t('panel.answer.date')}
      value={text}
      max={today}
      wrong={ahead ? i18n.t('panel.answer.dateFuture') : null}
      onType={setText}
      onLeave={() => {
        if (isDay(text) && !ahead && text !== value) onChange(text);
        else if (!isDay(text)) setText(value);
      }}
    />
  );
}

/** The names that other answers of this deal know, for the line "who". */
function namesIn(view: DealView, question: QuestionId): string[] {
  const others = Object.entries(view.answers).filter(([id]) => id !== question);
  return [...new Set(others.map(([, answer]) => answer.who.trim()).filter(Boolean))].sort();
}
