/** Footing on a CRM that runs: Tryton, as Debian ships it, with its own web client and twenty opportunities. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Frame, type Page } from '@playwright/test';
import type { Site } from '../../lib/crm/site';
import type { DealSnapshot } from '../../lib/domain/deal';
import type { Op } from '../../lib/domain/op';
import { HOSTILE, OPPORTUNITIES } from '../hosts/tryton/opportunities.ts';
import { IS_REQUIRED, NoTryton, seededDatabase } from '../hosts/tryton/prepare.ts';
import { SELLER } from '../hosts/tryton/seed.ts';
import { DATABASE, freePort, startTryton } from '../hosts/tryton/server.ts';
import { shoot, expect as soon } from './extension.ts';
import { launcher, openPanel, panelOf } from './overlay.ts';
import { openSession } from './session.ts';
import { buildFor, turnOn } from './turned-on.ts';

/** A whole CRM runs beside the browser: with all other tests at the same time, it needs patience. */
const PATIENCE_MS = 20_000;
const expect = soon.configure({ timeout: PATIENCE_MS });

interface Seeded {
  /** The file of the database; `null` where this machine can have no Tryton. */
  database: string | null;
  why: string;
}

const test = base.extend<object, { seeded: Seeded }>({
  seeded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const seeded = await seededDatabase().then(
        (database) => ({ database, why: '' }),
        (error: unknown) => {
          if (IS_REQUIRED || !(error instanceof NoTryton)) throw error;
          return { database: null, why: error.message };
        },
      );
      await use(seeded);
    },
    // Where it is not made yet, as it is before these tests run in `npm test`.
    { scope: 'worker', timeout: 240_000 },
  ],
});

const record = (page: Page) => page.locator('#tabcontent > .tab-pane.active');
const tabs = (page: Page) => page.locator('#tablist a');
const top = (panel: Frame) => panel.getByRole('region', { name: 'Ask next' });

/** As the panel shows a name: without what would turn the direction of the words after it. */
const shownName = (name: string) => name.replace('\u202e', '');

/** Waits until the web client shows an opportunity in front. */
async function stands(page: Page, id: number): Promise<void> {
  await expect(record(page).locator('[name=number]').first()).toHaveValue(String(id));
}

