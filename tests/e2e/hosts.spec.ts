/**
 * The host pages are what their README claims: what a content script's world finds in them, in both
 * shadow modes. If these fail, no other end-to-end test proves anything.
 */
import { test as base } from '@playwright/test';
import { CONTACT, DEALS } from '../hosts/deals.ts';
import { routeHosts } from '../hosts/serve.ts';
import { ACME, dealPath, expect, GLOBEX, goTo, openDeal } from './extension.ts';
import { inIsolatedWorld } from './isolated.ts';
import { openSession, type Session } from './session.ts';

/** Nothing is kept here: the tests of a worker share one browser, and each has a page of its own. */
const test = base.extend<object, { session: Session }>({
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const session = await openSession({ prepare: (context) => routeHosts(context) });
      await use(session);
      await session.dispose();
    },
    { scope: 'worker' },
  ],
  page: async ({ session }, use) => {
    const page = await session.context.newPage();
    await use(page);
    await page.close();
  },
});

/** Prelude for expressions in the isolated world: `deep` finds through open roots, `shown` reads as rendered. */
const PRELUDE = `
  const deep = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? deep(selector, e.shadowRoot) : [])),
  ];
  const shown = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.localName === 'style') return '';
    const slotted = node.localName === 'slot' ? node.assignedNodes() : [];
    return [...(slotted.length > 0 ? slotted : (node.shadowRoot ?? node).childNodes)].map(shown).join('');
  };
  const field = (api) => deep('[data-target-selection-name="sfdc:RecordField.Opportunity.' + api + '"]')
    .filter((e) => e.getClientRects().length > 0);
  const value = (api) => field(api).map((e) => shown(e.querySelector('.test-id__field-value')).trim())[0] ?? null;
  const visible = (selector) => deep(selector).filter((e) => e.getClientRects().length > 0);
`;
const at = (id: string, options: Record<string, string>) =>
  `${ACME}${dealPath(id)}?${new URLSearchParams(options).toString()}`;

test('a synthetic shadow hides its trees from the page and from nobody else', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const highlights = "document.querySelectorAll('records-highlights2').length";
  expect(await page.evaluate(highlights)).toBe(0);
  expect(await inIsolatedWorld(page, highlights)).toBe(1);
  expect(await inIsolatedWorld(page, "document.querySelector('records-highlights2').shadowRoot")).toBeNull();
  const stage = `document.querySelector('[data-target-selection-name$=".StageName"] .test-id__field-value')`;
  expect(await inIsolatedWorld(page, `${stage}.textContent.trim()`)).toBe('Needs Analysis');
});

test('a native shadow hides its trees from plain queries everywhere, and the text of a field in a root of its own', async ({
  page,
}) => {
  await page.goto(at(DEALS.widgets, { shadow: 'native' }));
  expect(await inIsolatedWorld(page, "document.querySelectorAll('records-highlights2').length")).toBe(0);
  expect(await inIsolatedWorld(page, `${PRELUDE} deep('records-highlights2')[0].shadowRoot.mode`)).toBe('open');
  expect(await inIsolatedWorld(page, `${PRELUDE} field('StageName')[0].parentNode.host.textContent`)).toBe('');
  expect(await inIsolatedWorld(page, `${PRELUDE} value('StageName')`)).toBe('Needs Analysis');
});

