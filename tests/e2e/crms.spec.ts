/**
 * The panel beside the pages of the other CRMs: frozen pages, served at the addresses that they are
 * of, in one browser.
 */
import { rmSync } from 'node:fs';
import type { Frame } from '@playwright/test';
import { type FrozenPage, frozenPages } from '../crm/frozen.ts';
import { DEALS } from '../hosts/deals.ts';
import { test as base, dealPath, expect, goTo, openDeal, shoot } from './extension.ts';
import { routeFrozen } from './frozen-hosts.ts';
import { launcher, launcherNow, openPanel, panelShown } from './overlay.ts';
import { openSession } from './session.ts';
import { buildFor, turnOn } from './turned-on.ts';

/** One deal of each CRM, as different as they are. */
const SHOWN = [
  'salesforce-classic/standard',
  'hubspot/deal',
  'dynamics/header-german',
  'odoo/opportunity-18',
  'espocrm/opportunity',
  'suitecrm/suitecrm-8',
  'twenty/opportunity',
  'pipedrive/deal',
  'zoho/newer',
];

const named = (name: string): FrozenPage & { url: string } => {
  const page = frozenPages.find((each) => each.name === name);
  if (!page?.expected.url) throw new Error(`There is no frozen page ${name} with an address`);
  return { ...page, url: page.expected.url };
};
const pages = SHOWN.map(named);
const sites = pages.map(({ url, adapter }) => ({ origin: new URL(url).origin, crm: adapter.id }));

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures that a fixture uses written here
  session: async ({}, use) => {
    const extension = buildFor(sites);
    const session = await openSession({
      extension,
      prepare: (context) => routeFrozen(context, [...pages, ...frozenPages]),
    });
    await turnOn(session, sites);
    await use(session);
    await session.dispose();
    rmSync(extension, { recursive: true, force: true });
  },
});

const pick = (panel: Frame, name: string) =>
  panel
    .getByRole('region', { name: 'Ask next' })
    .locator('label', { hasText: new RegExp(`^${name}$`) })
    .click();

/** The keys of the deals that an answer was kept for. */
const answered = (panel: Frame) =>
  panel.evaluate(async () => {
    const open = indexedDB.open('footing');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const all = open.result.transaction('ops').objectStore('ops').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    open.result.close();
    const ops: { kind: string; subject: string }[] = all.result;
    return [...new Set(ops.filter(({ kind }) => kind === 'answer.set').map(({ subject }) => subject))];
  });

test('beside the pages of nine other CRMs the panel knows the deal, reads it and keeps an answer', async ({ page }) => {
  test.setTimeout(180_000);
  const kept: string[] = [];
  for (const { name, url, expected, adapter } of pages) {
    await test.step(name, async () => {
      await page.goto(url);
      const panel = await openPanel(page);
      const shown = expected.fields?.name?.text;
      if (shown) await expect(panel.getByRole('heading', { level: 1 })).toHaveText(shown);
      await pick(panel, 'Yes');
      await pick(panel, 'Said');
      kept.push(expected.key ?? '');
      await expect.poll(() => answered(panel)).toEqual(expect.arrayContaining(kept));
      await shoot(page, `host-${adapter.id}`);
    });
  }
  expect(new Set(kept).size).toBe(SHOWN.length);
});

test('where an address leaves open what it is of, the page must prove that it is a deal', async ({ page }) => {
  const proven = named('odoo/missing');
  const contact = named('odoo/contact');
  await page.goto(proven.url);
  await launcher(page);
  // Odoo draws a contact into the same document, at an address of the same form.
  await page.evaluate(
    ([html, path]) => {
      document.body.innerHTML = html ?? '';
      history.pushState(null, '', path);
    },
    [contact.html, new URL(contact.url).pathname],
  );
  await expect.poll(() => launcherNow(page)).toBeNull();
});

base.describe('in a Lightning console', () => {
  base.use({ host: { app: 'console' } });

  base(
    'the panel follows the tab in front, of a workspace or within one, and leaves at another record',
    async ({ page }) => {
      const inside = (path: string) => `${path}?ws=${encodeURIComponent(dealPath(DEALS.widgets))}`;
      await openDeal(page, DEALS.widgets);
      const panel = await openPanel(page);
      const title = panel.getByRole('heading', { level: 1 });
      await expect(title).toHaveText('Acme - 1,200 Widgets');
      // Another deal in a subtab of its workspace, and one in a workspace of its own: all three stay alive.
      await goTo(page, inside(dealPath(DEALS.pumps)));
      await expect(title).toHaveText('Northwind Pumps: second line');
      await goTo(page, dealPath(DEALS.pumps));
      await expect(title).toHaveText('Northwind Pumps: second line');
      await page.getByRole('tab', { name: 'Acme - 1,200 Widgets' }).click();
      await expect(title).toHaveText('Acme - 1,200 Widgets');
      await goTo(page, inside('/lightning/r/Contact/0037Q00000AbCdEQAV/view'));
      await expect.poll(() => panelShown(page)).toBe(false);
      await goTo(page, inside(`/lightning/r/${DEALS.widgets}/related/OpportunityContactRoles/view`));
      await expect.poll(() => panelShown(page)).toBe(true);
      await expect(title).toHaveText('Acme - 1,200 Widgets');
    },
  );
});
