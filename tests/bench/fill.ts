/** Fills the databases that a run starts from. */
import { firstStart, openSession, type SessionOptions } from '../e2e/session.ts';
import type { SeedPage } from './seed/page.ts';
import type { Host } from './visit.ts';

/**
 * Adds deals to the profile until it holds `to`, the host's own first, and returns the documents
 * of those, for the floor that reads one.
 */
export async function fillOurs(options: SessionOptions, host: Host, from: number, to: number): Promise<unknown[]> {
  const session = await openSession(options);
  const page = await session.context.newPage();
  await page.goto(session.url('seed.html'));
  const docs = await page.evaluate((args) => (globalThis as unknown as { seedPage: SeedPage }).seedPage.fill(args), {
    deals: host.deals.map(host.key),
    from,
    to,
  });
  await firstStart(session);
  await session.quit();
  return docs;
}

/** Adds made deals to the profile, with what their pages showed, until it holds `to`. */
export async function fillShown(options: SessionOptions, from: number, to: number): Promise<void> {
  const session = await openSession(options);
  const page = await session.context.newPage();
  await page.goto(session.url('seed.html'));
  const args = { deals: [], from, to, shown: true };
  await page.evaluate((args) => (globalThis as unknown as { seedPage: SeedPage }).seedPage.fill(args), args);
  await firstStart(session);
  await session.quit();
}

/** Puts documents into the raw database of the frame floor, each under its record's id. */
export async function fillFloor(options: SessionOptions, docs: unknown[]): Promise<void> {
  const session = await openSession(options);
  const page = await session.context.newPage();
  await page.goto(session.url('frame.html'));
  await page.evaluate(async (docs) => {
    const request = indexedDB.open('floor', 1);
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    const transaction = request.result.transaction('deals', 'readwrite');
    for (const doc of docs as { subject: string }[]) {
      const id = doc.subject.slice(doc.subject.lastIndexOf(':') + 1);
      transaction.objectStore('deals').put({ ...doc, subject: id });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
    request.result.close();
  }, docs);
  await session.quit();
}