for (const shadow of ['synthetic', 'native'] as const) {
  test.describe(`in ${shadow} shadow`, () => {
    test('the standard app keeps earlier records hidden in the document', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow }));
      await goTo(page, dealPath(DEALS.pumps));
      await goTo(page, dealPath(DEALS.service));
      const count = (selector: string) =>
        inIsolatedWorld(page, `${PRELUDE} [deep('${selector}').length, visible('${selector}').length]`);
      expect(await count('one-record-home-flexipage2')).toEqual([3, 1]);
      expect(await count('div.windowViewMode-normal.oneContent.active.lafPageHost')).toEqual([1, 1]);
      expect(await inIsolatedWorld(page, `${PRELUDE} value('Name')`)).toBe('Lakeside Clinics service plan');
      await page.goBack();
      await expect.poll(() => inIsolatedWorld(page, `${PRELUDE} value('Name')`)).toBe('Northwind Pumps: second line');
      expect(page.url()).toBe(ACME + dealPath(DEALS.pumps));
    });

    test('the console keeps three records alive, and a subtab has the deal as its workspace only', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow, app: 'console' }));
      await goTo(page, dealPath(DEALS.pumps));
      await goTo(page, dealPath(DEALS.rollout));
      const sections = `${PRELUDE} [deep('section.oneConsoleTab').length, deep('section.tabContent.active.oneConsoleTab').length,
        deep('one-record-home-flexipage2').length, visible('one-record-home-flexipage2').length,
        deep('.windowViewMode-maximized.active.lafPageHost').length]`;
      expect(await inIsolatedWorld(page, sections)).toEqual([3, 1, 3, 1, 3]);
      await goTo(page, `/lightning/r/Contact/${CONTACT}/view?ws=${encodeURIComponent(dealPath(DEALS.rollout))}`);
      expect(await inIsolatedWorld(page, sections)).toEqual([3, 1, 3, 0, 3]);
      expect(await inIsolatedWorld(page, `${PRELUDE} visible('h1')[0].textContent`)).toBe('Ana Ruiz');
    });

    test('details come with their tab, and the stage moves without a change of address', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow, detail: 'lazy', path: 'lwc' }));
      expect(await inIsolatedWorld(page, `${PRELUDE} field('StageName').length`)).toBe(0);
      const current = `${PRELUDE} visible('.slds-path__item.slds-is-current').map((e) => shown(deep('.slds-path__title', e)[0]).trim())`;
      expect(await inIsolatedWorld(page, current)).toEqual(['Needs Analysis']);
      await page.getByRole('tab', { name: 'Details' }).click();
      expect(await inIsolatedWorld(page, `${PRELUDE} value('StageName')`)).toBe('Needs Analysis');
      const address = page.url();
      await page.getByRole('button', { name: 'Mark Stage as Complete' }).click();
      expect(await inIsolatedWorld(page, current)).toEqual(['Value Proposition']);
      expect(await inIsolatedWorld(page, `${PRELUDE} value('StageName')`)).toBe('Value Proposition');
      expect(page.url()).toBe(address);
    });

    test('in the Aura path a chosen step is active, and only the button stores it', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow }));
      const step = (state: string) =>
        inIsolatedWorld(
          page,
          `${PRELUDE} deep('li.runtime_sales_pathassistantPathAssistantTab.${state}').map((e) => e.dataset.name)`,
        );
      await page.getByRole('option', { name: 'Id. Decision Makers' }).click();
      expect(await step('slds-is-active')).toEqual(['Id. Decision Makers']);
      expect(await step('slds-is-current')).toEqual(['Needs Analysis']);
      await page.getByRole('button', { name: 'Mark as Current Stage' }).click();
      expect(await step('slds-is-current')).toEqual(['Id. Decision Makers']);
    });

    test('edit mode holds inputs above a docked bar, and keeps what is saved', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow }));
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      expect(await inIsolatedWorld(page, `${PRELUDE} visible('.slds-docked-form-footer').length`)).toBe(1);
      await page.getByLabel('Opportunity Name').fill('Acme - 1,300 Widgets');
      await page.getByRole('button', { name: 'Save' }).click();
      expect(await inIsolatedWorld(page, `${PRELUDE} value('Name')`)).toBe('Acme - 1,300 Widgets');
      expect(await inIsolatedWorld(page, `${PRELUDE} visible('.slds-docked-form-footer').length`)).toBe(0);
    });

    test('values stand in the formats of the locale, and a field can be missing', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow, locale: 'de-DE', missing: 'OwnerId' }));
      const read = `${PRELUDE} ['Amount', 'CloseDate', 'OwnerId'].map(value)`;
      expect(await inIsolatedWorld(page, read)).toEqual(['140.000,00\u00a0$', '31.12.2026', null]);
      await page.goto(at(DEALS.widgets, { shadow, layout: 'dynamic', highlights: 'compact' }));
      expect(await inIsolatedWorld(page, read)).toEqual(['$140,000.00', '12/31/2026', 'Jo Berg']);
      expect(await inIsolatedWorld(page, `${PRELUDE} visible('records-highlights-details-item').length`)).toBe(1);
    });

    test('a slow page shows the old record under the new address until it draws', async ({ page }) => {
      await page.goto(at(DEALS.widgets, { shadow, draw: 'manual' }));
      await page.evaluate(() => window.__app.draw());
      await goTo(page, dealPath(DEALS.pumps));
      expect(page.url()).toBe(ACME + dealPath(DEALS.pumps));
      expect(await inIsolatedWorld(page, `${PRELUDE} value('Name')`)).toBe('Acme - 1,200 Widgets');
      expect(await page.evaluate(() => window.__app.draw())).toBe(true);
      expect(await inIsolatedWorld(page, `${PRELUDE} value('Name')`)).toBe('Northwind Pumps: second line');
    });

    test('hostile names are text, and a storm of mutations leaves the record as it was', async ({ page }) => {
      const names = ['<img src=x onerror="window.hit=1">', '\u202eevil\u202c __proto__', 'x'.repeat(1 << 20)];
      await page.goto(at(DEALS.widgets, { shadow }));
      for (const name of names) {
        await page.evaluate(([id, to]) => window.__app.set(id, { name: to }), [DEALS.widgets, name] as const);
        expect(await inIsolatedWorld(page, `${PRELUDE} value('Name')`)).toBe(name);
      }
      expect(await page.evaluate(() => 'hit' in window)).toBe(false);
      await page.evaluate(() => window.__app.storm(5000));
      expect(await inIsolatedWorld(page, `${PRELUDE} deep('.storm').length`)).toBe(0);
    });
  });
}

