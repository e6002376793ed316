/**
 * The browser's own questions, answered by keys as a person does, to the extension as it ships.
 * Everything else in the tests begins with a yes that is built in (`tests/e2e/granted.ts`).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { frozenPages } from '../crm/frozen.ts';
import { expect } from '../e2e/extension.ts';
import { launcher, launcherNow, marksNow, openPanel } from '../e2e/overlay.ts';
import { answered, bring, daysAgo, seen } from '../e2e/seeded.ts';
import { EXTENSION_DIR, openSession, type Session } from '../e2e/session.ts';
import { type BesideTabs, besideTabs } from '../e2e/side-panel.ts';
import { DEALS } from '../hosts/deals.ts';
import { routeHosts } from '../hosts/serve.ts';
import { type Desk, openDesk, SIZE } from './desk.ts';

const ODOO = 'https://crm.acme.example';
const HOST = 'crm.acme.example';
const LIGHTNING = 'acme.lightning.force.com';
const odoo = frozenPages.find(({ name }) => name === 'odoo/opportunity-18');
const STYLE = 'body{font:14px/1.5 system-ui;margin:24px 420px 24px 24px}';

/** A profile in which the icon stands in the toolbar; an unpacked extension's id is made of its path. */
function profileWithIcon(): string {
  const digest = createHash('sha256').update(EXTENSION_DIR).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const profile = mkdtempSync(join(tmpdir(), 'footing-prompt-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true }, pinned_extensions: [id] } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

const test = base.extend<{ desk: Desk; session: Session; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures that a fixture uses written here
  desk: async ({}, use) => {
    const desk = await openDesk();
    await use(desk);
    desk.close();
  },
  session: async ({ desk }, use) => {
    const profile = profileWithIcon();
    const session = await openSession({
      profile,
      headless: false,
      viewport: null,
      env: { ...process.env, DISPLAY: desk.display },
      args: [`--window-size=${SIZE.width},${SIZE.height}`, '--window-position=0,0'],
      prepare: async (context) => {
        await routeHosts(context);
        const body = `<!doctype html><meta charset="utf-8"><title>Odoo</title><link rel="icon" href="data:,"><style>${STYLE}</style>${odoo?.html}`;
        await context.route(`${ODOO}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
      },
    });
    await use(session);
    await session.dispose();
    rmSync(profile, { recursive: true, force: true });
  },
  page: async ({ session }, use) => use(session.context.pages()[0] ?? (await session.context.newPage())),
});

/** Presses the icon in the toolbar; the pop-up that it opens. */
async function pressIcon(desk: Desk, session: Session): Promise<BesideTabs> {
  const { x, y } = await desk.icon();
  desk.click(x, y);
  return besideTabs(session.context, 'recent.html');
}

/** Presses a button of the pop-up where it lies on the screen. */
async function pressIn(popup: BesideTabs, desk: Desk, name: string): Promise<void> {
  const place = `(() => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(name)});
    const { x, y, width, height } = button?.getBoundingClientRect() ?? {};
    return button && [screenX + x + width / 2, screenY + y + height / 2];
  })()`;
  await expect.poll(() => popup.run(place)).toBeTruthy();
  const [x, y] = (await popup.run(place)) as [number, number];
  desk.click(x, y);
}

/** What of the optional is granted. */
async function granted(session: Session): Promise<string[]> {
  const all = 'chrome.permissions.getAll().then(({ permissions, origins }) => [...permissions, ...origins])';
  const held = await (await session.worker()).evaluate<string[]>(all);
  return held.filter((name) => /scripting|notifications|example|acme\./.test(name)).sort();
}

test('from the toolbar icon: a no leaves nothing, a yes shows the panel at once, and it can be taken back', async ({
  desk,
  session,
  page,
}) => {
  await page.goto(`${ODOO}/odoo/crm/16`);
  let popup = await pressIcon(desk, session);
  await expect.poll(() => popup.text()).toContain(`Footing is off on ${HOST}.`);
  desk.shoot('prompt-icon');
  await pressIn(popup, desk, `Turn on for ${HOST}`);
  await desk.whenAsking(true);
  desk.shoot('prompt-site');
  desk.deny();
  await desk.whenAsking(false);
  expect(await granted(session)).toEqual([]);

  popup = await pressIcon(desk, session);
  await expect.poll(() => popup.text()).toContain('Nothing was turned on. The browser asked, and was not told yes.');
  desk.shoot('prompt-site-denied');
  await pressIn(popup, desk, `Turn on for ${HOST}`);
  await desk.whenAsking(true);
  desk.allow();
  await launcher(page);
  expect(await granted(session)).toEqual([`${ODOO}/*`, 'scripting']);
  const panel = await openPanel(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Acme - 1,200 Widgets');
  desk.shoot('prompt-site-allowed');

  const options = await session.context.newPage();
  await options.goto(session.url('options.html#sites'));
  await options.getByRole('button', { name: `Turn off for ${HOST}` }).click();
  await expect(options.getByText(`Off for ${HOST}.`)).toBeVisible();
  desk.shoot('prompt-site-off');
  expect(await granted(session)).toEqual([]);
  await expect.poll(() => launcherNow(page)).toBeNull();
  await page.reload();
  expect(await launcherNow(page)).toBeNull();
});

test('by its address: a no is told of, and what the browser takes back by itself is left at once', async ({
  desk,
  session,
  page,
}) => {
  await page.goto(`${ODOO}/odoo/crm/16`);
  const options = await session.context.newPage();
  await options.goto(session.url('options.html#sites'));
  const turnOn = async () => {
    await options.getByLabel('Address of your CRM').fill(`${ODOO}/odoo/crm/16`);
    await options.getByRole('button', { name: 'Turn on', exact: true }).click();
    await desk.whenAsking(true);
  };
  await turnOn();
  desk.deny();
  await expect(options.getByText('Not turned on. The browser was told no.')).toBeVisible();
  await desk.whenAsking(false);
  desk.shoot('prompt-address-denied');
  await turnOn();
  desk.allow();
  await expect(options.getByText(`On for ${HOST}.`)).toBeVisible();
  await launcher(page);

  // What its own page of extensions does when a site is taken away there.
  const settings = await session.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    `new Promise((done) => chrome.developerPrivate.removeHostPermission('${session.extensionId}', '${ODOO}/*', done))`,
  );
  await options.bringToFront();
  await expect(options.getByText('None yet.')).toBeVisible();
  await expect.poll(() => launcherNow(page)).toBeNull();
  desk.shoot('prompt-taken-back');
});

test('the lists of Lightning and the notices are asked for by themselves, once each', async ({
  desk,
  session,
  page,
}) => {
  const options = await session.context.newPage();
  const deal = `salesforce:acme:${DEALS.widgets}` as const;
  await bring(options, session, [
    seen(deal, daysAgo(3), { name: 'Acme - 1,200 Widgets', stage: 'Needs Analysis' }),
    answered(deal, daysAgo(2), 'fit.owner', 'yes', 'said'),
  ]);
  await page.bringToFront();
  await page.goto(`https://${LIGHTNING}/lightning/o/Opportunity/list?filterName=Recent`);
  await page.locator('tr[data-row-key-value]').first().waitFor();
  await options.bringToFront();
  await options.goto(session.url('options.html#sites'));
  await options.getByRole('button', { name: 'Show firmness in lists' }).click();
  const allow = options.getByRole('button', { name: `Allow on ${LIGHTNING}` });
  await allow.click();
  await desk.whenAsking(true);
  desk.shoot('prompt-lists');
  desk.deny();
  await expect(options.getByText('Not turned on. The browser was told no.')).toBeVisible();
  await allow.click();
  await desk.whenAsking(true);
  desk.allow();
  await expect(options.getByText(`Allowed on ${LIGHTNING}.`)).toBeVisible();
  await page.bringToFront();
  await expect.poll(async () => (await marksNow(page)).length).toBe(1);
  desk.shoot('prompt-lists-allowed');
  await options.bringToFront();
  await options.getByRole('button', { name: 'Show nothing in lists' }).click();
  await expect.poll(() => marksNow(page)).toEqual([]);
  await expect.poll(() => granted(session)).toEqual([]);

  await options.goto(session.url('options.html#about'));
  const turnOn = options.getByRole('button', { name: 'Turn notices on' });
  await turnOn.click();
  await desk.whenAsking(true);
  desk.shoot('prompt-notices');
  desk.deny();
  await desk.whenAsking(false);
  await expect(options.getByText('Notices are off.')).toBeVisible();
  await turnOn.click();
  await desk.whenAsking(true);
  desk.allow();
  await expect(options.getByText('Notices are on.')).toBeVisible();
  expect(await granted(session)).toEqual(['notifications']);
  await options.getByRole('button', { name: 'Turn notices off' }).click();
  await expect.poll(() => granted(session)).toEqual([]);
});