/** Opens an opportunity as a link to it does: in a tab of the page beside those that are open. */
async function open(page: Page, id: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${DATABASE}/model/sale.opportunity/${id}`);
  await stands(page, id);
}

/** Logs in where the web client asks for it. */
async function logIn(page: Page): Promise<void> {
  const login = page.locator('input#login');
  await expect(login.or(record(page)).first()).toBeVisible();
  if (!(await login.isVisible())) return;
  await login.fill(SELLER.login);
  await login.press('Enter');
  const password = page.locator('input[type=password]');
  await password.fill(SELLER.password);
  await password.press('Enter');
}

/** Says once which step a stage of this CRM is; that holds for all its deals. */
async function stepIs(panel: Frame, stage: string, step: string): Promise<void> {
  const ask = panel.locator('.stage-ask', { hasText: `Which step is "${stage}"?` });
  await ask.locator('label', { hasText: step }).click();
  await expect(ask).toBeHidden();
}

/** The log of what is kept, read past our own code. */
const ops = (panel: Frame) =>
  panel.evaluate(async () => {
    const open = indexedDB.open('footing');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const all = open.result.transaction('ops').objectStore('ops').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    open.result.close();
    return all.result as Op[];
  });

/** What was seen of a deal each time that it was another, with its values. */
async function seen(panel: Frame, deal: string): Promise<DealSnapshot['fields'][]> {
  const snapshots = (await ops(panel)).filter(({ kind, subject }) => kind === 'snapshot.seen' && subject === deal);
  return snapshots.map(({ value }) => (value as DealSnapshot).fields);
}

/** The stages that were seen of a deal, in their order. */
const stages = async (panel: Frame, deal: string) => (await seen(panel, deal)).map(({ stage }) => stage?.value);

test('is beside the opportunity in front, notices its stage move, and has it all again after a restart', async ({
  seeded,
}) => {
  test.skip(seeded.database === null, seeded.why);
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'footing-tryton-'));
  cpSync(seeded.database ?? '', join(folder, `${DATABASE}.sqlite`));
  const port = await freePort();
  const site: Site = { origin: `http://127.0.0.1:${port}`, crm: 'tryton' };
  const extension = buildFor([site]);
  let server = await startTryton(folder, port);
  let session = await openSession({ extension, viewport: { width: 1600, height: 900 }, reducedMotion: 'reduce' });
  try {
    session.context.setDefaultTimeout(PATIENCE_MS);
    await turnOn(session, [site]);
    let page = session.context.pages()[0] ?? (await session.context.newPage());
    const deal = (id: number) => `tryton:127.0.0.1~${port}/${DATABASE}:${id}`;
    const gates = `${site.origin}/#${DATABASE}/model/sale.opportunity/3`;
    await page.goto(gates);
    await logIn(page);
    await stands(page, 3);

    // What stands in the web client's form is what the panel shows.
    await launcher(page);
    let panel = await openPanel(page);
    const title = () => panel.getByRole('heading', { level: 1 });
    const firmness = () => panel.getByRole('button', { name: /^Firmness/ });
    await expect(title()).toHaveText('Ticket gates for six stations');
    await expect(panel.locator('.facts')).toHaveText('Qualify (Opportunity)closes Jun 30, 2027€1.25M');

    // An answer is the deal's that is in front.
    await top(panel).locator('label', { hasText: /^Yes$/ }).click();
    await top(panel)
      .locator('label', { hasText: /^Said$/ })
      .click();
    await expect(panel.locator('.saved')).toBeVisible();
    await stepIs(panel, 'Opportunity', 'Qualify');
    await shoot(page, 'host-tryton-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, 'host-tryton-dark');
    await page.emulateMedia({ colorScheme: 'light' });

    // Four records alive in one page, whose title is the same for all: the panel is beside the one in front.
    for (const id of [1, 4, 5]) {
      await open(page, id);
      await expect(title()).toHaveText(shownName(OPPORTUNITIES[id - 1]?.name ?? String(id)));
    }
    await expect(tabs(page)).toHaveCount(4);
    for (const [tab, name] of [
      [1, 'Brewery line 2: filling'],
      [2, HOSTILE],
      [0, 'Ticket gates for six stations'],
    ] as const) {
      await tabs(page).nth(tab).click();
      await expect(title()).toHaveText(shownName(name));
    }

    const gatesFields = {
      name: { value: 'Ticket gates for six stations' },
      account: { value: 'Regio Rail' },
      stage: { value: 'Opportunity' },
      amount: { value: { minor: 125_000_000, currency: 'EUR' } },
      closeDate: { value: '2027-06-30' },
      owner: { value: SELLER.name },
    };
    await expect.poll(() => seen(panel, deal(3))).toMatchObject([gatesFields]);

    // The CRM's own button moves the stage, without a change of the address.
    await record(page).getByRole('button', { name: 'Convert to Sale' }).click();
    await expect(panel.getByRole('region', { name: /^Before you advance/ })).toBeVisible();
    await stepIs(panel, 'Converted', 'Propose');
    await panel.getByRole('tab', { name: 'Deal' }).click();
    await expect(panel.getByRole('region', { name: 'Moved on' })).toContainText('Qualify → Propose');
    await expect.poll(() => stages(panel, deal(3))).toEqual(['Opportunity', 'Converted']);
    const kept = await ops(panel);
    const answered = kept.filter(({ kind }) => kind === 'answer.set').map(({ subject }) => subject);
    expect(new Set(answered)).toEqual(new Set([deal(3)]));
    const before = (await firmness().getAttribute('aria-label')) ?? '';
    expect(before).toMatch(/^Firmness [1-9]/);

    // Server and browser go, and come back.
    await session.quit();
    await server.stop();
    server = await startTryton(folder, port);
    session = await session.reopen();
    session.context.setDefaultTimeout(PATIENCE_MS);
    const worker = await session.worker();
    await expect.poll(() => worker.evaluate('chrome.scripting.getRegisteredContentScripts()')).toHaveLength(1);
    page = session.context.pages()[0] ?? (await session.context.newPage());
    await page.goto(gates);
    await logIn(page);
    await expect(record(page).locator('select[name=state]')).toHaveValue('"converted"');
    panel = await panelOf(page);
    await expect(title()).toHaveText('Ticket gates for six stations');
    await expect(panel.locator('.facts')).toContainText('Propose');
    expect(await stages(panel, deal(3))).toEqual(['Opportunity', 'Converted']);
    await expect(firmness()).toHaveAccessibleName(before);
    expect((await ops(panel)).length).toBe(kept.length);
  } finally {
    await session.dispose();
    await server.stop();
    for (const path of [folder, extension]) rmSync(path, { recursive: true, force: true });
  }
});
