/** Two at one answer, two orgs with one record id. Rows 4 and 16 of the README. */
import { DEALS } from '../../hosts/deals.ts';
import { ACME, expect, GLOBEX, openDeal, test } from '../extension.ts';
import { openPanel, panelOf } from '../overlay.ts';
import { expectWhole, firstRow, kept, openAlone, pick } from './hands.ts';
import { seeded, size, tell } from './size.ts';

test('4: two panels on one answer show each other and lose nothing, also after one of them was frozen', async ({
  session,
}) => {
  const one = await openAlone(session);
  const other = await openAlone(session);
  await pick(one, 'Yes');
  await pick(one, 'Said');
  await expect(firstRow(other)).toContainText('Said');
  await firstRow(other).click();
  // Both write to one answer: half-typed text here, another rung there.
  await one.getByLabel('What exactly?').pressSequentially('two days a month');
  await other.locator('.checklist label', { hasText: /^Shown$/ }).click();
  await one.getByLabel('Who said it?').or(one.getByLabel('Who showed it?')).fill('Ana Ruiz');
  await one.getByLabel('Who showed it?').blur();
  const both = async (who: string, what: string) => {
    for (const panel of [one, other]) {
      await expect(panel.getByLabel('Who showed it?')).toHaveValue(who);
      await expect(panel.getByLabel('What did they write or do?')).toHaveValue(what);
      await expect(firstRow(panel)).toContainText('Shown');
    }
  };
  await both('Ana Ruiz', 'two days a month');

  const frozen = await session.context.newCDPSession(other);
  await frozen.send('Page.setWebLifecycleState', { state: 'frozen' });
  await one.getByLabel('Who showed it?').fill('Ben Ode');
  await one.getByLabel('Who showed it?').blur();
  await expect(one.locator('.saved')).toBeVisible();
  await frozen.send('Page.setWebLifecycleState', { state: 'active' });
  await both('Ben Ode', 'two days a month');
  await other.getByLabel('What did they write or do?').fill('three days a month');
  await other.getByLabel('What did they write or do?').blur();
  await both('Ben Ode', 'three days a month');
  expectWhole(await kept(session));
});

test('16: one record id in two orgs is two deals, in whatever order they are visited', async ({ page, session }) => {
  test.setTimeout(size(45_000, 600_000));
  const random = seeded(16);
  const orgs = { acme: ACME, globex: GLOBEX };
  const names = { acme: 'Acme - 1,200 Widgets', globex: 'Globex depot automation' };
  const said = new Map<string, string>();
  const steps = size(4, 200);
  for (let step = 0; step < steps; step++) {
    const org = random(2) ? 'acme' : 'globex';
    await openDeal(page, DEALS.widgets, orgs[org]);
    const before = said.get(org);
    // A panel that was left open on a site is open when its next page comes.
    const panel = before ? await panelOf(page) : await openPanel(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(names[org]);
    await firstRow(panel).click();
    const choices = panel.locator('.checklist input[type=radio][value]');
    const chosen = choices.and(panel.locator('[name]:checked')).first();
    if (before) await expect(chosen).toHaveValue(before);
    else await expect(choices.first()).not.toBeChecked();
    const verdict = ['yes', 'partly', 'no'].filter((one) => one !== before)[random(2)] ?? 'yes';
    await panel.locator(`.checklist label:has(input[value=${verdict}])`).click();
    await expect(panel.locator('.saved')).toBeVisible();
    said.set(org, verdict);
  }
  const { ops } = await kept(session);
  for (const [org, verdict] of said) {
    const own = ops.filter(
      ({ kind, subject }) => kind === 'answer.set' && subject === `salesforce:${org}:${DEALS.widgets}`,
    );
    expect(own.at(-1)?.value).toMatchObject({ verdict });
  }
  tell(
    `fault 16: ${steps} visits to one record id in two orgs, ${ops.length} changes kept, none read in the other org`,
  );
});
