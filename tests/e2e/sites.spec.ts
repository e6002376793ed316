/** A site of the person's own: nothing before a yes, and after it a page that they teach, try, and are told of when it changes. */
import { readFileSync, rmSync } from 'node:fs';
import { type BrowserContext, type Frame, type Page, test as plain } from '@playwright/test';
import { adapters } from '../../lib/crm/index.ts';
import { UNKNOWN_CRM, unknownCrmPage } from '../hosts/unknown-crm.ts';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { grantedCopy } from './granted.ts';
import { launcherNow, openPanel, panelOf } from './overlay.ts';
import { openSession } from './session.ts';

const serve = async (context: BrowserContext) => {
  await context.route(/^https?:/, (route) =>
    route.request().url().startsWith(UNKNOWN_CRM) ? route.fulfill(unknownCrmPage()) : route.abort(),
  );
};

const teacher = (page: Page): Promise<Frame> =>
  expect
    .poll(() => page.frames().some((frame) => /\/teach\.html$/.test(frame.url())))
    .toBe(true)
    .then(() => page.frames().find((frame) => /\/teach\.html$/.test(frame.url())) as Frame);

const dayOf = (day: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

const go = (page: Page, id: number) =>
  page.evaluate((to) => (window as unknown as { go(id: number): void }).go(to), id);

test('holds no site and no script before a yes', async ({ page, session }) => {
  const worker = await session.worker();
  const held = await worker.evaluate<{ origins: string[]; permissions: string[]; scripting: boolean }>(
    `chrome.permissions.getAll().then((all) => ({ ...all, scripting: 'scripting' in chrome }))`,
  );
  // The browser counts the pages of a content script in the manifest among the origins.
  expect(held.origins.filter((origin) => !/lightning|force|mcas/.test(origin))).toEqual([]);
  expect(held.permissions).not.toContain('scripting');
  expect(held.scripting).toBe(false);
  await page.goto(session.url('options.html#sites'));
  await page.getByLabel('Address of your CRM').fill('acme lightning');
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('not the address of a web page');
});

plain('a CRM that nobody knows is taught, tried on the next deal, and missed when it changes', async () => {
  const extension = grantedCopy();
  const session = await openSession({ extension, prepare: serve });
  const { context } = session;
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${UNKNOWN_CRM}/deals/12`);
    const options = await context.newPage();
    await options.goto(session.url('options.html#sites'));
    await options.getByLabel('Address of your CRM').fill(`${UNKNOWN_CRM}/deals/12`);
    await options.getByRole('button', { name: 'Turn on', exact: true }).click();
    await expect(options.getByText('On for crm.acme.example')).toBeVisible();

    // Taken back by the browser, it is not said to be on; the list here is what the worker makes of that.
    const worker = await session.worker();
    const sites = await worker.evaluate<object>(`chrome.storage.local.get('sites')`);
    const keep = (list: object) => worker.evaluate(`chrome.storage.local.set(${JSON.stringify(list)})`);
    await keep({ sites: [] });
    await expect(options.getByText('None yet.')).toBeVisible();
    await expect(options.getByText('On for crm.acme.example')).toHaveCount(0);
    await keep(sites);

    await page.bringToFront();
    await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: '${UNKNOWN_CRM}/*' });
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['page-teach.js'] });
    })()`);
    const teach = await teacher(page);
    await expect(teach.getByText('crm.acme.example/deals/…')).toBeVisible();
    await shoot(page, 'teach-start');
    const point = (field: string) => teach.getByRole('button', { name: `Point at it: ${field}`, exact: true }).click();
    const read = (field: string) => teach.getByRole('listitem').filter({ hasText: field }).locator('.value');

    await point('Name');
    await page.getByRole('heading').hover();
    await shoot(page, 'teach-pointing');
    await page.getByRole('heading').click();
    await expect(read('Name')).toHaveText('Acme widgets');

    // The other way: by keys alone, and given up first.
    await point('Stage');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(teach.getByRole('button', { name: 'Point at it: Stage', exact: true })).toBeVisible();
    await point('Stage');
    // Nav, name, "Phase", its value.
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(read('Stage')).toHaveText('Proposal');

    // Through the root of a component.
    await point('Amount');
    await page.getByText('€ 1,200.00').click();
    await expect(read('Amount')).toHaveText('€ 1,200.00');
    await point('Close date');
    await page.getByText('31 Dec 2026').click();
    await expect(read('Close date')).toHaveText('31 Dec 2026');
    // The page got none of it.
    expect(await page.evaluate(() => (window as unknown as { pressed: number }).pressed)).toBe(0);
    expect(await axeCheck(teach)).toEqual([]);
    await shoot(page, 'teach-read');

    // Kept, it reads at once, with no page loaded anew.
    expect(await launcherNow(page)).toBeNull();
    await teach.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(teach.getByText('Saved. Now open another deal')).toBeVisible();
    await teach.getByRole('button', { name: 'Close', exact: true }).click();
    let panel = await openPanel(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Acme widgets');
    await expect(panel.getByRole('region', { name: 'How this page is read' })).toHaveCount(0);

    await go(page, 13);
    const note = panel.getByRole('region', { name: 'How this page is read' });
    await expect(note).toContainText('Northwind pumps');
    await expect(note).toContainText('€ 86,500.00');
    await shoot(page, 'taught-next-deal');
    await note.getByRole('button', { name: 'That is right' }).click();
    await expect(note).toHaveCount(0);

    // The amount is gone from three deals: said once, on the third.
    for (const id of [14, 15]) {
      await go(page, id);
      await expect(panel.getByRole('heading', { level: 1 })).toHaveText(`Deal ${id}`);
      await expect(note).toHaveCount(0);
    }
    await go(page, 16);
    await expect(note).toContainText('Amount was not readable on the last 3 deals');
    expect(await axeCheck(panel)).toEqual([]);
    await shoot(page, 'reading-lost');
    await note.getByRole('button', { name: 'Teach it' }).click();
    const again = await teacher(page);
    await expect(again.getByRole('listitem').first()).toContainText('Amount');
    await expect(again.getByRole('button', { name: 'Point again: Amount' })).toBeFocused();
    await shoot(page, 'teach-lost');
    await again.getByRole('button', { name: 'Close', exact: true }).click();
    await go(page, 17);
    panel = await panelOf(page);
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Deal 17');
    await expect(panel.getByRole('region', { name: 'How this page is read' })).toHaveCount(0);

    // Where it is looked over, carried on and taken back.
    await options.bringToFront();
    await options.getByText('How it is read').click();
    await expect(options.getByText('Amount, not readable on the last deals')).toBeVisible();
    await expect(options.getByText('Works on other deals too.')).toBeVisible();
    // What is read of each CRM, how surely, and since when that is known.
    const crms = options.getByRole('group', { name: 'What is read, and how surely' });
    for (const { about } of adapters) {
      const row = crms
        .getByRole('row')
        .filter({ has: options.getByRole('rowheader', { name: about.name, exact: true }) });
      await expect(row.getByRole('cell').last()).toHaveText(dayOf(about.asOf));
    }
    await crms.scrollIntoViewIfNeeded();
    await shoot(options, 'options-crms');
    expect(await axeCheck(options)).toEqual([]);
    await shoot(options, 'options-sites');
    await options.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await options.setViewportSize({ width: 320, height: 900 });
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeCheck(options)).toEqual([]);
    await shoot(options, 'options-sites-narrow-dark');
    const [download] = await Promise.all([
      options.waitForEvent('download'),
      options.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = readFileSync(await download.path());
    await options.getByRole('button', { name: 'Forget what was taught of crm.acme.example' }).click();
    await expect(options.getByText('Forgotten for crm.acme.example')).toBeVisible();
    const bring = options.locator('input[type=file]');
    await bring.setInputFiles({ name: 'sites.json', mimeType: '', buffer: Buffer.from('{"format":"other"}') });
    await expect(options.getByRole('alert')).toContainText('not a file of taught sites');
    await bring.setInputFiles({ name: 'sites.json', mimeType: '', buffer: file });
    await options.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(options.getByText('Added for 1 site.')).toBeVisible();
    await expect(options.getByText('crm.acme.example/deals/…')).toBeVisible();
  } finally {
    await session.dispose();
    rmSync(extension, { recursive: true, force: true });
  }
});
