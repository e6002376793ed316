/** Firmness in the CRM's own lists: nothing at all while it is off, and a mark that keeps to its deal while it is on. */
import { rmSync } from 'node:fs';
import { expect as expects, type Page, test } from '@playwright/test';
import { adapters } from '../../lib/crm/index';
import type { Rung } from '../../lib/domain/answer';
import type { DealKey } from '../../lib/domain/deal';
import { frozenPages } from '../crm/frozen.ts';
import { CONTACT, DEALS } from '../hosts/deals.ts';
import { routeHosts } from '../hosts/serve.ts';
import { axeCheck } from './axe.ts';
import { ACME, shoot } from './extension.ts';
import { routeFrozen } from './frozen-hosts.ts';
import { grantedCopy } from './granted.ts';
import { looksWell } from './looks.ts';
import { marksNow } from './overlay.ts';
import { answered, bring, daysAgo, seen } from './seeded.ts';
import { openSession } from './session.ts';
import { buildFor, turnOn } from './turned-on.ts';

const expect = expects.configure({ timeout: 10_000 });
const LIST = `${ACME}/lightning/o/Opportunity/list?filterName=Recent`;

/** Asked often: a mark is there within a frame, and the test need not wait longer. */
const shows = <T>(probe: () => Promise<T>) => expect.poll(probe, { intervals: [50] });

const NAME = 'Acme - 1,200 Widgets';
const UNKNOWN = 'A deal of somebody else';
const tail = (key: string) => key.split(':').at(-1) ?? '';

const known = (deal: DealKey, name: string, rung: Rung) => {
  return [
    seen(deal, daysAgo(3), { name, stage: 'Needs Analysis' }),
    answered(deal, daysAgo(2), 'fit.owner', 'yes', rung),
  ];
};

/** Each mark with the link that it stands behind, on the same line; `null` where it stands behind none. */
async function marked(page: Page): Promise<(string | null)[]> {
  const marks = await marksNow(page);
  const links = await page.evaluate(() => {
    const deep = (tree: ParentNode): Element[] =>
      [...tree.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? deep(each.shadowRoot) : [])]);
    return deep(document)
      .filter((each) => each.matches('a[href*="/r/Opportunity/"]'))
      .map((link) => {
        const { right, top, height } = link.getBoundingClientRect();
        return { text: link.textContent ?? '', right, middle: top + height / 2 };
      });
  });
  return marks.map(({ label, box }) => {
    const beside = links.find(
      ({ right, middle }) => Math.abs(box.x - right) < 12 && Math.abs(box.y + box.height / 2 - middle) < 2,
    );
    return beside && label.startsWith(`${beside.text}. `) && /Firmness \d+ of 100/.test(label) ? beside.text : null;
  });
}

