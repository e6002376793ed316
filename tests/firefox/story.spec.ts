/**
 * Footing in Firefox, from its installation on: Firefox itself asks, and is told yes by its own buttons.
 */
import { copyFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { frozenPages } from '../crm/frozen.ts';
import { DEALS } from '../hosts/deals.ts';
import { hostServer, type Reply } from '../hosts/serve.ts';
import { unknownCrmPage } from '../hosts/unknown-crm.ts';
import { openFirefox } from './firefox.ts';
import { type Hands, handsOn } from './hands.ts';

const BUILT = join(import.meta.dirname, '../../.output');
const LIGHTNING = `https://acme.lightning.force.com/lightning/r/Opportunity/${DEALS.widgets}/view`;
const ODOO = frozenPages.find(({ name }) => name === 'odoo/opportunity-18');
const ODOO_URL = ODOO?.expected.url ?? '';
const ODOO_HOST = new URL(ODOO_URL).host;
/** A CRM that nobody knows. */
const OTHER_HOST = 'crm.northwind.example';
const PASSPHRASE = 'four plain words here';

/** A page that shuts itself off from others: Chromium keeps the panel's frame out of such a one. */
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

function others(address: string): Reply | null {
  const page = (body: string, headers = {}) => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body,
  });
  const odoo = `<!doctype html><html lang="en"><title>Odoo</title><body>${ODOO?.html}`;
  if (address === ODOO_URL) return page(odoo, ISOLATED);
  return new URL(address).host === OTHER_HOST ? page(unknownCrmPage().body) : null;
}

/** The extension as it is shipped, under the name by which Firefox knows one. */
function packed(folder: string): string {
  const [zip] = globSync('*-firefox.zip', { cwd: BUILT });
  if (!zip) throw new Error('The extension is not built for Firefox. Run: npx wxt zip -b firefox');
  const file = join(folder, 'footing.xpi');
  copyFileSync(join(BUILT, zip), file);
  return pathToFileURL(file).href;
}

/** Answers the question at hand, and waits until it is kept. */
async function answer(hands: Hands): Promise<void> {
  await hands.press('Yes');
  await hands.press('Said');
  await expect.poll(hands.text).toMatch(/^Saved/m);
  await expect.poll(() => standing(hands)).toContain('11 gaps');
}

/** Turns Footing on for the site in front, from the toolbar icon, and says yes to Firefox's question. */
async function turnOnHere(hands: Hands, host: string): Promise<void> {
  await hands.pressIcon();
  await expect.poll(() => hands.asideText('popup')).toContain(`Footing is off on ${host}.`);
  await hands.pictureOf('popup', 'popup');
  await hands.pressInPopup(`Turn on for ${host}`);
  expect(await hands.question()).toContain(host);
  await hands.agree();
  await hands.closePopup();
}

/** The deal, its firmness and its gaps, as they stand on top of the panel. */
const standing = async (hands: Hands) => (await hands.text()).split('Ask next')[0];

