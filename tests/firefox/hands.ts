/**
 * Hands for a Firefox: for pages and what Footing puts into them, for the pop-up behind the toolbar icon,
 * and for the browser's own questions. What is pressed is pressed by pointer events that the browser
 * makes, where the thing lies on the screen.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Firefox } from './firefox.ts';
import { until } from './until.ts';

const PICTURES = fileURLToPath(new URL('../../pictures', import.meta.url));
/** The keys under which WebDriver passes elements and shadow roots. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ROOT = 'shadow-6066-11e4-a52e-4f735466cecf';

type Element = { [ELEMENT]: string };
type Root = { [ROOT]: string };

/** What is on screen under an accessible name, or under what is written on it. */
const NAMED = `
  const named = (name) => [...document.querySelectorAll('a, button, input, textarea, label, [role], h1, h2, p, span')]
    .find((e) => (e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '').trim() === name
      && e.checkVisibility({ visibilityProperty: true }));`;
/** The extension, once it is installed. */
const POLICY = `const ours = WebExtensionPolicy.getActiveExtensions().find(({ name }) => name === 'Footing');
  const patterns = (set) => set.patterns.map(({ pattern }) => pattern).filter((one) => one.startsWith('http'));`;
const SHOWN = 'return arguments[0].checkVisibility({ visibilityProperty: true })';

/** Where Footing's own documents stand that are no tabs. */
const ASIDE = {
  popup: `document.querySelector('.webextension-popup-browser')`,
  sidebar: `document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser')`,
};
type Aside = keyof typeof ASIDE;

const QUESTION = '#addon-webext-permissions-notification';
const TEXT = "return document.body?.innerText ?? ''";

/** What the browser lets Footing do, and where a script of ours runs. */
export interface Held {
  origins: string[];
  permissions: string[];
  scripts: string[];
}

export type Hands = ReturnType<typeof handsOn>;

