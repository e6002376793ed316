/** Meetings and promises for tests: a whole value, of which a test names what it is about. */
import { COMMITMENT_WORDS } from '../../lib/domain/commitment';
import type { Instant } from '../../lib/domain/day';
import type { Meeting, MeetingState, Topic } from '../../lib/domain/meeting';
import type { KeptPromise } from '../../lib/domain/promise';

export const START: Instant = Date.UTC(2026, 11, 1, 9);
export const HOUR = 3_600_000;

export function topic(id: string, changes: Partial<Topic> = {}): Topic {
  return {
    id,
    question: 'urgency.cost',
    ask: 'What does each month of the present way cost you?',
    gives: 'A sum to hold every offer against',
    minutes: 10,
    lead: 'them',
    note: '',
    ...changes,
  };
}

export function meeting(changes: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1',
    purpose: 'Find out together whether this is worth your time and ours.',
    valueGiven: 'How others with the same problem went about it',
    when: { kind: 'at', at: START },
    zone: 'Europe/Berlin',
    minutes: 30,
    attendees: [{ name: 'Ana Ruiz', email: 'ana@acme.example', side: 'them' }],
    topics: [topic('t1'), topic('t2', { question: 'buying.path', ask: 'Last time, what happened?', minutes: 15 })],
    prepare: { ours: ['A first sum'], theirs: ['Your numbers'] },
    commitment: { rung: 'change', text: COMMITMENT_WORDS.change, fallback: COMMITMENT_WORDS.explore },
    steps: [],
    shared: [],
    debrief: null,
    ...changes,
  };
}

/** Steps taken by us, the given hours before the start. */
export function steps(...taken: [state: MeetingState, hoursBefore: number][]): Pick<Meeting, 'steps'> {
  return { steps: taken.map(([state, hours]) => ({ state, who: 'Ana Ruiz', at: START - hours * HOUR })) };
}

let count = 0;

export function promise(changes: Partial<KeptPromise> = {}): KeptPromise {
  count += 1;
  return {
    id: `p${count}`,
    side: 'us',
    who: 'Jo',
    what: 'send the draft',
    due: '2026-11-20',
    state: 'open',
    closedOn: null,
    meeting: null,
    at: Date.UTC(2026, 10, 10),
    ...changes,
  };
}
