/** What changed in an agenda since it was sent: what the customer added, moved, or took out. */
import { agreedAt, type Meeting, type Topic } from './meeting';

/** One thing that is otherwise than before, in facts; the words are the screen's. */
export type MeetingChange =
  | { code: 'topicAdded' | 'topicRemoved'; topic: string; ask: string }
  | { code: 'topicReworded'; topic: string; from: string; to: string }
  | { code: 'topicMinutes'; topic: string; ask: string; from: number; to: number }
  | { code: 'topicsReordered' }
  | { code: 'when' }
  | { code: 'length'; from: number; to: number }
  | { code: 'purpose' | 'valueGiven' | 'commitment'; from: string; to: string }
  | { code: 'theirsAdded' | 'theirsRemoved' | 'oursAdded' | 'oursRemoved'; text: string };

/** The meeting as it stood when its agenda last left, from its revisions, newest first. */
export function asSent(revisions: readonly Meeting[]): Meeting | null {
  const last = revisions[0]?.shared.findLast(({ what }) => what === 'agenda');
  return (last && revisions.findLast(({ shared }) => shared.some(({ at }) => at === last.at))) ?? null;
}

/** The meeting as it stood when it was agreed, from its revisions, newest first; `null` while it is not. */
export function asAgreed(revisions: readonly Meeting[]): Meeting | null {
  const at = revisions[0] ? agreedAt(revisions[0]) : null;
  return (at !== null && revisions.findLast((meeting) => agreedAt(meeting) === at)) || null;
}

/** In the order in which an agenda is read. Nothing changed: an empty list. */
export function changesBetween(before: Meeting, after: Meeting): MeetingChange[] {
  return [
    ...texts(before, after),
    ...(JSON.stringify(before.when) === JSON.stringify(after.when) && before.zone === after.zone
      ? []
      : [{ code: 'when' } as const]),
    ...(before.minutes === after.minutes ? [] : [{ code: 'length', from: before.minutes, to: after.minutes } as const]),
    ...topics(before.topics, after.topics),
    ...lines(before.prepare.ours, after.prepare.ours, 'oursAdded', 'oursRemoved'),
    ...lines(before.prepare.theirs, after.prepare.theirs, 'theirsAdded', 'theirsRemoved'),
  ];
}

function texts(before: Meeting, after: Meeting): MeetingChange[] {
  const pairs = [
    ['purpose', before.purpose, after.purpose],
    ['valueGiven', before.valueGiven, after.valueGiven],
    ['commitment', before.commitment.text, after.commitment.text],
  ] as const;
  return pairs.flatMap(([code, from, to]) => (from === to ? [] : [{ code, from, to }]));
}

function topics(before: readonly Topic[], after: readonly Topic[]): MeetingChange[] {
  const was = new Map(before.map((topic) => [topic.id, topic]));
  const is = new Map(after.map((topic) => [topic.id, topic]));
  const stayed = (list: readonly Topic[]) => list.map(({ id }) => id).filter((id) => was.has(id) && is.has(id));
  return [
    ...after.flatMap((topic) => oneTopic(was.get(topic.id), topic)),
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id, ask }): MeetingChange => ({ code: 'topicRemoved', topic: id, ask })),
    ...(stayed(before).join() === stayed(after).join() ? [] : [{ code: 'topicsReordered' } as const]),
  ];
}

function oneTopic(was: Topic | undefined, is: Topic): MeetingChange[] {
  if (!was) return [{ code: 'topicAdded', topic: is.id, ask: is.ask }];
  const changes: MeetingChange[] = [];
  if (was.ask !== is.ask) changes.push({ code: 'topicReworded', topic: is.id, from: was.ask, to: is.ask });
  if (was.minutes !== is.minutes)
    changes.push({ code: 'topicMinutes', topic: is.id, ask: is.ask, from: was.minutes, to: is.minutes });
  return changes;
}

function lines<Added extends 'oursAdded' | 'theirsAdded', Removed extends 'oursRemoved' | 'theirsRemoved'>(
  before: readonly string[],
  after: readonly string[],
  added: Added,
  removed: Removed,
): MeetingChange[] {
  return [
    ...after.filter((text) => !before.includes(text)).map((text) => ({ code: added, text })),
    ...before.filter((text) => !after.includes(text)).map((text) => ({ code: removed, text })),
  ];
}
