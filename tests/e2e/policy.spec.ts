/** What an organisation sets in Chromium's own folder for managed policies: loaded by the browser, shown, and in force. */
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { printPlaybook } from '../../lib/domain/playbook-file';
import { bant } from '../../lib/playbooks/bant';
import { DEALS } from '../hosts/deals.ts';
import { routeHosts } from '../hosts/serve.ts';
import { expect, openDeal } from './extension.ts';
import { looksWell } from './looks.ts';
import { openPanel } from './overlay.ts';
import { answered, bring, daysAgo, seen } from './seeded.ts';
import { EXTENSION_DIR, openSession } from './session.ts';

/** Debian's Chromium and Google's Chrome read every JSON file in theirs. */
const FOLDERS = ['/etc/chromium', '/etc/opt/chrome'].map((root) => join(root, 'policies/managed'));

function canManage(): boolean {
  try {
    if (process.platform !== 'linux') return false;
    accessSync('/etc', constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const BANNER = 'Deals of the industrial division only. <b>Ask Kim</b> about others.';

base('a policy of the organisation is loaded by the browser, said where it acts, and holds', async () => {
  base.skip(!canManage(), 'Only root may write the folder of managed policies.');
  // An extension of its own, by its id: the policy is not for the tests beside this one.
  const extension = join(mkdtempSync(join(tmpdir(), 'footing-managed-')), 'footing');
  cpSync(EXTENSION_DIR, extension, { recursive: true });
  const prepare = { extension, prepare: (context: Parameters<typeof routeHosts>[0]) => routeHosts(context) };
  let session = await openSession(prepare);
  const made: string[] = [];
  try {
    const policy = {
      crms: ['salesforce'],
      playbook: printPlaybook(bant),
      fixedPlaybook: true,
      handOver: false,
      retentionDays: 5,
      banner: BANNER,
    };
    for (const folder of FOLDERS) {
      if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
      const file = join(folder, `footing-${session.extensionId}.json`);
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [session.extensionId]: policy } } }));
      made.push(file);
    }
    session = await session.reopen();
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    await bring(page, session, [
      seen(`salesforce:acme:${DEALS.widgets}`, daysAgo(3), { name: 'Acme - 1,200 Widgets', stage: 'Needs Analysis' }),
      answered(`salesforce:acme:${DEALS.widgets}`, daysAgo(2), 'fit.owner', 'yes', 'said', { who: 'Ana Ruiz' }),
    ]);
    await page.getByRole('tab', { name: 'Proof' }).click();
    const inForce = page.getByRole('region', { name: 'Set by your organisation' });
    await expect(inForce.getByText('Only on: Salesforce')).toBeVisible();
    await expect(inForce.getByText(`BANT, version ${bant.version}`)).toBeVisible();
    await expect(inForce.getByText('Set, but not used:')).toBeVisible();
    await expect(inForce.getByText(/^Erasing.*Its value cannot be used/)).toBeVisible();
    await inForce.scrollIntoViewIfNeeded();
    await looksWell(page, 'policy-proof', {
      sizes: [
        [1280, 900],
        [320, 900],
      ],
    });

    await page.goto(session.url('review.html'));
    await page.getByRole('button', { name: 'Hand over' }).click();
    const out = page.getByRole('menuitem', { name: 'Hand deals over' });
    await expect(out).toBeDisabled();
    await expect(out).toContainText('Set by your organisation.');

    await page.setViewportSize({ width: 1280, height: 900 });
    await openDeal(page, DEALS.widgets);
    const panel = await openPanel(page);
    await expect(panel.getByRole('region', { name: 'From your organisation' })).toContainText(BANNER);
    await expect(panel.locator('.checklist')).toContainText(bant.questions[0]?.short ?? 'nothing');
    await panel.getByRole('tab', { name: 'Deal' }).click();
    await expect(panel.getByText('Set by your organisation.')).toHaveCount(2);
    await page.screenshot({ path: 'pictures/policy-panel.png' });
  } finally {
    for (const file of made) rmSync(file, { force: true });
    await session.dispose();
    rmSync(join(extension, '..'), { recursive: true, force: true });
  }
});
