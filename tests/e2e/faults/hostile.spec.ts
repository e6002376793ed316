/** A page that means harm. Rows 17 and 20 to 22 of the README. */
import type { Page } from '@playwright/test';
import { DEALS } from '../../hosts/deals.ts';
import { expect, openDeal, test } from '../extension.ts';
import { advice, launcher, panelOf, panelShown } from '../overlay.ts';
import { forge, patchAll, readOfUs } from './forged.ts';
import { expectWhole, kept } from './hands.ts';
import { size, tell } from './size.ts';
import { answerAt, heardBy, SECRET, state } from './witness.ts';

/** `<html>` has a head and a body; whatever else is in it is ours. */
const oursIn = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

test('17 and 20: 10,000 forged messages, events and clicks change nothing and learn nothing', async ({
  page,
  session,
}) => {
  await page.addInitScript(patchAll);
  const panel = await answerAt(page);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await launcher(page)).label).toContain('Firmness');
  const first = await launcher(page);
  await page.locator('.slds-path__mark-complete').click();
  const { text } = await advice(page);
  // The stage has moved, and with it what is due.
  await expect.poll(async () => (await launcher(page)).label).not.toBe(first.label);
  const shown = await launcher(page);
  const heard = await heardBy(session);
  const before = await state(session);

  const sent = await page.evaluate(forge, {
    seed: 17,
    count: 10_000,
    id: session.extensionId,
    stage: await page.locator('.slds-path__mark-complete').elementHandle(),
  });
  // Messages that were posted last have come when this one has.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => data === 'last' && resolve(data));
        window.postMessage('last', '*');
      }),
  );
  expect(await heard()).toEqual([]);
  expect(await state(session)).toEqual(before);
  expect(await panelShown(page)).toBe(false);
  expect(await launcher(page)).toMatchObject({ label: shown.label, box: shown.box });
  expect(await oursIn(page)).toBe(1);

  // What a page can see of us: that something is there, and nothing that it says.
  const seen = await page.evaluate(readOfUs, [
    SECRET,
    text.split('\n')[0] ?? '',
    'Before you advance',
    shown.label,
    'Firmness',
    'Ask: ',
  ]);
  expect(seen).toEqual({ found: [], read: [], roots: null, frames: 0, closed: false, extension: false });
  const total = Object.values(sent).reduce((sum, count) => sum + count, 0);
  tell(`faults 17 and 20: ${total} forged (${Object.values(sent).join(' + ')}): 0 heard, 0 changes, 0 words read`);
});

test('21: taken away, moved, hidden or covered it comes back within its budget, then is silent', async ({
  page,
  session,
}) => {
  await openDeal(page, DEALS.widgets);
  const place = (await launcher(page)).box;
  const before = await state(session);
  const attacks: [string, () => void][] = [
    ['removed', () => document.documentElement.lastElementChild?.remove()],
    ['moved', () => document.body.append(document.documentElement.lastElementChild as Element)],
    [
      'hidden by its own style',
      () => {
        const host = document.documentElement.lastElementChild as HTMLElement;
        host.style.cssText = 'display: none !important; opacity: 0 !important; transform: scale(0) !important';
        host.hidden = true;
      },
    ],
    [
      "hidden by the page's style",
      () => {
        const style = document.head.appendChild(document.createElement('style'));
        style.textContent =
          'html > div { display: none !important; visibility: hidden !important; inset: 9999px !important }';
      },
    ],
    [
      'covered',
      () => {
        const cover = document.body.appendChild(document.createElement('div'));
        cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
      },
    ],
    ['with the body emptied', () => document.body.replaceChildren()],
  ];
  for (const [how, attack] of attacks) {
    await page.evaluate(attack);
    expect((await launcher(page)).box, how).toEqual(place);
    expect(await oursIn(page), how).toBe(1);
  }

  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // A page that goes on: five times it comes back, and then no more, however long the page goes on.
  await openDeal(page, DEALS.pumps);
  await launcher(page);
  const taken = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        let still = 0;
        const take = () => {
          const host = document.documentElement.children[2];
          host?.remove();
          count += host ? 1 : 0;
          still = host ? 0 : still + 1;
          if (still > 20) resolve(count);
          else requestAnimationFrame(take);
        };
        take();
      }),
  );
  expect(taken).toBe(5 + 1);
  expect(await oursIn(page)).toBe(0);
  await page.evaluate(() => {
    for (let n = 0; n < 500; n++) document.documentElement.append(document.createElement('i'));
    for (const one of document.querySelectorAll('html > i')) one.remove();
  });
  expect(await oursIn(page)).toBe(0);

  // A document that is written anew takes our listeners along with its own, and no error comes of it.
  await openDeal(page, DEALS.rollout);
  await launcher(page);
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><title>New</title><p>Written anew</p>');
    document.close();
  });
  expect(await oursIn(page)).toBeLessThanOrEqual(1);
  await page.mouse.click(640, 400);

  // Names that take the place of the document's own: whatever fails then fails in silence.
  await openDeal(page, DEALS.widgets);
  await launcher(page);
  await page.evaluate(() => {
    for (const name of ['querySelectorAll', 'documentElement', 'activeElement', 'createElement']) {
      document.body.insertAdjacentHTML('beforeend', `<form name="${name}"><input name="matches"></form>`);
    }
  });
  await page.mouse.click(640, 400);
  expect(errors).toEqual([]);
  expect(await state(session)).toEqual(before);
  tell(
    `fault 21: ${attacks.length} attacks, the launcher as it was; taken each frame, back ${taken - 1} times, then silent`,
  );
});

test('22: storms of mutations are not listened to, and a storm of values is one change a tenth of a second', async ({
  page,
  session,
}) => {
  test.setTimeout(size(45_000, 300_000));
  const panel = await answerAt(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** How often functions of our script in the page were called since the last time. */
  const calls = async () => {
    const { result } = await cdp.send('Profiler.takePreciseCoverage');
    const ours = result.filter(({ url }) => url.includes('page-salesforce'));
    return ours.flatMap(({ functions }) => functions).reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  };
  await calls();
  const storm = size(5_000, 50_000);
  await page.evaluate((count) => window.__app.storm(count), storm);
  const called = await calls();
  // Once a second it looks whether it is still wanted; nothing of it grows with the storm.
  expect(called).toBeLessThan(200);

  const values = size(100, 1_000);
  await page.evaluate(
    async ([id, count]) => {
      for (let n = 0; n < count; n++) {
        window.__app.stage(id, n % 2 ? 'Value Proposition' : 'Needs Analysis');
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [DEALS.widgets, values] as const,
  );
  await page.reload();
  await expect((await panelOf(page)).getByRole('heading', { level: 1 })).toHaveText('Acme - 1,200 Widgets');
  const found = await kept(session);
  expectWhole(found);
  const seen = found.ops.filter(({ kind }) => kind === 'snapshot.seen').length;
  expect(seen).toBeLessThanOrEqual(64);
  expect(panel.isDetached()).toBe(true);
  tell(`fault 22: ${storm} mutations: ${called} calls of ours; ${values} changes of a stage: ${seen} kept`);
});
