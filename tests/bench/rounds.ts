/** Rounds: every variant once in each, in an order drawn anew, each visit in a new browser on a copy of its profile. */
import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession, type Session } from '../e2e/session.ts';
import { idle, withForeignCpu } from './machine.ts';
import { randomFrom, shuffled } from './stats.ts';
import type { Figures, Visits } from './table.ts';

/** A visit during which others kept more than this share of a core busy is dropped. */
const FOREIGN_CORES = 0.25;
/** How often a dropped visit is tried again: for one place in a round, and in a whole run per round. */
const RETRIES = 2;
const SPARE = 2;

/** What a visit starts from. */
export interface Start {
  name: string;
  extension: string;
  /** A profile with a full database; `null`: an empty one. */
  profile: string | null;
}

interface Plan<V extends Start> {
  variants: readonly V[];
  visit: (session: Session, variant: V) => Promise<Figures>;
  rounds: number;
  seed: number;
  /** Where profiles are copied to. */
  work: string;
  /** What Chromium is started with. */
  args?: string[];
  /** Keeps what was measured while others worked, on a machine that is never idle: the report says how busy it was. */
  busy?: boolean;
}

export interface Measured {
  visits: ReadonlyMap<string, Visits>;
  /** Visits that were thrown away, and visits that broke off. */
  dropped: number;
  failed: number;
  /** The version of the browser. */
  browser: string;
  /** The most cores that others kept busy in a visit that counts; `null` where the system does not say. */
  foreign: number | null;
}

export async function measureRounds<V extends Start>(plan: Plan<V>): Promise<Measured> {
  const { variants, rounds, seed, busy = false } = plan;
  const random = randomFrom(seed);
  const visits = new Map(variants.map(({ name }) => [name, [] as (Figures | undefined)[]]));
  const measured = { visits, dropped: 0, failed: 0, browser: '', foreign: null as number | null };
  const started = performance.now();
  let spare = SPARE * rounds;
  const once = async (variant: V): Promise<Figures | undefined> => {
    try {
      const { result, foreign, browser } = await fresh(plan, variant);
      measured.browser = browser;
      if (foreign === null) return result;
      if (foreign <= FOREIGN_CORES || busy) {
        measured.foreign = Math.max(foreign, measured.foreign ?? 0);
        return result;
      }
      measured.dropped += 1;
    } catch (error) {
      measured.failed += 1;
      console.error(error instanceof Error ? error.message : error);
    }
  };
  for (let round = 0; round < rounds; round++) {
    for (const variant of shuffled(variants, random)) {
      let figures = await once(variant);
      for (let again = 0; again < RETRIES && !figures && spare > 0; again++, spare--) figures = await once(variant);
      visits.get(variant.name)?.push(figures);
    }
    console.log(`Round ${round + 1} of ${rounds}, ${minutesSince(started)} min`);
  }
  return measured;
}

/** A visit in a new browser on a new profile, begun when the machine is idle. */
async function fresh<V extends Start>({ visit, work, args, busy }: Plan<V>, variant: V) {
  const profile = mkdtempSync(join(work, 'visit-'));
  if (variant.profile) cpSync(variant.profile, profile, { recursive: true });
  const session = await openSession({ extension: variant.extension, profile, args });
  try {
    await sleep(500);
    if (!busy) await idle();
    const seen = await withForeignCpu(() => visit(session, variant));
    return { ...seen, browser: session.context.browser()?.version() ?? '' };
  } finally {
    await session.dispose();
  }
}

/** How many places have no figures, of how many. */
export function missingIn({ visits }: Measured): { missing: number; places: number } {
  const places = [...visits.values()].flat();
  return { missing: places.filter((visit) => !visit).length, places: places.length };
}

export function minutesSince(started: number): string {
  return ((performance.now() - started) / 60_000).toFixed(1);
}
