import { beforeEach, expect, it } from 'vitest';
import { decisionOf } from '../../lib/domain/decision';
import { ACME, newProfile, openTab, type Tab } from '../storage/tab';

let tab: Tab;
let decide: typeof import('../../lib/state/decisions')['decide'];
beforeEach(async () => {
  newProfile();
  tab = await openTab();
  ({ decide } = await import('../../lib/state/decisions'));
  const { standAt } = await import('../../lib/state/page-link');
  standAt(ACME);
});

it('keeps each part of a decision that is made in quick succession', async () => {
  await decide(ACME, { choice: 'recycle' });
  await Promise.all([decide(ACME, { trigger: 'Their new fiscal year' }), decide(ACME, { on: '2026-12-22' })]);
  const doc = await tab.readDeal(ACME);
  expect(doc && decisionOf(doc, await tab.authors())).toMatchObject({
    choice: 'recycle',
    trigger: 'Their new fiscal year',
    on: '2026-12-22',
  });
});
