import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { addDays, dayOf, type IsoDay } from '../../lib/domain/day';
import { CHOICES, DECISION_KEY, type Decision, lacksOf } from '../../lib/domain/decision';
import type { DealView } from '../../lib/domain/view';
import { decide, useDeciding } from '../../lib/state/decisions';
import { useDraftLine } from '../../lib/state/draft-line';
import { useToday } from '../../lib/state/today';
import { instant } from '../format';
import { Choice } from '../panel/Choice';
import { KnowBy } from '../panel/KnowBy';
import { LineField } from '../panel/LineField';
import { SavedMark } from '../panel/SavedMark';
import { Criteria } from './Criteria';

/** A day that one click takes: a quarter from today. */
const LATER_DAYS = 91;

/** Continue, recycle or stop: by criteria that were written before, decided by the seller. */
export function DecisionBlock({ view, today }: { view: DealView; today: IsoDay }) {
  const deciding = useDeciding(view, today);
  const { offset } = useToday();
  if (!deciding) return null;
  const { deal } = view;
  const { decision, call } = deciding;
  const set = (change: Partial<Decision>) => decide(deal, change);
  return (
    <section aria-labelledby="decision">
      <h3 id="decision">{i18n.t('decision.heading')}</h3>
      <Criteria view={view} criteria={deciding.criteria} today={today} />
      {call && <p className="note strong">{i18n.t(`decision.called.${call}`)}</p>}
      <Choice
        label={i18n.t('decision.decide')}
        options={CHOICES.map((value) => ({ value, text: i18n.t(`decision.choice.${value}`) }))}
        value={decision?.choice ?? null}
        onChange={(choice) => void set({ choice })}
      />
      {decision && (
        <>
          {decision.choice === 'recycle' && (
            <>
              <DecisionLine
                view={view}
                field="trigger"
                kept={decision.trigger}
                onKeep={(trigger) => set({ trigger })}
              />
              <KnowBy
                label={i18n.t('decision.on')}
                value={decision.on}
                earliest={today}
                offered={addDays(today, LATER_DAYS)}
                onChange={(on) => void set({ on })}
              />
            </>
          )}
          {decision.choice === 'stop' && (
            <DecisionLine view={view} field="reason" kept={decision.reason} onKeep={(reason) => set({ reason })} />
          )}
          <ul className="small look">
            {lacksOf(decision, dayOf(decision.decidedAt, offset)).map((lack) => (
              <li key={lack}>{i18n.t(`decision.lack.${lack}`)}</li>
            ))}
          </ul>
          {decision.choice !== 'continue' && <p>{i18n.t(`decision.honour.${decision.choice}`)}</p>}
          <p className="small quiet">{i18n.t('decision.decidedAt', [instant(decision.decidedAt)])}</p>
        </>
      )}
      <SavedMark deal={deal} of={DECISION_KEY} />
    </section>
  );
}

interface DecisionLineProps {
  view: DealView;
  field: 'trigger' | 'reason';
  kept: string;
  onKeep: (text: string) => Promise<boolean>;
}

/** What would bring it back, or why it stops. */
function DecisionLine({ view, field, kept, onKeep }: DecisionLineProps) {
  const { text, type, done } = useDraftLine(view.deal, `${DECISION_KEY}:${field}`, kept);
  const isTooLong = text.length > MAX_TEXT;
  const leave = async () => {
    if (isTooLong) return;
    if (text === kept || (await onKeep(text))) done();
  };
  return (
    <LineField
      label={i18n.t(`decision.${field}`)}
      value={text}
      wrong={isTooLong ? i18n.t('panel.answer.tooLong', [String(MAX_TEXT)]) : null}
      onType={type}
      onLeave={() => void leave()}
    />
  );
}
