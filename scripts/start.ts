/**
 * `npm start`: builds the extension and opens a Chromium with it on a demo opportunity, without an
 * account and without a network. Where there is no display it takes the walk headless, says what it
 * did and found, and leaves numbered pictures.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { openSession } from '../tests/e2e/session.ts';
import { walk } from '../tests/e2e/walk.ts';
import { DEALS } from '../tests/hosts/deals.ts';
import { routeHosts } from '../tests/hosts/serve.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'pictures');
const FIRST = `https://acme.lightning.force.com/lightning/r/Opportunity/${DEALS.widgets}/view`;

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function show(): Promise<void> {
  const session = await openSession({
    headless: false,
    viewport: null,
    args: ['--window-size=1400,900'],
    prepare: (context) => routeHosts(context),
  });
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(FIRST);
  console.log(`
A demo opportunity is open, with Footing on the right edge of the page. Everything is made up, and
nothing leaves this computer. Try this:
  1. Press the small tab on the right edge: the panel opens with the one question to ask next.
  2. Answer it: Yes, Partly, No or Unknown; then how you know. It is saved at once.
  3. Answer two more, and watch the number. Press it to see its sum.
  4. Agenda, Copy agenda; paste it into Notes, at the bottom of the page.
  5. Click another opportunity in the page and come back; reload; all is there.
  6. Other kinds of page: add ?shadow=native, ?app=console, ?path=lwc&detail=lazy or
     ?locale=de-DE to the address.
Close the browser to end.`);
  await new Promise<void>((resolve) => session.context.once('close', () => resolve()));
  await session.dispose();
}

async function walkHeadless(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const name of readdirSync(PICTURES)) if (/^walk-\d\d-/.test(name)) rmSync(join(PICTURES, name));
  const session = await openSession({ prepare: (context) => routeHosts(context) });
  console.log('No display here: taking the walk headless.\n');
  let steps = 0;
  let pictures = 0;
  const last = await walk(session, {
    did: (text) => {
      steps += 1;
      console.log(`${steps}. ${text}`);
    },
    found: (text) => console.log(`   ${text}`),
    async picture(page, name) {
      pictures += 1;
      const path = join(PICTURES, `walk-${String(pictures).padStart(2, '0')}-${name}.png`);
      await page.screenshot({ path });
      console.log(`   [${relative(ROOT, path)}]`);
    },
  });
  await last.dispose();
  console.log(`\n${steps} steps done, each found as it should be. ${pictures} pictures are in pictures/.`);
}

await build({ root: ROOT });
await (hasDisplay() ? show() : walkHeadless());
