/**
 * Editing a meeting. Its topics always fill its length less five minutes for the end: whoever
 * lengthens one shortens the others.
 */
import type { Meeting, Topic } from './meeting';

/** Minutes at the end of a meeting for what was agreed and what comes next. */
export const CLOSING_MINUTES = 5;

/** The minutes that the topics share. */
export function topicMinutes(minutes: number): number {
  return Math.max(0, minutes - CLOSING_MINUTES);
}

/**
 * Whole numbers that add up to `total`, as near to the weights as can be: each unit goes to the
 * share that is furthest below its due, the first of equals. Nobody goes empty while there is
 * enough for all.
 */
function shareOut(total: number, weights: readonly number[]): number[] {
  const count = weights.length;
  const sum = weights.reduce((a, b) => a + b, 0);
  const due = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / count));
  const first: number = total >= count ? 1 : 0;
  const shares = weights.map(() => first);
  for (let left = count === 0 ? 0 : total - first * count; left > 0; left--) {
    const lacks = shares.map((share, index) => (due[index] ?? 0) - share);
    const most = lacks.reduce((best, lack, index) => (lack > (lacks[best] ?? 0) + 1e-9 ? index : best), 0);
    shares[most] = (shares[most] ?? 0) + 1;
  }
  return shares;
}

/** The minutes of topics alike, in fives where fives come out. */
export function evenMinutes(minutes: number, count: number): number[] {
  const total = topicMinutes(minutes);
  const unit = total % 5 === 0 && total / 5 >= count ? 5 : 1;
  return shareOut(total / unit, new Array<number>(count).fill(1)).map((share) => share * unit);
}

function withMinutes(topics: readonly Topic[], minutes: readonly number[]): Topic[] {
  return topics.map((topic, index) => ({ ...topic, minutes: minutes[index] ?? 0 }));
}

/** The meeting with its topics' minutes in the same proportion, adding up. As it was, if they do. */
export function balanceMinutes(meeting: Meeting): Meeting {
  const total = topicMinutes(meeting.minutes);
  const given = meeting.topics.map((topic) => Math.max(0, topic.minutes));
  if (given.reduce((a, b) => a + b, 0) === total) return meeting;
  return { ...meeting, topics: withMinutes(meeting.topics, shareOut(total, given)) };
}

/** The meeting with another length, in minutes within one day; its topics share what there is. */
export function setLength(meeting: Meeting, minutes: number): Meeting {
  return balanceMinutes({ ...meeting, minutes: Math.min(1440, Math.max(0, Math.round(minutes))) });
}

/** One topic's minutes as asked, as far as there are any; the others share the rest. A lone topic has them all. */
export function setMinutes(meeting: Meeting, id: string, minutes: number): Meeting {
  const others = meeting.topics.filter((topic) => topic.id !== id);
  const total = topicMinutes(meeting.minutes);
  if (others.length === meeting.topics.length) return meeting;
  const most = Math.max(0, total - others.length);
  const asked = others.length === 0 ? total : Math.min(most, Math.max(0, Math.round(minutes)));
  const rest = shareOut(
    total - asked,
    others.map((topic) => topic.minutes),
  );
  const shared = new Map(others.map((topic, index) => [topic.id, rest[index] ?? 0]));
  return {
    ...meeting,
    topics: meeting.topics.map((topic) => ({ ...topic, minutes: shared.get(topic.id) ?? asked })),
  };
}

/** What of a topic is typed freely; its minutes have `setMinutes`. */
export type TopicText = Partial<Pick<Topic, 'ask' | 'gives' | 'lead' | 'note'>>;

/** The meeting with other words in one topic; as it was where it has no such topic. */
export function editTopic(meeting: Meeting, id: string, text: TopicText): Meeting {
  return { ...meeting, topics: meeting.topics.map((topic) => (topic.id === id ? { ...topic, ...text } : topic)) };
}

/** The topic at the end, with an even share of the minutes, taken from all the others. */
export function addTopic(meeting: Meeting, topic: Omit<Topic, 'minutes'>): Meeting {
  const share = topicMinutes(meeting.minutes) / (meeting.topics.length + 1);
  const added = { ...meeting, topics: [...meeting.topics, { ...topic, minutes: 0 }] };
  return setMinutes(added, topic.id, share);
}

/** Without the topic; the others take over its minutes. */
export function removeTopic(meeting: Meeting, id: string): Meeting {
  return balanceMinutes({ ...meeting, topics: meeting.topics.filter((topic) => topic.id !== id) });
}

/** The topic at another place, counted from 0; past an end is at the end. */
export function moveTopic(meeting: Meeting, id: string, to: number): Meeting {
  const topic = meeting.topics.find((one) => one.id === id);
  if (!topic) return meeting;
  const others = meeting.topics.filter((one) => one !== topic);
  return { ...meeting, topics: others.toSpliced(Math.max(0, to), 0, topic) };
}