export function handsOn({ marionette: { send } }: Firefox) {
  const result = async (command: string, parameters: Record<string, unknown> = {}) =>
    ((await send(command, parameters)) as { value: unknown }).value;
  const run = (script: string, ...args: unknown[]) => result('WebDriver:ExecuteScript', { script, args });

  /** In the browser's own window. */
  async function inBrowser<T>(work: () => Promise<T>): Promise<T> {
    await send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await work();
    } finally {
      await send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** `null` where there is no such thing, or it is still on its way. */
  const inAside = (aside: Aside, script: string, ...args: unknown[]) =>
    run(
      `const [script, args] = arguments;
      return ${ASIDE[aside]}?.browsingContext?.currentWindowGlobal
        ?.getActor('MarionetteCommands').executeScript(script, args, {}).catch(() => null) ?? null;`,
      script,
      args,
    );

  async function press(target: { origin: Element | 'viewport'; x: number; y: number }): Promise<void> {
    const down = [
      { type: 'pointerMove', ...target },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await send('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'hand', actions: down }] });
  }

  const pressElement = (origin: Element) => press({ origin, x: 0, y: 0 });

  async function pressChrome(selector: string): Promise<void> {
    await pressElement((await result('WebDriver:FindElement', { using: 'css selector', value: selector })) as Element);
  }

  /** Scrolled to, as a person would. */
  const find = (name: string) =>
    until(`"${name}"`, async () => {
      const script = `${NAMED} const found = named(arguments[0]); found?.scrollIntoView({ block: 'nearest' }); return found`;
      return (await run(script, name)) as Element | null;
    });

  /** What the browser asks, in its own words, once it asks. */
  const asked = () =>
    until("the browser's question", async () => {
      const open = `PopupNotifications.panel.state === 'open' && document.querySelector('${QUESTION}')?.textContent`;
      return ((await run(`return ${open}`)) as string) || null;
    });

  function keep(name: string, png: unknown): void {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(join(PICTURES, `firefox-${name}.png`), Buffer.from(String(png), 'base64'));
  }

  /** What goes in this very moment is not shown. */
  const isShown = (element: Element) => run(SHOWN, element).catch(() => false);

  /** What stands in the closed roots that Footing put into the page; `null` where it shows no such thing. */
  async function ours(selector: 'button' | 'iframe'): Promise<Element | null> {
    const hosts = await run('return [...document.documentElement.children].slice(2)').catch(() => []);
    for (const host of hosts as Element[]) {
      const root = await result('WebDriver:GetShadowRoot', { id: host[ELEMENT] }).catch(() => null);
      if (!root) continue;
      const found = await send('WebDriver:FindElementsFromShadowRoot', {
        shadowRoot: (root as Root)[ROOT],
        using: 'css selector',
        value: selector,
      });
      for (const element of found as Element[]) if (await isShown(element)) return element;
    }
    return null;
  }

  return {
    async visit(url: string) {
      await send('WebDriver:Navigate', { url });
    },
    async reload() {
      await send('WebDriver:Refresh');
    },
    /** All that is written in the document at hand. */
    text: async () => String(await run(TEXT)),
    /** What of an extension the page's own scripts can find out by the ways that are known. */
    foundByPage: () =>
      run(`return {
        frames: window.length,
        loaded: performance.getEntries().map(({ name }) => name).filter((name) => name.startsWith('moz-extension:')),
      }`),
    /** Whether the page takes in no document that does not say it may be taken in. */
    isIsolated: () => run('return crossOriginIsolated'),
    press: async (name: string) => pressElement(await find(name)),
    /** Into what has the keyboard. */
    async type(text: string) {
      const at = (await result('WebDriver:GetActiveElement')) as Element;
      await send('WebDriver:ElementSendKeys', { id: at[ELEMENT], text });
    },
    /** Opens a tab, and is in it; gives back which one it was in before, for `toTab`. */
    async openTab(url: string): Promise<string> {
      const before = await result('WebDriver:GetWindowHandle');
      const { handle } = (await send('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
      await send('WebDriver:SwitchToWindow', { handle });
      await send('WebDriver:Navigate', { url });
      return String(before);
    },
    async toTab(handle: string) {
      await send('WebDriver:SwitchToWindow', { handle });
    },
    ours,
    pressLauncher: async () => pressElement(await until('the launcher', () => ours('button'))),
    /** Goes into the frame that Footing put into the page, once it is shown. */
    async enter() {
      const frame = await until("Footing's frame", () => ours('iframe'));
      await send('WebDriver:SwitchToFrame', { element: frame[ELEMENT] });
    },
    /** Back to the page. */
    async leave() {
      await send('WebDriver:SwitchToFrame', { id: null });
    },

    pressIcon: () => inBrowser(() => pressChrome('.webextension-browser-action')),
    openSidebar: () =>
      inBrowser(() =>
        run(
          `return SidebarController.toggle([...SidebarController.sidebars.keys()].find((id) => /0f0b8a56/.test(id)))`,
        ),
      ),
    asideText: (aside: Aside) => inBrowser(async () => String(await inAside(aside, TEXT))),
    pressInPopup: (name: string) =>
      inBrowser(async () => {
        const middle = `${NAMED} const box = named(arguments[0])?.getBoundingClientRect();
          return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null`;
        type Spot = { x: number; y: number };
        const inside = await until(`"${name}"`, async () => (await inAside('popup', middle, name)) as Spot | null);
        const popup = (await run(`const { x, y } = ${ASIDE.popup}.getBoundingClientRect(); return { x, y }`)) as Spot;
        await press({ origin: 'viewport', x: Math.round(popup.x + inside.x), y: Math.round(popup.y + inside.y) });
      }),
    /** As a press anywhere else does. */
    closePopup: () => inBrowser(() => run(`${ASIDE.popup}?.closest('panel').hidePopup()`)),
    question: () => inBrowser(asked),
    /** Says yes to what the browser asks. */
    agree: () =>
      inBrowser(async () => {
        await asked();
        await pressChrome(`${QUESTION} .popup-notification-primary-button`);
        await until('the end of the question', async () =>
          (await run('return PopupNotifications.panel.state')) === 'closed' ? true : null,
        );
      }),

    /** One of the extension's own addresses, which are others in each profile. */
    own: (path: string) => inBrowser(async () => String(await run(`${POLICY} return ours.getURL(arguments[0])`, path))),
    /** Takes every site from the extension, as its page under about:addons does. */
    withhold: () =>
      inBrowser(() =>
        run(`${POLICY}
          const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
          const origins = patterns(ours.allowedOrigins);
          return ExtensionPermissions.remove(ours.id, { permissions: [], origins }, ours.extension);`),
      ),
    held: () =>
      inBrowser(() =>
        until('the extension', async () => {
          const held = `${POLICY} return ours ? {
            origins: patterns(ours.allowedOrigins),
            permissions: [...ours.permissions],
            scripts: ours.contentScripts.flatMap(({ matches }) => patterns(matches)),
          } : null`;
          return (await run(held)) as Held | null;
        }),
      ),

    /** The errors in what is ours, as the browser's console has them. */
    complaints: () =>
      inBrowser(
        async () =>
          (await run(`return Services.console.getMessageArray()
            .filter((one) => one instanceof Ci.nsIScriptError && one.sourceName.startsWith('moz-extension:'))
            .filter(({ flags }) => !(flags & Ci.nsIScriptError.warningFlag))
            // Nobody is left to hear what a document that went had asked for.
            .filter(({ errorMessage }) => !/after context unloaded/.test(errorMessage))
            .map((one) => one.toString())`)) as string[],
      ),
    picture: (name: string) =>
      inBrowser(async () => keep(name, await result('WebDriver:TakeScreenshot', { full: false }))),
    /** A pop-up or a sidebar by itself: the browser's pictures of its window leave pop-ups out. */
    pictureOf: (aside: Aside, name: string) =>
      inBrowser(async () =>
        keep(
          name,
          await run(`
            const { currentWindowGlobal } = ${ASIDE[aside]}.browsingContext;
            return currentWindowGlobal.drawSnapshot(null, 1, 'white').then((shot) => {
              const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
              Object.assign(canvas, { width: shot.width, height: shot.height });
              canvas.getContext('2d').drawImage(shot, 0, 0);
              return canvas.toDataURL().split(',')[1];
            });`),
        ),
      ),
  };
}
