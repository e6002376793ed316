/** How much is kept, and how much room it takes. */
import type { Cell } from '../domain/fold';
import { answerKey } from '../domain/op';
import { database } from './db';
import { allDeals, summariesOf } from './deals';

/** How much there is. */
export interface Usage {
  deals: number;
  /** Questions that have an answer, over all deals. */
  answers: number;
  /** Ops in the log. */
  changes: number;
  /** Records that could not be read and are kept apart. */
  aside: number;
  /** In bytes, as the browser estimates it; `null` where it does not say. */
  used: number | null;
  room: number | null;
}

const ANSWER_PREFIX = answerKey('');

const isAnswered = ([key, byAuthor]: [string, Record<string, Cell>]) =>
  key.startsWith(ANSWER_PREFIX) && Object.values(byAuthor).some(({ value }) => value !== null);

/** Counts it; reads every summary, some at a time. */
export async function readUsage(): Promise<Usage> {
  const db = database();
  const deals = await db.deals.count();
  const changes = await db.ops.count();
  const aside = await db.aside.count();
  let answers = 0;
  for await (const part of summariesOf(await allDeals())) {
    for (const { cells } of part) answers += Object.entries(cells).filter(isAnswered).length;
  }
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return { deals, answers, changes, aside, used: usage ?? null, room: quota ?? null };
}

/** The tables of the database, in the order in which a person would ask for them. */
const TABLES = ['ops', 'deals', 'orgs', 'summaries', 'drafts', 'aside', 'meta'] as const;

/** How much one table holds. */
export interface TableSize {
  table: (typeof TABLES)[number];
  rows: number;
  /** What its rows would be as text: counted where they are few, else reckoned from some of all kinds. */
  bytes: number;
  exact: boolean;
}

/** How many rows of a table are weighed: enough to reckon with, few enough to wait for. */
const WEIGHED = 500;

/** How much each table holds. The browser tells the room of all together, and of none by itself. */
export async function readTables(): Promise<TableSize[]> {
  const db = database();
  return Promise.all(
    TABLES.map(async (table) => {
      const rows = await db.table(table).count();
      const step = Math.max(1, Math.floor(rows / WEIGHED));
      let bytes = 0;
      let weighed = 0;
      // Rows of one kind lie together: some from all over.
      for (let at = 0; at < rows && weighed < WEIGHED; at += step * 50) {
        const some: unknown[] = await db.table(table).offset(at).limit(50).toArray();
        weighed += some.length;
        for (const row of some) bytes += new TextEncoder().encode(JSON.stringify(row)).length;
      }
      const exact = weighed >= rows;
      return { table, rows, bytes: exact || weighed === 0 ? bytes : Math.round((bytes / weighed) * rows), exact };
    }),
  );
}
