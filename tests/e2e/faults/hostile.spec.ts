/** A page that means harm, and another extension. Rows 17 to 23 of the README. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { DEALS } from '../../hosts/deals.ts';
import { routeHosts } from '../../hosts/serve.ts';
import { ACME, dealPath, expect, openDeal, test } from '../extension.ts';
import { advice, launcher, launcherNow, openPanel, panelNow, panelOf, panelShown } from '../overlay.ts';
import { EXTENSION_DIR, openSession, type Session } from '../session.ts';
import { choose } from '../walk.ts';
import { expectWhole, kept } from './hands.ts';
import { size, tell } from './size.ts';

/** `<html>` has a head and a body; whatever else is in it is ours. */
const oursIn = (page: Page) => page.evaluate(() => document.documentElement.children.length - 2);

/** An answer with a word in it that stands nowhere else. */
const SECRET = 'Kumquat';

async function answerAt(page: Page): Promise<Frame> {
  await openDeal(page, DEALS.widgets);
  const panel = await openPanel(page);
  await choose(panel, 'Is it so?', 'Yes');
  await choose(panel, 'How do you know?', 'Said');
  await panel.getByLabel('What exactly?').fill(`${SECRET} stops line 3`);
  await panel.getByLabel('What exactly?').press('Enter');
  await expect(panel.getByText(/^Saved/).first()).toBeVisible();
  return panel;
}

/** All that is kept, but for when somebody last looked. */
async function state(session: Session): Promise<object> {
  const { ops, deals, drafts } = await kept(session);
  const stored = await (await session.worker()).evaluate('chrome.storage.local.get()');
  return { ops, deals, drafts, stored };
}

/** Counts what the service worker is told from now on. */
async function heardBy(session: Session): Promise<() => Promise<unknown[]>> {
  const worker = await session.worker();
  await worker.evaluate('globalThis.heard = []; chrome.runtime.onMessage.addListener((m) => { heard.push(m.t); });');
  return () => worker.evaluate('heard') as Promise<unknown[]>;
}

