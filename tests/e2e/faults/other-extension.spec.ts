/** Another extension that means harm, with every right to the same pages. Row 18 of the README. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEALS } from '../../hosts/deals.ts';
import { routeHosts } from '../../hosts/serve.ts';
import { ACME, dealPath, expect, test } from '../extension.ts';
import { launcherNow, panelNow, panelShown } from '../overlay.ts';
import { EXTENSION_DIR, openSession } from '../session.ts';
import { tell } from './size.ts';
import { answerAt, heardBy, state } from './witness.ts';

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
