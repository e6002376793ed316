/** Hears what a page tells its panels: the service worker opens the port that a panel would. */
import type { Page } from '@playwright/test';
import type { FromPage, FromPanel, ToPanel } from '../../lib/browser/messages.ts';
import { dealOf } from '../../lib/crm/index.ts';
import type { Session } from './session.ts';

export interface PagePort {
  /** Everything the page has said so far, oldest first. */
  heard(): Promise<ToPanel[]>;
  say(message: FromPanel): Promise<void>;
  /** What the page says it shows, asked now. */
  read(): Promise<ToPanel & { t: 'deal' }>;
}

/** Opens a port to the page in front. */
export async function pagePort(session: Session, page: Page): Promise<PagePort> {
  await page.bringToFront();
  const worker = await session.worker();
  await worker.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    globalThis.heard = [];
    globalThis.port = chrome.tabs.connect(tab.id, { frameId: 0, name: 'panel' });
    port.onMessage.addListener((message) => heard.push(message));
  })()`);
  let asked = 0;
  const port: PagePort = {
    heard: async () => ((await worker.evaluate('heard')) as FromPage[]).map(keyed),
    say: (message) => worker.evaluate(`port.postMessage(${JSON.stringify(message)})`),
    async read() {
      asked += 1;
      await port.say({ t: 'read', n: asked });
      for (;;) {
        const answer = (await port.heard()).find((message) => message.t === 'deal' && message.n === asked);
        if (answer?.t === 'deal') return answer;
      }
    },
  };
  return port;
}

/** A page knows no keys: what it says as the panel hears it. */
function keyed(message: FromPage): ToPanel {
  if (!('url' in message)) return message;
  const { url, ...rest } = message;
  const key = url === null ? null : dealOf(url, []);
  if (rest.t !== 'deal') return { ...rest, key };
  return { ...rest, key, raw: rest.raw && url && key ? { ...rest.raw, url, key } : null };
}
