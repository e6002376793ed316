import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { type Instant, MINUTE_MS } from '../../lib/domain/day';
import { endOf, type Meeting, startOf, stateOf } from '../../lib/domain/meeting';
import { editTopic } from '../../lib/domain/meeting-edit';
import { meetingKey } from '../../lib/domain/meeting-log';
import type { DealView } from '../../lib/domain/view';
import { useEdited } from '../../lib/state/meeting';
import { closeMeetingScreen, openMeetingScreen } from '../../lib/state/meeting-screen';
import { useNow } from '../../lib/state/now';
import { clockTime } from '../format';
import { SavedMark } from '../panel/SavedMark';
import { Line } from './Line';
import { planOf } from './plan';
import { ScreenHead } from './ScreenHead';
import { take } from './Steps';

/** So long before its time a meeting may begin, and so long after it, and still be on its own clock. */
const AROUND_MS = 20 * MINUTE_MS;

/** For during the meeting: the topics, the time, a place to note what they say. Nothing else. */
export function DuringMeeting({ view, kept }: { view: DealView; kept: Meeting }) {
  const { deal } = view;
  const base = view.meetings.find(({ id }) => id === kept.id) ?? kept;
  const { meeting } = useEdited(deal, base);
  const plan = planOf(deal, base, meeting, () => []);
  const now = useNow();
  const [opened] = useState(now);
  const begin = beginOf(meeting, opened);
  const ends = meeting.topics.map((_, index) => begin + minutesUpTo(meeting, index) * MINUTE_MS);
  const present = ends.findIndex((end) => now < end);
  const end = () => {
    plan.leave();
    if (stateOf(meeting) !== 'held') take(plan, 'held', '', Date.now());
    openMeetingScreen({ deal, kind: 'telling', meeting: base });
  };
  return (
    <section className="quiet-screen" aria-labelledby="during">
      <ScreenHead id="during" title={meeting.purpose || i18n.t('meeting.mode.title')}>
        <p className="quiet" role="timer">
          {timeLeft(begin, begin + meeting.minutes * MINUTE_MS, now)}
        </p>
      </ScreenHead>
      <div className="during">
        <ol>
          {meeting.topics.map((topic, index) => (
            <li
              key={topic.id}
              className={index === present && now >= begin ? 'present' : ''}
              aria-current={index === present && now >= begin ? 'step' : undefined}
            >
              <p className="during-ask">{topic.ask}</p>
              <p className="small quiet">
                {i18n.t('meeting.mode.until', [clockTime(ends[index] ?? begin, meeting.zone)])}
              </p>
              <Line
                lines
                className="during-note"
                label={i18n.t('meeting.mode.note', [String(index + 1)])}
                placeholder={i18n.t('meeting.mode.placeholder')}
                value={topic.note}
                maxLength={MAX_TEXT}
                onType={(note) => plan.type(`topic ${topic.id} note`, (one) => editTopic(one, topic.id, { note }))}
                onLeave={plan.leave}
              />
            </li>
          ))}
        </ol>
        {/* Not among the buttons: it comes when a note is left, and would move them from under the pointer. */}
        <SavedMark deal={deal} of={meetingKey(meeting.id)} />
      </div>
      <footer className="screen-foot">
        <Button className="button first" onPress={end}>
          {i18n.t('meeting.mode.end')}
        </Button>
        <Button className="plain" onPress={closeMeetingScreen}>
          {i18n.t('meeting.mode.back')}
        </Button>
      </footer>
    </section>
  );
}

/** When it began: at its time, or when this screen was opened, where that is another. */
function beginOf(meeting: Meeting, opened: Instant): Instant {
  const [start, end] = [startOf(meeting), endOf(meeting)];
  if (start === null || end === null || meeting.when?.kind !== 'at') return opened;
  return opened > start - AROUND_MS && opened < end + AROUND_MS ? start : opened;
}

function minutesUpTo({ topics }: Meeting, index: number): number {
  return topics.slice(0, index + 1).reduce((sum, { minutes }) => sum + minutes, 0);
}

function timeLeft(begin: Instant, end: Instant, now: Instant): string {
  const minutes = (until: Instant) => Math.ceil((until - now) / MINUTE_MS);
  if (now < begin) return i18n.t('meeting.mode.before', minutes(begin));
  return now < end ? i18n.t('meeting.mode.left', minutes(end)) : i18n.t('meeting.mode.over');
}