test.describe('a page that patches what it can before we come', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const caught: string[] = [];
      Object.assign(window, { caught });
      const spy = (holder: object, name: string) => {
        const real = Reflect.get(holder, name);
        Reflect.set(holder, name, function (this: unknown, ...args: unknown[]) {
          for (const arg of args) if (typeof arg === 'string') caught.push(arg);
          if ((args[0] as { mode?: string })?.mode === 'closed') caught.push('closed root');
          return real.apply(this, args);
        });
      };
      spy(Element.prototype, 'attachShadow');
      spy(Element.prototype, 'append');
      spy(Element.prototype, 'setAttribute');
      spy(CSSStyleSheet.prototype, 'replaceSync');
      spy(JSON, 'parse');
      spy(JSON, 'stringify');
      spy(window, 'postMessage');
      for (const name of ['t', 'key', 'numbers', 'line', 'placement', 'raw']) {
        Object.defineProperty(Object.prototype, name, {
          set(value) {
            caught.push(`${name}=${value}`);
            Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
          },
          configurable: true,
        });
      }
    });
  });

  test('17 and 20: 10,000 forged messages, events and clicks change nothing and learn nothing', async ({
    page,
    session,
  }) => {
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

    const sent = await page.evaluate(
      ({ seed, count, id, stage }) => {
        let now = seed;
        const random = (below: number) => {
          now = (now * 48271) % 2147483647;
          return now % below;
        };
        const one = <T>(of: readonly T[]) => of[random(of.length)] as T;
        const words = [
          'toggle',
          'at',
          'seen',
          'placed',
          'framed',
          'advancing',
          'numbers',
          'close',
          'hide',
          'dock',
          'leave',
          'rules',
          'where',
          'deal',
          'shown',
        ];
        const url = location.href;
        const message = () => ({
          t: one(words),
          n: random(9),
          url: one([url, url.replace('acme', 'globex'), null, 7]),
          key: 'salesforce:acme:0067Q00000ARuZXQA1',
          raw: { language: null, fields: { name: { text: 'forged', from: 'x' } } },
          numbers: { known: true, firmness: 1, gaps: 1, label: 'forged' },
          placement: { open: true, hidden: true, side: 'left' },
          side: 'left',
          width: 640,
          done: true,
        });
        const host = document.documentElement.lastElementChild as HTMLElement;
        // The stage is not to move by it: what is asked is whether we take the click for a person's.
        const stop = (event: Event) => event.stopImmediatePropagation();
        document.addEventListener('click', stop, { capture: true });
        const channel = new BroadcastChannel('footing');
        const events: (() => Event)[] = [
          () => new PageTransitionEvent('pageshow', { persisted: true }),
          () => new PageTransitionEvent('pagehide', { persisted: true }),
          () => new Event('prerenderingchange'),
          () => new PopStateEvent('popstate', { state: message() }),
          () => new HashChangeEvent('hashchange', { newURL: url.replace('acme', 'globex') }),
          () => new MessageEvent('message', { data: message(), origin: `chrome-extension://${id}` }),
          () => new StorageEvent('storage', { key: 'footing', newValue: JSON.stringify(message()) }),
          () => new CustomEvent('wxt:locationchange', { detail: message() }),
          () => new CustomEvent(`${id}:page-salesforce:wxt:content-script-started`, { detail: { messageId: 'x' } }),
        ];
        const input: (() => Event)[] = [
          () => new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
          () => new PointerEvent('pointerenter', { bubbles: true, composed: true }),
          () => new PointerEvent('pointerdown', { bubbles: true, composed: true }),
          () =>
            new KeyboardEvent('keydown', {
              key: one(['Enter', ' ', 'ArrowUp', 'F']),
              altKey: true,
              shiftKey: true,
              bubbles: true,
            }),
          () => new DragEvent('dragstart', { bubbles: true, composed: true }),
          () => new FocusEvent('focus'),
        ];
        const ways: (() => void)[] = [
          () => window.postMessage(message(), '*'),
          () => {
            const { port1, port2 } = new MessageChannel();
            window.postMessage(message(), '*', [port2]);
            port1.postMessage(message());
          },
          () => one([window, document, navigation] as EventTarget[]).dispatchEvent(one(events)()),
          () => navigation.dispatchEvent(new Event('currententrychange')),
          () => host.dispatchEvent(one(input)()),
          () => stage?.dispatchEvent(one(input)()),
          () => channel.postMessage(message()),
          () => host.click(),
        ];
        const tally: Record<string, number> = {};
        for (let n = 0; n < count; n++) {
          const way = random(ways.length);
          tally[way] = (tally[way] ?? 0) + 1;
          ways[way]?.();
        }
        document.removeEventListener('click', stop, { capture: true });
        return tally;
      },
      {
        seed: 17,
        count: 10_000,
        id: session.extensionId,
        stage: await page.locator('.slds-path__mark-complete').elementHandle(),
      },
    );
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
    const seen = await page.evaluate(
      (words) => {
        const find = Reflect.get(window, 'find').bind(window);
        const host = document.documentElement.lastElementChild as HTMLElement;
        getSelection()?.removeAllRanges();
        const found = words.filter((word) => find(word, false, false, true, false, true));
        document.execCommand('selectAll');
        const all = [
          String(getSelection()),
          document.documentElement.innerText,
          document.documentElement.textContent,
          host.outerHTML,
          (host as unknown as { getHTML(of: object): string }).getHTML({ serializableShadowRoots: true }),
          JSON.stringify(performance.getEntries()),
          JSON.stringify(document.documentElement.getAnimations({ subtree: true }).map((each) => String(each.effect))),
          ...(Reflect.get(window, 'caught') as string[]),
        ].join('\n');
        getSelection()?.removeAllRanges();
        return {
          found,
          read: words.filter((word) => all.includes(word)),
          roots: host.shadowRoot,
          frames: window.length,
          closed: all.includes('closed root'),
          extension: all.includes('chrome-extension:'),
        };
      },
      [SECRET, text.split('\n')[0] ?? '', 'Before you advance', shown.label, 'Firmness', 'Ask: '],
    );
    expect(seen).toEqual({ found: [], read: [], roots: null, frames: 0, closed: false, extension: false });
    const total = Object.values(sent).reduce((sum, count) => sum + count, 0);
    tell(`faults 17 and 20: ${total} forged (${Object.values(sent).join(' + ')}): 0 heard, 0 changes, 0 words read`);
  });
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

test.describe('23', () => {
  const NAMES: [string, string][] = [
    ['markup', `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`],
    ['of a megabyte', 'Widgets '.repeat(131_072)],
    ['turned around', '\u202egnol yrev\u2066 of Acme'],
    ['a word of the language', '__proto__'],
    ['another', 'constructor'],
    ['half a character', `Acme \ud83d Widgets`],
  ];

  test('whatever a record is called is text, on the panel and everywhere else', async ({ page, session }) => {
    const panel = await answerAt(page);
    const one = await session.context.newPage();
    for (const [how, name] of NAMES) {
      await page.evaluate(
        ([id, to]) => {
          window.__app.set(id, { name: to });
          window.__app.stage(id, to.slice(0, 80));
        },
        [DEALS.widgets, name] as const,
      );
      const expected = name
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
        .slice(0, 2000)
        .trim()
        .toWellFormed();
      await expect(panel.getByRole('heading', { level: 1 }), how).toHaveText(expected);
      await expect(panel.locator('h1 *:not(bdi)'), how).toHaveCount(0);
    }
    for (const path of ['recent.html', 'review.html', 'options.html#stages']) {
      await one.goto(session.url(path));
      await expect(one.getByText(/Acme .* Widgets|Acme/).first()).toBeVisible();
      expect(await one.title()).not.toBe('owned');
      expect(await one.evaluate('({}).polluted')).toBeUndefined();
    }
    expect(await page.title()).not.toBe('owned');
    expectWhole(await kept(session));
    tell(`fault 23: ${NAMES.length} hostile names: each shown as text`);
  });

  test('no page of ours makes markup or code of text, loads what is foreign, or speaks to a network', async ({
    session,
  }) => {
    const page = await session.context.newPage();
    for (const path of ['panel.html', 'recent.html', 'review.html', 'options.html']) {
      await page.goto(session.url(path));
      const refused = await page.evaluate(async () => {
        const tries: Record<string, () => unknown> = {
          innerHTML: () => {
            document.body.innerHTML = '<b>x</b>';
          },
          write: () => document.write('x'),
          eval: () => Reflect.get(window, 'eval')('1'),
          code: () => new Function('return 1')(),
          timer: () => Reflect.apply(setTimeout, window, ['1']),
          script: () => {
            document.createElement('script').text = '1';
          },
          parse: () => new DOMParser().parseFromString('<b>', 'text/html'),
          fetch: () => fetch('https://example.com/'),
          frame: () => load('iframe'),
          image: () => load('img'),
        };
        const load = (tag: string) =>
          new Promise((resolve, reject) => {
            document.addEventListener('securitypolicyviolation', () => reject(new Error('barred')), { once: true });
            const element = Object.assign(document.createElement(tag), { src: 'https://example.com/' });
            element.addEventListener('load', resolve);
            document.body.append(element);
          });
        const refused: string[] = [];
        for (const [name, go] of Object.entries(tries)) {
          try {
            // In a task of the page's own: what is evaluated from outside may do more.
            await new Promise((resolve, reject) => setTimeout(() => Promise.resolve().then(go).then(resolve, reject)));
          } catch {
            refused.push(name);
          }
        }
        return { refused, all: Object.keys(tries) };
      });
      expect(refused.refused, path).toEqual(refused.all);
      tell(`fault 23, ${path}: ${refused.all.length} ways to foreign code, pages and networks tried, all refused`);
    }
  });
});

