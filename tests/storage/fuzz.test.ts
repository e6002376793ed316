/** Backup files that something has happened to. `npm run test:faults` takes 1,000 of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import { size, tell } from '../e2e/faults/size';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot } from './tab';

/** What happens to a text: a piece of it is replaced, doubled or lost. */
const harm = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
  by: fc.oneof(
    fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', '\ud800', '"__proto__":{"x":1},', '1e999'),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.nat(9).map((depth) => '['.repeat(10 ** (depth / 2))),
    fc.constant(null),
  ),
});

const FILES = size(80, 1000);

it('refuses what is harmed, or reads it whole, and changes nothing by it', { timeout: 600_000 }, async () => {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  const tab = await openTab();
  const { exportAll, readPack } = await import('../../lib/storage/backup');
  await tab.rememberDeal(snapshot(ACME, { name: 'Acme "1,200" \\ Widgets', stage: 'Qualify' }));
  await tab.saveAnswer(ACME, 'fit.owner', freshAnswer('yes', '2026-11-20'), 'basics@1');
  await tab.saveAnswer(GLOBEX, 'fit.sweetSpot', freshAnswer('no', '2026-11-21'), 'basics@1');
  const text = await (await exportAll()).text();
  const before = await everything(tab);
  const counts = { refused: 0, read: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 3 }), async (harms) => {
      let file = text;
      for (const { at, length, by } of harms) {
        const from = Math.floor(at * file.length);
        const piece = by ?? file.slice(from, from + length).repeat(2);
        file = file.slice(0, from) + piece + file.slice(from + length);
      }
      try {
        const { fresh, known } = await readPack(new Blob([file]));
        // What it says is there is there: a file that was harmed where it does not matter.
        expect(fresh.length + known).toBeGreaterThanOrEqual(0);
        counts.read += 1;
      } catch (error) {
        expect(error).toMatchObject({ name: 'PackRefused', refusal: { code: expect.any(String) } });
        counts.refused += 1;
      }
      expect(await everything(tab)).toEqual(before);
      expect(({} as { x?: number }).x).toBeUndefined();
    }),
    { numRuns: FILES },
  );
  tell(
    `fault 25: ${FILES} harmed backup files: ${counts.refused} refused with a reason, ${counts.read} read whole, 0 changes`,
  );
});
