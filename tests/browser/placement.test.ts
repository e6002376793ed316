import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_PLACEMENT, type SitePlacement } from '../../lib/browser/messages';
import { changePlacement, hiddenSites, readPlacement } from '../../lib/browser/placement';

const ACME = 'https://acme.lightning.force.com';

beforeEach(() => fakeBrowser.reset());

it('keeps each site’s own place', async () => {
  await changePlacement(ACME, { y: 0.2, side: 'left' });
  expect(await readPlacement(ACME)).toEqual({ ...DEFAULT_PLACEMENT, y: 0.2, side: 'left' });
  expect(await readPlacement('https://globex.lightning.force.com')).toEqual(DEFAULT_PLACEMENT);
});

it('loses no change of several made at once', async () => {
  await Promise.all([
    changePlacement(ACME, { open: true }),
    changePlacement(ACME, { width: 420 }),
    changePlacement(ACME, { hidden: true }),
    changePlacement(ACME, { y: 0.75 }),
  ]);
  expect(await readPlacement(ACME)).toEqual({ side: 'right', y: 0.75, width: 420, open: true, hidden: true });
  expect(await hiddenSites()).toEqual([ACME]);
});

it('takes nothing that makes no sense, from a page or from an older version', async () => {
  const nonsense = { side: 'top', y: Number.NaN, width: '9', open: 'yes', hidden: null, more: 1 };
  await changePlacement(ACME, nonsense as unknown as Partial<SitePlacement>);
  expect(await readPlacement(ACME)).toEqual(DEFAULT_PLACEMENT);
  await changePlacement(ACME, { y: -3, width: 1e9 });
  expect(await readPlacement(ACME)).toMatchObject({ y: 0, width: 640 });
  await fakeBrowser.storage.local.set({ [`site:${ACME}`]: 'gone wrong' });
  expect(await readPlacement(ACME)).toEqual(DEFAULT_PLACEMENT);
});
