/**
 * What harm must not move or read: an answer with a word that stands nowhere else, all that is kept,
 * and what the service worker hears.
 */
import type { Frame, Page } from '@playwright/test';
import { DEALS } from '../../hosts/deals.ts';
import { expect, openDeal } from '../extension.ts';
import { openPanel } from '../overlay.ts';
import type { Session } from '../session.ts';
import { choose } from '../walk.ts';
import { kept } from './hands.ts';

/** An answer with a word in it that stands nowhere else. */
export const SECRET = 'Kumquat';

/** The panel of a deal, once that answer is kept. */
export async function answerAt(page: Page): Promise<Frame> {
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
export async function state(session: Session): Promise<object> {
  const { ops, deals, drafts } = await kept(session);
  const stored = await (await session.worker()).evaluate('chrome.storage.local.get()');
  return { ops, deals, drafts, stored };
}

/** Gives what the service worker is told from now on. */
export async function heardBy(session: Session): Promise<() => Promise<unknown[]>> {
  const worker = await session.worker();
  await worker.evaluate('globalThis.heard = []; chrome.runtime.onMessage.addListener((m) => { heard.push(m.t); });');
  return () => worker.evaluate('heard') as Promise<unknown[]>;
}
