import { i18n } from '#i18n';
import { valueOffers } from '../../lib/domain/draft-meeting';
import type { Meeting } from '../../lib/domain/meeting';
import type { DealView } from '../../lib/domain/view';
import { Instead } from './Instead';
import { Line } from './Line';
import { People } from './People';
import type { Plan } from './plan';
import { Topics } from './Topics';
import { When } from './When';

/** The agenda as the customer will read it, each line of it to be typed over. */
export function Letter({ view, plan }: { view: DealView; plan: Plan }) {
  const { meeting, leaks, type, leave } = plan;
  const text = (slot: 'purpose' | 'valueGiven') => ({
    label: i18n.t(`meeting.part.${slot}`),
    value: meeting[slot],
    leaks: leaks(meeting[slot]),
    onType: (value: string) => type(slot, (now) => ({ ...now, [slot]: value })),
    onLeave: leave,
  });
  return (
    <div className="letter">
      <Line {...text('purpose')} className="purpose" />
      <Line {...text('valueGiven')} quiet={false} placeholder={i18n.t('meeting.empty.value')} />
      {meeting.valueGiven.trim() === '' && <Instead plan={plan} offers={valueOffers(view.score)} />}
      <When plan={plan} />
      <People view={view} plan={plan} />
      <section className="letter-part" aria-labelledby="letter-topics">
        <h3 className="part" id="letter-topics">
          {i18n.t('meeting.letter.agenda', [String(meeting.minutes)])}
        </h3>
        <Topics view={view} plan={plan} />
      </section>
      <Prepare plan={plan} side="theirs" />
      <Prepare plan={plan} side="ours" />
      <Asked plan={plan} />
    </div>
  );
}

/** What one side brings, a line each. */
function Prepare({ plan, side }: { plan: Plan; side: keyof Meeting['prepare'] }) {
  const { meeting, leaks, type, leave } = plan;
  const value = meeting.prepare[side].join('\n');
  return (
    <Line
      lines
      quiet={false}
      label={i18n.t(`meeting.part.${side}`)}
      value={value}
      placeholder={i18n.t('meeting.empty.theirs')}
      leaks={leaks(value)}
      onType={(typed) =>
        type(`prepare ${side}`, (now) => ({
          ...now,
          prepare: { ...now.prepare, [side]: typed === '' ? [] : typed.split('\n').slice(0, 20) },
        }))
      }
      onLeave={leave}
    />
  );
}

/** The step asked for at the end, and the smaller one, which stays here. */
function Asked({ plan }: { plan: Plan }) {
  const { meeting, leaks, type, leave } = plan;
  const { commitment } = meeting;
  const line = (slot: 'text' | 'fallback') => ({
    value: commitment[slot],
    onType: (value: string) =>
      type(`commitment ${slot}`, (now) => ({ ...now, commitment: { ...now.commitment, [slot]: value } })),
    onLeave: leave,
  });
  return (
    <>
      <Line {...line('text')} quiet={false} label={i18n.t('meeting.part.commitment')} leaks={leaks(commitment.text)} />
      <Line {...line('fallback')} quiet={false} label={i18n.t('meeting.part.fallback')} className="stays" />
    </>
  );
}
