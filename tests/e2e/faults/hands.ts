/** Hands of the fault suite: a panel in a tab of its own, a loop that writes in it, and what lies on the disk. */
import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { Op } from '../../../lib/domain/op';
import type { Session } from '../session.ts';

export const DEAL = 'salesforce:acme:006000000000001AAA';

/** Chromium has two ways to keep a database; the second is being rolled out. */
export const BACKENDS = {
  LevelDB: [],
  SQLite: ['--enable-features=IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores,IdbSqliteBackingStore'],
};

/** The panel of a deal in a tab of its own, once it can be used. */
export async function openAlone(session: Session, deal: string = DEAL): Promise<Page> {
  const panel = await session.context.newPage();
  await panel.goto(session.url(`panel.html?deal=${deal}`));
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  return panel;
}

/** The question on top. */
export const top = (panel: Page | Frame) => panel.getByRole('region', { name: 'Ask next' });

export const pick = (panel: Page, name: string) =>
  top(panel)
    .locator('label', { hasText: new RegExp(`^${name}$`) })
    .click();

/** The first question's row in the checklist. */
export const firstRow = (panel: Page | Frame) =>
  panel.locator('.checklist').getByRole('button', { name: /A problem we are best at/ });

/** Answers the first question, and gives the line in which what was said is typed. */
export async function lineOf(panel: Page): Promise<Locator> {
  const line = panel.getByLabel('What exactly?');
  if (await line.isVisible()) return line;
  await pick(panel, 'Yes');
  await pick(panel, 'Said');
  await expect(panel.locator('.saved')).toBeVisible();
  return line;
}

export interface Kept {
  ops: Op[];
  deals: { subject: string; ops: number; newest: string }[];
  summaries: { subject: string }[];
  drafts: { deal: string; key: string; value: unknown }[];
  meta: { key: string; ops?: number; newest?: string }[];
}

/** Everything in the database, read past our own code. */
export async function kept(session: Session): Promise<Kept> {
  const page = await session.context.newPage();
  // A page of ours that opens no database.
  await page.goto(session.url('manifest.json'));
  const all = await page.evaluate(async () => {
    const done = (request: IDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const open = indexedDB.open('footing');
    await done(open);
    const names = ['ops', 'deals', 'summaries', 'drafts', 'meta'];
    const there = names.filter((name) => open.result.objectStoreNames.contains(name));
    const rows = there.map(async (name) => [
      name,
      await done(open.result.transaction(name).objectStore(name).getAll()),
    ]);
    const found = Object.fromEntries(await Promise.all(rows));
    open.result.close();
    return { ops: [], deals: [], summaries: [], drafts: [], meta: [], ...found };
  });
  await page.close();
  return all as Kept;
}

/** What was said, revision by revision, as the log has it. */
export const quotesIn = ({ ops }: Kept) =>
  ops.flatMap(({ kind, value }) => {
    const { quote } = (value ?? {}) as { quote?: string };
    return kind === 'answer.set' && quote ? [quote] : [];
  });

/** Every write whole: the log, its count, the document and the summary say the same. */
export function expectWhole({ ops, deals, summaries, meta }: Kept): void {
  const log = meta.find(({ key }) => key === 'log');
  expect(log?.ops).toBe(ops.length);
  expect(log?.newest).toBe(
    ops
      .map(({ id }) => id)
      .sort()
      .at(-1),
  );
  for (const deal of deals) {
    const own = ops.filter(({ subject }) => subject === deal.subject);
    expect({ ops: deal.ops, newest: deal.newest }).toEqual({
      ops: own.length,
      newest: own
        .map(({ id }) => id)
        .sort()
        .at(-1),
    });
  }
  expect(summaries.map(({ subject }) => subject)).toEqual(deals.map(({ subject }) => subject));
}

export interface Writing {
  /** What the database has said is kept, so far. */
  acknowledged: Set<string>;
  /** Resolves once this many are. */
  reached(count: number): Promise<void>;
}

/**
 * Types, and enters the line, without end. A write counts as acknowledged when its transaction is
 * complete: earlier than any person can be told, so harder than what they are promised.
 */
export async function writeWithoutEnd(panel: Page, name: string): Promise<Writing> {
  const acknowledged = new Set<string>();
  const waiting = new Map<() => void, number>();
  panel.on('console', (message) => {
    if (!message.text().startsWith('kept ')) return;
    acknowledged.add(message.text().slice('kept '.length));
    for (const [go, count] of waiting) if (acknowledged.size >= count) go();
  });
  const line = await lineOf(panel);
  await line.evaluate((element, name) => {
    const add = IDBObjectStore.prototype.add;
    let next = () => {};
    IDBObjectStore.prototype.add = function (record, key) {
      const quote = record?.value?.quote;
      if (this.name === 'ops' && quote) {
        this.transaction.addEventListener('complete', () => {
          console.log(`kept ${quote}`);
          next();
        });
      }
      return key === undefined ? add.call(this, record) : add.call(this, record, key);
    };
    const type = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set;
    // What a crash left while the page was being asked waits for the person's word: it is meant for here.
    setInterval(() => document.querySelector<HTMLElement>('.question-body .note button')?.click(), 100);
    void (async () => {
      for (let n = 0; ; n++) {
        const kept = new Promise<void>((resolve) => {
          next = resolve;
        });
        type?.call(element, `${name} ${n}`);
        element.dispatchEvent(new Event('input', { bubbles: true }));
        // Enter leaves the line, wherever the focus is; each in a task of its own, as from a keyboard.
        await new Promise((resolve) => setTimeout(resolve));
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        await kept;
        await new Promise((resolve) => setTimeout(resolve));
      }
    })();
  }, name);
  return {
    acknowledged,
    reached: (count) =>
      new Promise((resolve, reject) => {
        const stuck = async () =>
          reject(new Error(`Only ${acknowledged.size} of ${count}: ${await panel.innerText('body')}`));
        const timer = setTimeout(stuck, 120_000);
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        waiting.set(go, count);
        if (acknowledged.size >= count) go();
      }),
  };
}
