import { useState } from 'react';
import { Button, Input, NumberField } from 'react-aria-components';
import { i18n } from '#i18n';
import { isDay } from '../../lib/domain/day';
import type { When as MeetingWhen } from '../../lib/domain/meeting';
import { setLength } from '../../lib/domain/meeting-edit';
import { instantOf, isZone } from '../../lib/domain/zone';
import { wallOf } from '../../lib/state/debriefing';
import { LineField } from '../panel/LineField';
import type { Plan } from './plan';
import { timeWords } from './words';

/** When it is and how long it takes: a line to read, which opens to fields. */
export function When({ plan }: { plan: Plan }) {
  const { meeting } = plan;
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button className="fact" aria-expanded={open} onPress={() => setOpen(!open)}>
        <span className="part">{i18n.t('meeting.part.when')}</span>
        <span className={meeting.when ? '' : 'quiet'}>{timeWords(meeting)}</span>
      </Button>
      {open && <WhenFields plan={plan} />}
    </div>
  );
}

function WhenFields({ plan }: { plan: Plan }) {
  const { meeting, change } = plan;
  const wall = wallOf(meeting);
  const [day, setDay] = useState(wall.day);
  const [time, setTime] = useState(wall.time);
  const [zone, setZone] = useState(meeting.zone);
  const keep = (next: { day: string; time: string; zone: string }) => {
    const given = whenOf(next);
    if (given !== undefined) change('when', (now) => ({ ...now, when: given, zone: next.zone }));
  };
  return (
    <div className="when-fields">
      <LineField
        type="date"
        label={i18n.t('meeting.day')}
        value={day}
        autoFocus
        onType={setDay}
        onLeave={() => keep({ day, time, zone: meeting.zone })}
      />
      <LineField
        type="time"
        label={i18n.t('meeting.time')}
        value={time}
        onType={setTime}
        onLeave={() => keep({ day, time, zone: meeting.zone })}
      />
      <NumberField
        className="field"
        aria-label={i18n.t('meeting.length')}
        value={meeting.minutes}
        minValue={5}
        maxValue={1440}
        step={5}
        onChange={(minutes) => change('length', (now) => setLength(now, minutes))}
      >
        <span className="label" aria-hidden>
          {i18n.t('meeting.topic.minutes')}
        </span>
        <Input className="input" />
      </NumberField>
      <LineField
        label={i18n.t('meeting.zone')}
        value={zone}
        offers={Intl.supportedValuesOf('timeZone')}
        wrong={isZone(zone) ? null : i18n.t('meeting.zoneWrong')}
        onType={setZone}
        onLeave={() => isZone(zone) && keep({ day, time, zone })}
      />
    </div>
  );
}

/** What the fields say; `undefined` while they say nothing whole. */
function whenOf({ day, time, zone }: { day: string; time: string; zone: string }): MeetingWhen | null | undefined {
  if (day === '') return null;
  if (!isDay(day)) return undefined;
  return time === '' ? { kind: 'day', day } : { kind: 'at', at: instantOf({ day, time }, zone) };
}
