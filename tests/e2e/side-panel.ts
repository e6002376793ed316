/**
 * Hands for what stands beside the tabs: the browser's side panel, the icon's pop-up. Playwright knows
 * tabs and frames; these are neither, so they are spoken to through the browser's own debugger.
 */
import type { BrowserContext, CDPSession } from '@playwright/test';
import { expect } from '@playwright/test';

export interface BesideTabs {
  /** What it says, as text. */
  text(): Promise<string>;
  /** Runs an expression in it. */
  run(expression: string): Promise<unknown>;
}

/** The side panel with Footing in it, once it is open. */
export function sidePanel(context: BrowserContext): Promise<BesideTabs> {
  return besideTabs(context, 'panel.html');
}

/** One of the extension's documents that is in no tab, once it is open. */
export async function besideTabs(context: BrowserContext, file: string): Promise<BesideTabs> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser of its own');
  const cdp = await browser.newBrowserCDPSession();
  const tabs = () => context.pages().map((page) => page.url());
  const find = async () => {
    const { targetInfos } = await cdp.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'page' && url.endsWith(`/${file}`) && !tabs().includes(url));
  };
  await expect.poll(find).toBeDefined();
  const targetId = (await find())?.targetId ?? '';
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const run = (expression: string) => evaluate(cdp, sessionId, expression);
  return { run, text: async () => String(await run('document.body.innerText')) };
}

let asked = 0;

function evaluate(cdp: CDPSession, sessionId: string, expression: string): Promise<unknown> {
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const hear = ({ message }: { message: string }) => {
      const answer = JSON.parse(message);
      if (answer.id !== id) return;
      cdp.off('Target.receivedMessageFromTarget', hear);
      resolve(answer.result?.result?.value);
    };
    cdp.on('Target.receivedMessageFromTarget', hear);
    const params = { expression, returnByValue: true };
    void cdp.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
    });
  });
}