test('shows nothing until it is turned on, and then a mark beside each known deal, wherever its row goes', async () => {
  test.setTimeout(60_000);
  const extension = grantedCopy();
  const session = await openSession({ extension, prepare: (context) => routeHosts(context) });
  try {
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    const options = await session.context.newPage();
    await bring(options, session, [
      ...known(`salesforce:acme:${DEALS.widgets}`, 'Acme - 1,200 Widgets', 'shown'),
      ...known(`salesforce:acme:${DEALS.rollout}`, 'Hofbauer Werke Rollout', 'guess'),
    ]);
    const scripts = async () =>
      (await session.worker()).evaluate<string[]>(
        `chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ js }) => js))`,
      );

    await page.goto(LIST);
    await page.locator('tr[data-row-key-value]').first().waitFor();
    const html = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    expect(await scripts()).toEqual([]);
    expect(await marksNow(page)).toEqual([]);

    await options.getByRole('tab', { name: 'Sites' }).click();
    await options.getByRole('button', { name: 'Show firmness in lists' }).click();
    await options.getByRole('button', { name: 'Allow on acme.lightning.force.com' }).click();
    await expect(options.getByText('Allowed on acme.lightning.force.com')).toBeVisible();
    expect(await axeCheck(options)).toEqual([]);
    await options.getByRole('heading', { name: 'Firmness in lists' }).scrollIntoViewIfNeeded();
    await looksWell(options, 'options-list-marks', { looks: ['light', 'dark', 'forced'], sizes: [[320, 900]] });
    expect(await scripts()).toEqual(['page-marks.js']);

    // In the list that was open already: the two that are known of five, and no row was touched.
    await page.bringToFront();
    const both = ['Acme - 1,200 Widgets', 'Hofbauer Werke Rollout'];
    await shows(() => marked(page)).toEqual(both);
    expect((await html()).replace('<div></div></html>', '</html>')).toBe(before);
    const found = (text: string) =>
      page.evaluate((what) => (window as unknown as { find(text: string): boolean }).find(what), text);
    expect(await found('Rollout')).toBe(true);
    expect(await found('Firmness')).toBe(false);
    await shoot(page, 'list-marks');
    // On a page that is dark, and in colours that the person forces upon it.
    await page.addStyleTag({ content: 'body, body * { background: #16181d !important; color: #ddd !important }' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, 'list-marks-dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await shoot(page, 'list-marks-forced');
    await page.emulateMedia({ forcedColors: 'none' });

    // Rows are used again: the first for a deal that nobody knows, the last for the one that it was.
    await page.evaluate(() => {
      const rows = [...document.querySelectorAll('tbody tr')];
      const [first, last] = [rows[0], rows.at(-1)];
      if (!first || !last) throw new Error('no rows');
      const key = 'data-row-key-value';
      const ids = [first, last].map((row) => row.getAttribute(key) ?? '');
      const [cell, other] = [first, last].map((row) => row.querySelector('th'));
      cell?.replaceWith(other?.cloneNode(true) ?? '');
      other?.replaceWith(cell ?? '');
      first.setAttribute(key, ids[1] ?? '');
      last.setAttribute(key, ids[0] ?? '');
    });
    await shows(() => marked(page)).toEqual(both.toReversed());

    // Into native shadow, and scrolled within a box of its own, until one is out of sight.
    await page.evaluate(() => {
      const box = document.querySelector('lst-list-view-manager');
      const table = box?.querySelector('table');
      if (!box || !table) throw new Error('no table');
      const root = document.createElement('lightning-datatable').attachShadow({ mode: 'open' });
      const scroller = root.appendChild(document.createElement('div'));
      scroller.style.cssText = 'height:90px;overflow:auto';
      scroller.append(table);
      box.append(root.host);
    });
    await shows(() => marked(page)).toEqual(['Hofbauer Werke Rollout']);
    await page.evaluate(() =>
      document.querySelector('lightning-datatable')?.shadowRoot?.firstElementChild?.scrollBy(0, 999),
    );
    await shows(() => marked(page)).toContain('Acme - 1,200 Widgets');

    // The board has the same address; what covers it covers its marks.
    await page.evaluate(() => window.__app.kanban());
    await shows(async () => (await marked(page)).toSorted()).toEqual(both);
    await shoot(page, 'list-marks-board');
    await page.evaluate(() => window.__app.modal(true));
    await shows(() => marked(page)).toEqual([]);
    await page.evaluate(() => window.__app.modal(false));
    await shows(async () => (await marked(page)).length).toBe(2);

    // No list, no marks; the launcher is there as ever.
    await page.evaluate((path) => window.__app.go(path), `/lightning/r/Contact/${CONTACT}/view`);
    await shows(() => marksNow(page)).toEqual([]);
    await page.evaluate((path) => window.__app.go(path), new URL(LIST).pathname);
    await shows(async () => (await marked(page)).length).toBe(2);

    // Off again, also where it is open. This copy holds for good what a person would give back.
    await options.evaluate(`chrome.permissions.remove = async () => true`);
    await options.getByRole('button', { name: 'Show nothing in lists' }).click();
    await expect(options.getByText('Lists show nothing of Footing.')).toBeVisible();
    await shows(() => marksNow(page)).toEqual([]);
    expect(await scripts()).toEqual([]);
  } finally {
    await session.dispose();
    rmSync(extension, { recursive: true, force: true });
  }
});

/** A list of each CRM, beside Lightning, whose lists tell which deal is which. */
const others = frozenPages.flatMap(({ expected, ...page }) => {
  const { url, rows: [key] = [] } = expected;
  if (!url || !key || page.adapter.id === 'salesforce') return [];
  const { html: whole } = page;
  const list = whole.slice(whole.indexOf('</script>'));
  // Classic's own ids are shorter than the keys.
  const id = list.includes(tail(key)) ? tail(key) : tail(key).slice(0, 15);
  // One that nobody knows, behind the one that is known.
  const other = id.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
  const html = list + list.replaceAll(id, other).replaceAll(NAME, UNKNOWN);
  return [{ ...page, html, expected, url, key: key as DealKey, ids: [id, other] as const }];
});

test('marks the lists of the other CRMs in the same way, once they are turned on', async () => {
  test.setTimeout(90_000);
  const told = new Set(adapters.filter(({ rows }) => rows.length > 0).map(({ id }) => id));
  expects(new Set(['salesforce', ...others.map(({ adapter }) => adapter.id)])).toEqual(told);
  const sites = others.map(({ url, adapter }) => ({ origin: new URL(url).origin, crm: adapter.id }));
  const extension = buildFor(sites);
  const session = await openSession({ extension, prepare: (context) => routeFrozen(context, others) });
  try {
    await turnOn(session, sites);
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    const options = await session.context.newPage();
    await bring(
      options,
      session,
      others.flatMap(({ key }) => known(key, NAME, 'shown')),
    );
    const scripts = async () =>
      (await session.worker()).evaluate<string[]>(
        `chrome.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ js }) => js).sort())`,
      );
    const turn = async (words: string) => {
      await options.bringToFront();
      await options.getByRole('button', { name: words }).click();
    };
    /** The names that a mark stands behind, on the same line; each mark says which deal it is of. */
    const named = async () =>
      Promise.all(
        (await marksNow(page)).map(async ({ label, box }) => {
          const [name = ''] = label.split('. ');
          const line = await page.getByText(name, { exact: true }).boundingBox();
          const isBeside = line && Math.abs(box.y + box.height / 2 - line.y - line.height / 2) < 4;
          return isBeside && box.x >= line.x && /Firmness \d+ of 100/.test(label) ? name : `${label} elsewhere`;
        }),
      );

    await options.getByRole('tab', { name: 'Sites' }).click();
    const [first] = others;
    await page.goto(first?.url ?? '');
    await page.getByText(NAME, { exact: true }).waitFor();
    expects(await scripts()).not.toContain('page-marks.js');
    expects(await marksNow(page)).toEqual([]);
    await turn('Show firmness in lists');
    await expect(options.getByText('Firmness is shown in lists.')).toBeVisible();
    expects(await scripts()).toEqual(['page-marks.js', 'page-site.js']);
    await page.bringToFront();

    for (const { name, url, adapter, ids } of others) {
      await test.step(name, async () => {
        // The list that is open already is not loaded anew.
        if (url !== page.url()) await page.goto(url);
        await shows(named).toEqual([NAME]);
        await shoot(page, `list-marks-${adapter.id}`);
        const before = await page.getByText(NAME, { exact: true }).boundingBox();
        // Each row is used again for the other's deal: the mark goes with its deal.
        await page.evaluate(swap, [ids, [NAME, UNKNOWN]] as const);
        await shows(named).toEqual([NAME]);
        expects((await page.getByText(NAME, { exact: true }).boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
      });
    }

    await turn('Show nothing in lists');
    await expect(options.getByText('Lists show nothing of Footing.')).toBeVisible();
    expects(await scripts()).toEqual(['page-site.js']);
    await page.bringToFront();
    await shows(() => marksNow(page)).toEqual([]);
  } finally {
    await session.dispose();
    rmSync(extension, { recursive: true, force: true });
  }
});

/** In the page: puts each of two ids, and of two names, in the other's place, in attributes and texts. */
function swap(pairs: readonly (readonly [string, string])[]): void {
  const swapped = (text: string) =>
    pairs.reduce(
      (now, [one, other]) =>
        now
          .split(one)
          .map((part) => part.split(other).join(one))
          .join(other),
      text,
    );
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Text) node.data = swapped(node.data);
    else for (const attribute of (node as Element).attributes) attribute.value = swapped(attribute.value);
  }
}
