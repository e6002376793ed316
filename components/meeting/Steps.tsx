import { useState } from 'react';
import { Button, MenuItem } from 'react-aria-components';
import { i18n } from '#i18n';
import { type IsoDay, isDay } from '../../lib/domain/day';
import { agreed24, type Meeting, type MeetingState, stateOf } from '../../lib/domain/meeting';
import { moveMeeting, nextStates } from '../../lib/domain/meeting-state';
import { instantOf } from '../../lib/domain/zone';
import { useToday } from '../../lib/state/today';
import { instant } from '../format';
import { MoreMenu } from '../MoreMenu';
import { LineField } from '../panel/LineField';
import type { Plan } from './plan';
import { theirNames } from './words';

/** The five steps; a change by the customer is a turn on the way, and a cancelled meeting has left it. */
const STEPS = ['draft', 'sent', 'agreed', 'held', 'debriefed'] as const;

/** How far the meeting is, who took it there, and what may come next. */
export function Steps({ plan, onMeet }: { plan: Plan; onMeet: () => void }) {
  const { meeting } = plan;
  const [asking, setAsking] = useState<'agreed' | 'changed' | null>(null);
  const state = stateOf(meeting);
  const next = nextStates(meeting);
  return (
    <section className="meeting-state" aria-label={i18n.t('meeting.step.list')}>
      <StepLine state={state} />
      <div className="state-line">
        <p className="small quiet">{stateWords(meeting)}</p>
        {(['agreed', 'changed'] as const)
          .filter((to) => next.includes(to))
          .map((to) => (
            <Button key={to} className="button" aria-expanded={asking === to} onPress={() => setAsking(to)}>
              {i18n.t(`meeting.move.${to}`)}
            </Button>
          ))}
        <MoreMenu
          label={i18n.t('meeting.move.open')}
          onAction={(key) => (key === 'meet' ? onMeet() : take(plan, key as MeetingState, '', Date.now()))}
        >
          <MenuItem className="menu-item" id="meet">
            {i18n.t('meeting.move.meet')}
          </MenuItem>
          <MenuItem className="menu-item" id="held">
            {i18n.t('meeting.move.held')}
          </MenuItem>
          <MenuItem className="menu-item" id="cancelled">
            {i18n.t('meeting.move.cancel')}
          </MenuItem>
        </MoreMenu>
      </div>
      {asking && <Who key={asking} plan={plan} to={asking} onDone={() => setAsking(null)} />}
    </section>
  );
}

function StepLine({ state }: { state: MeetingState }) {
  const at = STEPS.indexOf(state === 'changed' ? 'sent' : state === 'cancelled' ? 'draft' : state);
  return (
    <ol className="steps-line">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'done' : index === at ? 'now' : ''}
          aria-current={index === at ? 'step' : undefined}
        >
          {i18n.t(`meeting.step.${step}`)}
          {index < at && <span className="unseen"> ({i18n.t('meeting.step.done')})</span>}
        </li>
      ))}
    </ol>
  );
}

/** Who agreed or changed it, and on which day: offered, and one click to keep. */
function Who({ plan, to, onDone }: { plan: Plan; to: 'agreed' | 'changed'; onDone: () => void }) {
  const { meeting } = plan;
  const today = useToday();
  const names = theirNames(meeting.attendees);
  const [who, setWho] = useState(names[0] ?? '');
  const [day, setDay] = useState<IsoDay>(today.day);
  const keep = () => {
    const at = day === today.day || !isDay(day) ? Date.now() : instantOf({ day, time: '12:00' }, meeting.zone);
    take(plan, to, who.trim(), at);
    onDone();
  };
  return (
    <form
      className="state-who"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <LineField label={i18n.t('meeting.move.who')} value={who} offers={names} autoFocus onType={setWho} />
      <LineField type="date" label={i18n.t('meeting.move.day')} value={day} max={today.day} onType={setDay} />
      <Button className="button first" type="submit">
        {i18n.t('meeting.move.keep')}
      </Button>
    </form>
  );
}

/** Takes a step, unless it was taken already or cannot be. */
export function take(plan: Plan, to: MeetingState, who: string, at: number): void {
  plan.change(`step ${at}`, (now) => {
    const moved = now.steps.some((step) => step.at === at && step.state === to)
      ? null
      : moveMeeting(now, to, { who, at });
    return moved?.ok ? moved.meeting : now;
  });
}

function stateWords(meeting: Meeting): string {
  const last = meeting.steps.at(-1);
  const state = stateOf(meeting);
  if (!last || state === 'draft' || state === 'held' || state === 'debriefed') return i18n.t('meeting.state.draft');
  const when = instant(last.at);
  if (state === 'sent' || state === 'cancelled') return i18n.t(`meeting.state.${state}`, [when]);
  const who = last.who === '' ? i18n.t('meeting.state.them') : last.who;
  if (state === 'changed') return i18n.t('meeting.state.changed', [who, when]);
  return i18n.t(agreed24(meeting) ? 'meeting.state.agreedEarly' : 'meeting.state.agreed', [who, when]);
}
