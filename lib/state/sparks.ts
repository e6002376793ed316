/**
 * The small lines of the table: the course of the rows that are on screen, read once all rows are
 * scored and the page has nothing else to do. A row that is scrolled past before that is not read at all.
 */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CoursePoint } from '../domain/course';
import type { DealKey } from '../domain/deal';
import type { ReviewRow } from '../domain/review-row';
import { courses } from './courses';
import { workOut } from './from-logs';
import { useAllScored } from './review';
import { useToday } from './today';

type Wanted = Pick<ReviewRow, 'deal' | 'ops'>;

const wanted = new Map<DealKey, Wanted>();
/** Counts the readings; who shows a line looks again after each. */
const read = createStore<number>()(() => 0);
let asked = false;

/** The course of a deal over the last 90 days; none while it is not read. */
export function useSpark({ deal, ops }: Wanted): readonly CoursePoint[] {
  const { day } = useToday();
  const isTime = useAllScored();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is another course
  useEffect(() => {
    if (!isTime) return;
    wanted.set(deal, { deal, ops });
    ask();
    return () => void wanted.delete(deal);
  }, [deal, ops, day, isTime]);
  return useStore(read, () => courses.kept.get(deal)?.value) ?? NONE;
}

const NONE: readonly CoursePoint[] = [];

function ask(): void {
  if (asked) return;
  asked = true;
  requestIdleCallback(() => void readWanted());
}

async function readWanted(): Promise<void> {
  const rows = [...wanted.values()];
  wanted.clear();
  try {
    await workOut(courses, rows, null, { signal: new AbortController().signal });
    read.setState((count) => count + 1, true);
  } catch {
    // Without its line the number still stands; that nothing can be read is said elsewhere.
  }
  asked = false;
  if (wanted.size > 0) ask();
}