test('a board has no address of its own, and its cards carry the id as a class', async ({ page }) => {
  await page.goto(`${ACME}/lightning/o/Opportunity/list?filterName=Recent`);
  expect(await page.locator(`tr[data-row-key-value="${DEALS.pumps}"]`).count()).toBe(1);
  await page.evaluate(() => window.__app.kanban());
  const column = (stage: string) => page.locator(`[data-stage="${stage}"]`);
  const card = page.locator(`.pipelineViewCard[class~="${DEALS.widgets}"]`);
  await expect(column('Needs Analysis').locator(card)).toHaveCount(1);
  await card.getByText('Acme Manufacturing').dragTo(column('Value Proposition'));
  await expect(column('Value Proposition').locator(card)).toHaveCount(1);
  expect(new URL(page.url()).pathname).toBe('/lightning/o/Opportunity/list');
});

test('utility bar, composer, modal and toast stand where the design system puts them', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const look = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { right, bottom, width, height } = element.getBoundingClientRect();
      return {
        right: innerWidth - right,
        bottom: innerHeight - bottom,
        width,
        height,
        z: getComputedStyle(element).zIndex,
      };
    });
  expect(await look('.slds-utility-bar')).toMatchObject({ right: 0, bottom: 0, height: 40 });
  await page.evaluate(() => window.__app.composer(true));
  expect(await look('.slds-docked-composer')).toMatchObject({ right: 24, bottom: 0, width: 480, height: 480 });
  await page.evaluate(() => window.__app.modal(true));
  expect((await look('.slds-modal')).z).toBe('9001');
  await page.evaluate(() => window.__app.toast('Saved'));
  expect((await look('.slds-notify_container')).z).toBe('10000');
});

test('the page takes keys for itself, unless one of its own fields has the focus', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  await page.getByLabel('Search').pressSequentially('eg');
  await page.getByLabel('Search').blur();
  await page.keyboard.press('e');
  await page.keyboard.press('/');
  expect(await page.evaluate(() => window.__app.shortcuts)).toEqual(['e', '/']);
});

test('the policy of the page bars inline scripts and foreign frames', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const barred = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          seen.push(event.effectiveDirective);
          if (seen.length === 2) resolve(seen.sort());
        });
        document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.hit = 1' }));
        document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }));
      }),
  );
  expect(await barred).toEqual(['frame-src', 'script-src-elem']);
});

test('another org has another record under the same id; a proxy and a sandbox are served too', async ({ page }) => {
  const name = () => page.title();
  await openDeal(page, DEALS.widgets, GLOBEX);
  expect(await name()).toBe('Globex depot automation | Opportunity | Salesforce');
  for (const host of ['acme--uat.sandbox.lightning.force.com', 'acme.lightning.force.com.mcas.ms']) {
    await openDeal(page, DEALS.widgets, `https://${host}`);
    expect(await name()).toBe('Acme - 1,200 Widgets | Opportunity | Salesforce');
  }
  await page.goto(`${ACME}/one/one.app#/sObject/${DEALS.rollout}/view`);
  expect(await name()).toBe('Hofbauer Werke Rollout | Opportunity | Salesforce');
});