/** The id that Chromium gives to an unpacked extension: letters a to p of its path's hash. */
const idOf = (folder: string) =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));

test('18: another extension reaches neither the worker, nor the page’s script, nor the panel', async () => {
  const other = mkdtempSync(join(tmpdir(), 'footing-other-'));
  writeFileSync(
    join(other, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Other',
      version: '1',
      permissions: ['tabs', 'scripting'],
      host_permissions: ['https://*.lightning.force.com/*'],
    }),
  );
  writeFileSync(join(other, 'attack.html'), '<!doctype html><title>Other</title>');
  const both = `${EXTENSION_DIR},${other}`;
  const session = await openSession({
    args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`],
    prepare: (context) => routeHosts(context),
  });
  try {
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    const panel = await answerAt(page);
    await panel.getByRole('button', { name: 'Close' }).click();
    const heard = await heardBy(session);
    const before = await state(session);
    const attacker = await session.context.newPage();
    await attacker.goto(`chrome-extension://${idOf(other)}/attack.html`);
    const results = await attacker.evaluate(
      async ({ id, url }) => {
        const { runtime, tabs } = Reflect.get(globalThis, 'chrome') as typeof import('#imports').browser;
        const message = { t: 'at', url };
        const said = (promise: Promise<unknown>) =>
          promise.then(
            (answer) => `answered ${answer}`,
            () => 'refused',
          );
        const closed = (port: ReturnType<typeof runtime.connect>) =>
          new Promise<string>((resolve) => {
            port.onMessage.addListener(() => resolve('answered'));
            port.onDisconnect.addListener(() => resolve('refused'));
            port.postMessage({ t: 'read', n: 1 });
          });
        const [tab] = await tabs.query({ url: 'https://acme.lightning.force.com/*' });
        const tabId = tab?.id ?? -1;
        const framed = () =>
          new Promise<string>((resolve) => {
            const frame = document.createElement('iframe');
            frame.src = `chrome-extension://${id}/panel.html`;
            frame.onload = () => resolve(frame.contentDocument === null ? 'refused' : 'framed');
            document.body.append(frame);
          });
        return {
          message: await said(runtime.sendMessage(id, message)),
          port: await closed(runtime.connect(id, { name: 'panel' })),
          tabMessage: await said(tabs.sendMessage(tabId, { t: 'toggle' })),
          tabPort: await closed(tabs.connect(tabId, { name: 'panel', frameId: 0 })),
          fetch: await said(fetch(`chrome-extension://${id}/panel.html`)),
          frame: await framed(),
        };
      },
      { id: session.extensionId, url: ACME + dealPath(DEALS.widgets) },
    );
    expect(results).toEqual({
      message: 'refused',
      port: 'refused',
      tabMessage: 'refused',
      tabPort: 'refused',
      fetch: 'refused',
      frame: 'refused',
    });
    const framed = attacker.frames().find((frame) => frame.url().includes('panel.html'));
    expect(await framed?.locator('main').count()).toBeFalsy();
    expect(await heard()).toEqual([]);
    expect(await state(session)).toEqual(before);
    expect(await panelShown(page)).toBe(false);
    expect(panelNow(page)).not.toBeNull();
    expect(await launcherNow(page)).not.toBeNull();
    tell(`fault 18: ${Object.keys(results).length} ways of another extension, all refused`);
  } finally {
    await session.dispose();
    rmSync(other, { recursive: true, force: true });
  }
});
