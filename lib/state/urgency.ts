/** Urgency as the panel shows it: the four facts, what the dates say, and the questions that ask for them. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { IsoDay } from '../domain/day';
import type { DealKey } from '../domain/deal';
import { dayOfMeeting, stateOf } from '../domain/meeting';
import { answerKey } from '../domain/op';
import { type Playbook, type Question, type QuestionId, questionOf } from '../domain/playbook';
import { type EventDay, eventDays } from '../domain/slip';
import { knowByDays, type Mark, timeline } from '../domain/timeline';
import { factQuestion, readUrgency, type Urgency } from '../domain/urgency';
import type { DealView } from '../domain/view';
import { urgencyHolds } from '../playbooks/urgency-holds';
import { urgencyOnly } from '../playbooks/urgency-only';
import { historyOf } from '../storage/history';
import { readSellers } from '../storage/whose';
import { useToday } from './today';

/** Urgency with its days on one line. */
export interface ShownUrgency extends Urgency {
  marks: Mark[];
}

const NO_HISTORY: readonly EventDay[] = [];

/** The urgency of a deal on the screen. */
export function useUrgency(view: DealView): ShownUrgency {
  const today = useToday().day;
  const history = useLiveQuery(async () => readDays(view.deal), [view.deal]) ?? NO_HISTORY;
  return useMemo(() => {
    const { answers, phase, facts } = view;
    const urgency = readUrgency({ answers, phase, history, closeDate: facts.closeDate, today });
    const marks = timeline({
      today,
      event: urgency.day,
      closeDate: facts.closeDate?.value ?? null,
      meetings: meetingsAhead(view, today),
      knowBy: knowByDays(answers),
    });
    return { ...urgency, marks };
  }, [view, history, today]);
}

/** The days of the meetings that are still to come; those of long ago would leave the line no room. */
function meetingsAhead({ meetings }: DealView, today: IsoDay): IsoDay[] {
  const days = meetings.filter((meeting) => stateOf(meeting) !== 'cancelled').map(dayOfMeeting);
  return [...new Set(days)].filter((day) => day !== null).filter((day) => day >= today);
}

/** Which day was held to be theirs, from when on; nothing where it cannot be read, which is said where the deal is shown. */
async function readDays(deal: DealKey): Promise<readonly EventDay[]> {
  try {
    const keys = [factQuestion('date'), factQuestion('event')].map(answerKey);
    const [whose, ...ops] = await Promise.all([readSellers(deal), ...keys.map((key) => historyOf(deal, key))]);
    return eventDays(ops.flat(), whose);
  } catch {
    return NO_HISTORY;
  }
}

/** A question by its id: the deal's own playbook's, else the one that the urgency tab asks. */
export function questionAsked(playbook: Playbook, id: QuestionId): Question | undefined {
  return questionOf(playbook, id) ?? questionOf(urgencyOnly, id) ?? (id === urgencyHolds.id ? urgencyHolds : undefined);
}
