/**
 * The marks of what was erased for good, kept in `storage.local`: they must outlive the database,
 * because a database that was lost is when old backups come back.
 */
import { browser } from '#imports';
import { Erased, type Erasure } from '../domain/erasure';
import { z } from '../domain/z';

const KEY = 'erased';

const erasureSchema = z.object({ of: z.string(), upTo: z.string(), at: z.number() });

/** Everything that was ever erased here and has not been brought back. */
async function readErasures(): Promise<Erasure[]> {
  const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one) => erasureSchema.safeParse(one).data ?? []);
}

/** The same, to be asked of ops. */
export async function readErased(): Promise<Erased> {
  return new Erased(await readErasures());
}

/** Keeps a mark; a second erasing of the same takes the place of the first. */
export async function keepErasure(erasure: Erasure): Promise<void> {
  const others = (await readErasures()).filter(({ of }) => of !== erasure.of);
  await browser.storage.local.set({ [KEY]: [...others, erasure] });
}

/** Forgets marks: the person brought back what they kept out. */
export async function forgetErasures(gone: ReadonlySet<string>): Promise<void> {
  const left = (await readErasures()).filter(({ of }) => !gone.has(of));
  await browser.storage.local.set({ [KEY]: left });
}
