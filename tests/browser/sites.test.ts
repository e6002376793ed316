import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const ACME = { origin: 'https://crm.acme.example', crm: 'odoo' } as const;
const LOCAL = { origin: 'http://localhost:8069', crm: 'odoo' } as const;

/** As a document or a worker that starts has it: nothing read yet. */
async function anew() {
  vi.resetModules();
  return import('../../lib/browser/sites');
}

beforeEach(() => fakeBrowser.reset());

it('knows the sites once they are read, and every change from then on', async () => {
  const writer = await anew();
  await writer.keepSites([ACME]);
  const { readSites, sitesNow, keepSites } = await anew();
  expect(sitesNow()).toEqual([]);
  expect(await readSites()).toEqual([ACME]);
  await keepSites([ACME, LOCAL]);
  expect(sitesNow()).toEqual([ACME, LOCAL]);
  await keepSites([]);
  expect(await readSites()).toEqual([]);
});

it('reads nothing into what is no list of sites', async () => {
  for (const kept of ['gone wrong', { 0: ACME }, [null, 7, { origin: 1, crm: 'odoo' }, { origin: 'https://x' }]]) {
    await fakeBrowser.storage.local.set({ sites: kept });
    expect(await (await anew()).readSites()).toEqual([]);
  }
});

it('asks again after a read that failed', async () => {
  await (await anew()).keepSites([ACME]);
  const { readSites, sitesNow, keepSites } = await anew();
  const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('the disk is gone'));
  await expect(readSites()).rejects.toThrow('the disk is gone');
  get.mockRestore();
  expect(await readSites()).toEqual([ACME]);
  await keepSites([LOCAL]);
  expect(sitesNow()).toEqual([LOCAL]);
});

it('tells of a site that was just turned on, while news of that is still on its way', async () => {
  const { readSites, rereadSites } = await anew();
  expect(await readSites()).toEqual([]);
  fakeBrowser.storage.local.onChanged.removeAllListeners();
  await (await anew()).keepSites([ACME]);
  expect(await readSites()).toEqual([]);
  expect(await rereadSites()).toEqual([ACME]);
  expect(await readSites()).toEqual([ACME]);
});
