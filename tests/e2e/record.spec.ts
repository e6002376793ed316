/** How a record's page is read while it is drawn, moves and is edited, in both shadow modes of Lightning. */
import type { RawDeal } from '../../lib/domain/deal.ts';
import { DEALS } from '../hosts/deals.ts';
import { ACME, dealPath, expect, goTo, openDeal, test } from './extension.ts';
import { launcher, openPanel } from './overlay.ts';
import { pagePort } from './page-port.ts';

for (const shadow of ['synthetic', 'native'] as const) {
  test.describe(`a record in ${shadow} shadow`, () => {
    test.use({ host: { shadow } });

    const texts = async (port: Awaited<ReturnType<typeof pagePort>>) => {
      const { key, raw } = await port.read();
      expect(raw === null || raw.key === key).toBe(true);
      return raw && textsOf(raw);
    };
    const textsOf = ({ fields }: RawDeal) =>
      Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, read?.text ?? null]));
    const widgets = {
      name: 'Acme - 1,200 Widgets',
      account: 'Acme Manufacturing',
      stage: 'Needs Analysis',
      amount: '$140,000.00',
      closeDate: '12/31/2026',
      owner: 'Jo Berg',
    };
    const pumps = {
      ...widgets,
      name: 'Northwind Pumps: second line',
      account: 'Northwind Pumps',
      stage: 'Proposal/Price Quote',
      amount: '$86,500.00',
      closeDate: '1/29/2027',
    };
    const service = {
      ...widgets,
      name: 'Lakeside Clinics service plan',
      account: 'Lakeside Clinics',
      stage: 'Negotiation/Review',
      amount: '$52,300.50',
      closeDate: '12/11/2026',
    };
    const pages: [string, string, object][] = [
      ['as usual', '', widgets],
      ['in dynamic forms', 'layout=dynamic&highlights=dynamic', widgets],
      ['in a console', 'app=console', widgets],
      ['being edited', 'edit=true', widgets],
      ['with its details not drawn', 'detail=lazy', widgets],
      [
        'with no details, few highlights and a path of web components',
        'detail=lazy&highlights=compact&path=lwc',
        { ...widgets, amount: null, closeDate: null, owner: null },
      ],
      [
        'in German, with the details not drawn',
        'locale=de-DE&detail=lazy',
        { ...widgets, amount: '140.000,00 $', closeDate: '31.12.2026' },
      ],
      ['with fields missing', 'missing=Amount,OwnerId', { ...widgets, amount: null, owner: null }],
    ];
    test('is read in every form of its page', async ({ page, session }) => {
      for (const [how, options, fields] of pages) {
        await test.step(how, async () => {
          await page.goto(`${ACME}${dealPath(DEALS.widgets)}?${options}`);
          await launcher(page);
          const port = await pagePort(session, page);
          await expect.poll(() => texts(port)).toEqual(fields);
        });
      }
    });

    test('tells of its stage when that moves, in either path', async ({ page, session }) => {
      for (const path of ['aura', 'lwc']) {
        await page.goto(`${ACME}${dealPath(DEALS.widgets)}?detail=lazy&path=${path}`);
        await launcher(page);
        const port = await pagePort(session, page);
        await expect.poll(() => texts(port)).toMatchObject({ stage: 'Needs Analysis' });
        const before = (await port.heard()).length;
        await page.evaluate((id) => window.__app.stage(id, 'Value Proposition'), DEALS.widgets);
        await expect
          .poll(async () =>
            (await port.heard())
              .slice(before)
              .map((message) => message.t === 'deal' && message.raw?.fields.stage?.text),
          )
          .toEqual(['Value Proposition']);
      }
    });

    for (const app of ['standard', 'console'] as const) {
      test(`is never taken for another in the ${app} app, however fast the page moves`, async ({ page, session }) => {
        const all: Record<string, object> = {
          [DEALS.widgets]: widgets,
          [DEALS.pumps]: pumps,
          [DEALS.service]: service,
        };
        const ids = Object.keys(all);
        await page.goto(`${ACME}${dealPath(DEALS.widgets)}?app=${app}&draw=30`);
        await launcher(page);
        const port = await pagePort(session, page);
        await page.evaluate(async (ids) => {
          for (let step = 0; step < 60; step++) {
            window.__app.go(`/lightning/r/Opportunity/${ids[(step * 7 + (step >> 2)) % ids.length]}/view`);
            // Sometimes the record is drawn before the next move, sometimes not.
            await new Promise((resolve) => setTimeout(resolve, (step * 37) % 90));
          }
        }, ids);
        const at = page.url().match(/006\w{15}/)?.[0] ?? '';
        await expect.poll(() => texts(port)).toEqual(all[at]);
        const told = (await port.heard()).flatMap((message) => (message.t === 'deal' && message.raw ? [message] : []));
        expect(told.length).toBeGreaterThan(5);
        for (const { key, raw } of told) {
          expect(raw?.key).toBe(key);
          expect(raw && textsOf(raw)).toEqual(all[key?.slice(-18) ?? '']);
        }
      });
    }

    test('is not read while the page shows the one before, and then is', async ({ page, session }) => {
      await page.goto(`${ACME}${dealPath(DEALS.widgets)}?draw=manual`);
      await launcher(page);
      const port = await pagePort(session, page);
      expect(await texts(port)).toBeNull();
      await page.evaluate(() => window.__app.draw());
      await expect.poll(() => texts(port)).toMatchObject({ name: 'Acme - 1,200 Widgets' });
      await goTo(page, dealPath(DEALS.pumps));
      expect(await port.read()).toMatchObject({ key: `salesforce:acme:${DEALS.pumps}`, raw: null });
      await page.evaluate(() => window.__app.draw());
      await expect.poll(() => texts(port)).toMatchObject({ name: 'Northwind Pumps: second line' });
    });

    test('is not read while the page draws it into the one before, piece by piece', async ({ page, session }) => {
      await page.goto(`${ACME}${dealPath(DEALS.widgets)}?draw=manual`);
      await page.evaluate(() => window.__app.draw());
      const port = await pagePort(session, page);
      await expect.poll(() => texts(port)).toEqual(widgets);
      await goTo(page, dealPath(DEALS.pumps));
      const before = (await port.heard()).length;
      // The host page draws each deal into an element of its own, so this one takes the next one's values.
      await page.evaluate(
        async ([id, shown]) => {
          for (const [api, text] of Object.entries(shown)) {
            window.__app.set(id, { shown: { [api]: text } });
            await new Promise((resolve) => setTimeout(resolve, 30));
          }
        },
        [
          DEALS.widgets,
          {
            Name: pumps.name,
            AccountId: pumps.account,
            StageName: pumps.stage,
            Amount: pumps.amount,
            CloseDate: pumps.closeDate,
          },
        ] as const,
      );
      await expect.poll(() => texts(port)).toEqual(pumps);
      const told = (await port.heard())
        .slice(before)
        .flatMap((message) => (message.t === 'deal' && message.raw ? [textsOf(message.raw)] : []));
      for (const one of told) expect(one).toEqual(pumps);
    });

    test('tells of its close date and amount when they change', async ({ page, session }) => {
      for (const options of ['', 'detail=lazy', 'highlights=none']) {
        await page.goto(`${ACME}${dealPath(DEALS.widgets)}?${options}`);
        await launcher(page);
        const port = await pagePort(session, page);
        await expect.poll(() => texts(port)).toEqual(widgets);
        const news = async () => {
          const last = (await port.heard()).findLast((message) => message.t === 'deal' && message.n === undefined);
          return last?.t === 'deal' && last.raw && textsOf(last.raw);
        };
        const changes = { shown: { CloseDate: '2/26/2027', Amount: '$90,000.00' } };
        await page.evaluate(([id, changes]) => window.__app.set(id, changes), [DEALS.widgets, changes] as const);
        await expect.poll(news).toEqual({ ...widgets, amount: '$90,000.00', closeDate: '2/26/2027' });
      }
    });
  });
}

test('what is typed and not saved is not kept, and a close date that is saved counts as moved', async ({ page }) => {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await panel.getByRole('tab', { name: 'Deal' }).click();
  const closeDate = panel.locator('.field-row', { hasText: 'Close date' });
  await expect(closeDate).toContainText('Dec 31');
  const changes = panel.getByRole('region', { name: 'What changed' });
  const edit = async (day: string, then: 'Save' | 'Cancel') => {
    await page.evaluate(() => window.__app.edit(true));
    await page.getByLabel('Close Date').first().fill(day);
    await page.getByRole('button', { name: then, exact: true }).click();
  };
  await edit('1/15/2027', 'Cancel');
  await edit('2/26/2027', 'Save');
  await expect(changes).toContainText('Close date: 12/31/2026 → 2/26/2027 moved later');
  await expect(changes).not.toContainText('1/15/2027');
});
