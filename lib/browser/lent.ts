/**
 * Firefox gives an extension's document that stands in a page no more than it gives a content script:
 * the database and `storage.local`, but no tabs, no memory of the session, nothing to ask for
 * (https://github.com/w3c/webextensions/issues/787). What the panel and the teaching document use
 * beyond that they borrow: the background does it for them, and for nobody else. In Chromium, and in
 * Footing's own tabs, nothing is missing and nothing of this runs.
 */
import { browser } from '#imports';

/** What is borrowed, by its name in the browser's own interface. */
const CALLS = [
  'alarms.create',
  'permissions.contains',
  'scripting.executeScript',
  'scripting.registerContentScripts',
  'scripting.unregisterContentScripts',
  'storage.session.get',
  'storage.session.remove',
  'storage.session.set',
  'tabs.create',
  'tabs.getCurrent',
  'tabs.query',
  'tabs.sendMessage',
];
/** The port over which a frame hears of changes of the session's memory; any other goes on to its page. */
const SESSION_PORT = 'session';

type Call = { t: 'lend'; call: string; args: unknown[] };
type Answer = { value: unknown } | { error: string };
type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];
type Api = { [name: string]: Api } & ((...args: unknown[]) => unknown);
type Listener = (news: object) => void;

/** Whether this document stands in a page and the browser gives it less for that; then nobody can be asked for anything. */
export function isBorrowing(): boolean {
  return import.meta.env.FIREFOX && window.top !== window;
}

/** For a document that may stand in a page; to be called before it does anything else. */
export function borrow(): void {
  if (!isBorrowing()) return;
  for (const call of CALLS) place(call, (...args) => ask({ t: 'lend', call, args }));
  // What was granted before is all there is.
  place('permissions.request', (...args) => ask({ t: 'lend', call: 'permissions.contains', args }));
  // The background knows the tab.
  place('tabs.connect', (_, { name }: { name: string }) => browser.runtime.connect({ name }));
  const heard = new Map<Listener, { disconnect(): void }>();
  place('storage.session.onChanged.addListener', (listener: Listener) => {
    const port = browser.runtime.connect({ name: SESSION_PORT });
    port.onMessage.addListener(listener);
    heard.set(listener, port);
  });
  place('storage.session.onChanged.removeListener', (listener: Listener) => heard.get(listener)?.disconnect());
}

function place(name: string, work: (...args: never[]) => unknown): void {
  const parts = name.split('.');
  const last = parts.pop() ?? '';
  let at: object = browser;
  for (const part of parts) {
    if (!Reflect.get(at, part)) Reflect.set(at, part, {});
    at = Reflect.get(at, part);
  }
  Reflect.set(at, last, work);
}

async function ask(call: Call): Promise<unknown> {
  const answer: Answer = await browser.runtime.sendMessage(call);
  if ('error' in answer) throw new Error(answer.error);
  return answer.value;
}

/** The background's part; to be called while its script runs. */
export function lend(): void {
  if (!import.meta.env.FIREFOX) return;
  browser.runtime.onMessage.addListener((message: Call, sender, reply: (answer: Answer) => void) => {
    if (!isOurs(sender) || message?.t !== 'lend' || !CALLS.includes(message.call)) return;
    answer(message, sender).then(
      (value) => reply({ value }),
      (error) => reply({ error: String(error) }),
    );
    return true;
  });
  // While such a port is open Firefox does not stop the background (seen in 153).
  browser.runtime.onConnect.addListener((port) => {
    const { name, sender } = port;
    const tabId = sender?.tab?.id;
    if (!sender || !isOurs(sender) || tabId === undefined) return;
    if (name === SESSION_PORT) {
      const tell: Listener = (changes) => port.postMessage(changes);
      browser.storage.session.onChanged.addListener(tell);
      port.onDisconnect.addListener(() => browser.storage.session.onChanged.removeListener(tell));
      return;
    }
    const page = browser.tabs.connect(tabId, { frameId: 0, name });
    for (const [one, other] of [
      [port, page],
      [page, port],
    ] as const) {
      one.onMessage.addListener((message) => other.postMessage(message));
      one.onDisconnect.addListener(() => other.disconnect());
    }
  });
}

async function answer({ call, args }: Call, { tab }: Sender): Promise<unknown> {
  if (call === 'tabs.getCurrent') return tab;
  const parts = call.split('.');
  const method = parts.pop() ?? '';
  const of = parts.reduce<Api>((api, part) => api[part] as Api, browser as unknown as Api);
  return (of[method] as Api).call(of, ...args);
}

/** A document of ours, be it in a page; a page's own script or a content script has the page's address. */
function isOurs({ id, url }: Sender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}
