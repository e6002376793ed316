/** What was taught is kept like every answer, goes into the backup, and comes from a file only whole. */
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseTaught, printTaught, type Taught } from '../../lib/domain/taught';
import { newProfile, openTab } from './tab';

const ACME: Taught = {
  origin: 'https://crm.acme.example:8443',
  address: { pattern: '/deals/{id}', id: 'number' },
  fields: {
    name: [{ way: 'place', steps: [{ tag: 'h1' }] }],
    stage: [{ way: 'label', steps: [{ tag: 'dd' }], label: 'Phase' }],
  },
  on: 'taught:crm.acme.example~8443:12',
  proven: false,
};

const profile = async () => {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  await openTab();
  return { ...(await import('../../lib/storage/taught')), ...(await import('../../lib/storage/backup')) };
};

let here: Awaited<ReturnType<typeof profile>>;
beforeEach(async () => {
  here = await profile();
});

it('is kept by site, mended, and forgotten', async () => {
  await here.saveTaught([ACME]);
  await here.saveTaught([{ ...ACME, proven: true }]);
  expect(await here.readTaught()).toEqual([{ ...ACME, proven: true }]);
  await here.forgetTaught(ACME.origin);
  expect(await here.readTaught()).toEqual([]);
});

it('comes back with a backup', async () => {
  await here.saveTaught([ACME]);
  const file = await here.exportAll();
  here = await profile();
  await here.importPack(await here.readPack(file));
  expect(await here.readTaught()).toEqual([ACME]);
});

it('comes back from its file as it was, and a damaged one is refused whole', () => {
  expect(parseTaught(printTaught([ACME]))).toEqual({ ok: true, sites: [ACME] });
  const text = printTaught([ACME]);
  const refused = (from: string, to: string) => parseTaught(text.replace(from, to));
  expect(refused('"tag": "h1"', '"tag": "h1,body{}"')).toEqual({
    ok: false,
    why: 'damaged',
    field: 'sites.0.fields.name.0.steps.0.tag',
  });
  expect(refused('/deals/{id}', 'deals')).toMatchObject({ why: 'damaged', field: 'sites.0.address.pattern' });
  expect(refused('https://', 'javascript:')).toMatchObject({ why: 'damaged', field: 'sites.0.origin' });
  expect(refused('"formatVersion": 1', '"formatVersion": 2')).toMatchObject({ why: 'newerFormat' });
  expect(refused('footing-sites', 'footing-playbook')).toMatchObject({ why: 'otherFormat' });
  expect(parseTaught('no file')).toMatchObject({ why: 'notJson' });
  fc.assert(fc.property(fc.json(), (json) => !parseTaught(json).ok));
});
