/**
 * The fixtures of every end-to-end test: a fresh profile with the built extension, the host pages
 * at the CRM's real addresses, and hands for what stands in closed shadow roots.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import type { HostOptions } from '../hosts/options.ts';
import { routeHosts } from '../hosts/serve.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';

export { expect };

export const ACME = 'https://acme.lightning.force.com';
export const GLOBEX = 'https://globex.lightning.force.com';
export const PICTURES = fileURLToPath(new URL('../../pictures', import.meta.url));

interface Fixtures {
  /** How the host pages differ from the usual; set with `test.use({ host: { app: 'console' } })`. */
  host: Partial<HostOptions>;
  /** How the browser differs from the usual. */
  browserOptions: SessionOptions;
  session: Session;
  page: Page;
}

export const test = base.extend<Fixtures>({
  host: [{}, { option: true }],
  browserOptions: [{}, { option: true }],
  session: async ({ host, browserOptions }, use) => {
    const session = await openSession({ prepare: (context) => routeHosts(context, host), ...browserOptions });
    await use(session);
    await session.dispose();
  },
  context: async ({ session }, use) => use(session.context),
  page: async ({ session }, use) => use(session.context.pages()[0] ?? (await session.context.newPage())),
});

export function dealPath(id: string): string {
  return `/lightning/r/Opportunity/${id}/view`;
}

/** Loads a deal's page as a first visit; waits until the host page stands, not for the extension. */
export async function openDeal(page: Page, id: string, origin: string = ACME): Promise<void> {
  await page.goto(origin + dealPath(id));
  await page.waitForFunction(() => '__app' in window);
}

/** Moves to an address as the CRM does: `history.pushState`, then drawing. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => window.__app.go(to), path);
}

/** Keeps a picture for people to look at, under `pictures/`. */
export async function shoot(page: Page, name: string): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
