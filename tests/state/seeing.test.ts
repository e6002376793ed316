import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DealKey, RawDeal } from '../../lib/domain/deal';
import { ACME, newProfile, openTab, type Tab } from '../storage/tab';

let tab: Tab;
let seeing: typeof import('../../lib/state/seeing');
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  vi.stubGlobal('navigator', { language: 'en-US' });
  seeing = await import('../../lib/state/seeing');
});

const OTHER: DealKey = 'salesforce:acme:006000000000002AAA';

function raw(key: DealKey, closeDate: string, host = 'acme.lightning.force.com'): RawDeal {
  const read = (text: string) => ({ text, from: 'detail' });
  const fields = { name: read('Acme'), account: null, stage: null, amount: null, owner: null };
  const url = `https://${host}/lightning/r/Opportunity/${key.split(':')[2]}/view`;
  return { key, url, language: 'en-US', fields: { ...fields, closeDate: read(closeDate) } };
}

const closes = async (shown: RawDeal) => (await seeing.snapshotOf(shown)).fields.closeDate;

describe('what a page shows', () => {
  it('is read as other dates of its site are written, and kept anew once that is known', async () => {
    expect(await closes(raw(ACME, '03/04/2027'))).toMatchObject({ value: null, unsure: true });
    await tab.rememberDeal(await seeing.snapshotOf(raw(ACME, '03/04/2027')));
    expect(await closes(raw(OTHER, '23/04/2027'))).toMatchObject({ value: '2027-04-23' });
    expect(await closes(raw(ACME, '03/04/2027', 'globex.lightning.force.com'))).toMatchObject({ unsure: true });

    const settled = await seeing.snapshotOf(raw(ACME, '03/04/2027'));
    expect(settled.fields.closeDate).toEqual({ text: '03/04/2027', from: 'detail', value: '2027-04-03' });
    expect(await tab.rememberDeal(settled)).toBe(true);
    expect(await tab.rememberDeal(settled)).toBe(false);
    const doc = await tab.readDeal(ACME);
    expect(doc?.seen.closeDate).toMatchObject({ value: '2027-04-03' });
    expect(doc?.seen.closeDate).not.toHaveProperty('unsure');
    expect(doc?.changes).toEqual([]);
  });

  it('follows a person who chose another form of dates', async () => {
    await closes(raw(OTHER, '23/04/2027'));
    await closes(raw(OTHER, '04/23/2027'));
    expect(await closes(raw(ACME, '03/04/2027'))).toMatchObject({ value: '2027-03-04' });
  });
});