test('Footing in Firefox', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footing-packed-'));
  const host = await hostServer({}, others);
  let firefox = await openFirefox(host);
  let hands = handsOn(firefox);
  console.log(`Firefox ${firefox.version}`);
  try {
    await test.step('is installed, and Firefox says on which sites it runs', async () => {
      // It ends in no page.
      hands.visit(packed(folder)).catch(() => undefined);
      expect(await hands.question()).toMatch(/lightning\.force\.com/);
      await hands.agree();
      await expect.poll(async () => (await hands.held()).scripts).toContain('https://*.lightning.force.com/*');
      const { origins, permissions } = await hands.held();
      expect(origins.filter((origin) => !/lightning/.test(origin))).toEqual([]);
      expect(permissions).not.toContain('scripting');
    });

    let before: string | undefined;
    await test.step('keeps an answer beside a Lightning deal', async () => {
      await hands.visit(LIGHTNING);
      await hands.pressLauncher();
      await hands.enter();
      await expect.poll(hands.text).toContain('Acme - 1,200 Widgets');
      await answer(hands);
      await hands.picture('lightning');
      await hands.press('Agenda');
      await hands.press('Copy agenda');
      await expect.poll(hands.text).toContain('Copied');
      // What was copied counts as sent.
      await expect.poll(() => standing(hands)).toContain('10 gaps');
      before = await standing(hands);
      await hands.reload();
      await hands.enter();
      await expect.poll(() => standing(hands)).toBe(before);
      await hands.leave();
      expect(await hands.foundByPage()).toEqual({ frames: 0, loaded: [] });
    });

    await test.step('is turned on for one more site from the toolbar icon', async () => {
      await hands.visit(ODOO_URL);
      expect(await hands.isIsolated()).toBe(true);
      expect(await hands.ours('button')).toBeNull();
      await turnOnHere(hands, ODOO_HOST);
      await hands.pressLauncher();
      await hands.enter();
      await expect.poll(hands.text).toContain('Acme - 1,200 Widgets');
      await answer(hands);
      await hands.picture('odoo');
      expect(await hands.held()).toMatchObject({
        origins: expect.arrayContaining([`https://${ODOO_HOST}/*`]),
        permissions: expect.arrayContaining(['scripting']),
      });
      await hands.leave();
    });

    await test.step('is taught a CRM that nobody knows', async () => {
      await hands.visit(`https://${OTHER_HOST}/deals/12`);
      await turnOnHere(hands, OTHER_HOST);
      await hands.enter();
      await expect.poll(hands.text).toContain(`${OTHER_HOST}/deals/…`);
      await hands.press('Point at it: Name');
      await hands.leave();
      await hands.press('Acme widgets');
      await hands.enter();
      await hands.press('Save');
      await expect.poll(hands.text).toContain('Saved. Now open another deal');
      await hands.picture('taught');
      await hands.visit(`https://${OTHER_HOST}/deals/13`);
      await hands.pressLauncher();
      await hands.enter();
      await expect.poll(hands.text).toContain('Here it reads');
      expect(await hands.text()).toContain('Northwind pumps');
      await hands.press('That is right');
    });

    await test.step('is all there after Firefox was quit', async () => {
      expect(await hands.complaints()).toEqual([]);
      firefox = await firefox.reopen();
      hands = handsOn(firefox);
      await hands.visit(ODOO_URL);
      await hands.enter();
      await expect.poll(() => standing(hands)).toContain('11 gaps');
      await hands.visit(LIGHTNING);
      await hands.enter();
      await expect.poll(() => standing(hands)).toBe(before);
      await hands.leave();
      await hands.openSidebar();
      await expect.poll(() => hands.asideText('sidebar')).toContain('Acme - 1,200 Widgets');
      await hands.pictureOf('sidebar', 'sidebar');
    });

    await test.step('shows every deal in the review', async () => {
      await hands.visit(await hands.own('review.html'));
      await expect.poll(hands.text).toContain('Northwind pumps');
      await hands.picture('review');
    });

    await test.step('is turned off where it was turned on', async () => {
      await hands.visit(await hands.own('options.html#sites'));
      await expect.poll(hands.text).toContain('How it is read');
      await expect.poll(hands.text).toContain(OTHER_HOST);
      await hands.picture('options');
      await hands.press(`Turn off for ${ODOO_HOST}`);
      await expect.poll(hands.text).toContain(`Off for ${ODOO_HOST}.`);
      await hands.press(`Turn off for ${OTHER_HOST}`);
      await expect.poll(hands.text).toContain(`Off for ${OTHER_HOST}.`);
      const { origins, permissions, scripts } = await hands.held();
      expect([...origins, ...scripts].filter((one) => !/lightning/.test(one))).toEqual([]);
      expect(permissions).not.toContain('scripting');
      await hands.visit(ODOO_URL);
      await hands.pressIcon();
      await expect.poll(() => hands.asideText('popup')).toContain(`Footing is off on ${ODOO_HOST}.`);
      await hands.closePopup();
      expect(await hands.ours('button')).toBeNull();
    });

    await test.step('says so where a person took Salesforce from it, and takes it back with a click', async () => {
      await hands.withhold();
      await hands.visit(LIGHTNING);
      await hands.pressIcon();
      await expect.poll(() => hands.asideText('popup')).toContain('The browser keeps it from reading this site.');
      await hands.pictureOf('popup', 'withheld');
      await hands.pressInPopup('Turn on for acme.lightning.force.com');
      expect(await hands.question()).toContain('acme.lightning.force.com');
      await hands.agree();
      await hands.closePopup();
      await expect.poll(async () => (await hands.held()).origins).toEqual(['https://acme.lightning.force.com/*']);
      await hands.reload();
      await hands.enter();
      await expect.poll(() => standing(hands)).toBe(before);
    });
    await test.step('is locked from another tab, and opened in the page', async () => {
      await hands.leave();
      const page = await hands.openTab(await hands.own('options.html#lock'));
      for (const name of ['New passphrase', 'The same again']) {
        await hands.press(name);
        await hands.type(PASSPHRASE);
      }
      await hands.press('I know that nobody can open my notes without the passphrase.');
      await hands.press('Turn the lock on');
      await hands.press('Lock now');
      await hands.toTab(page);
      await hands.enter();
      await expect.poll(hands.text).toContain('Your notes are locked');
      await hands.press('Passphrase');
      await hands.type(PASSPHRASE);
      await hands.press('Open');
      await expect.poll(() => standing(hands)).toBe(before);
      await expect.poll(hands.text).not.toContain('Your notes are locked');
    });
    expect(await hands.complaints()).toEqual([]);
  } finally {
    await firefox.dispose();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
