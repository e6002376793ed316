import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browser.ts';
import { buildHosts } from '../hosts/build.ts';
import { EXTENSION_DIR, firstStart, LOCAL_STORAGE, openSession, STARTED } from './session.ts';

/** Once before all tests, so that no test's time is spent on it; gives back what takes it away. */
export default async function setup(): Promise<() => void> {
  findBrowser();
  if (!existsSync(join(EXTENSION_DIR, 'manifest.json'))) {
    throw new Error('The extension is not built. Run: npx wxt build');
  }
  await buildHosts();
  const started = mkdtempSync(join(tmpdir(), 'footing-started-'));
  await keepStarted(started);
  process.env[STARTED] = started;
  return () => rmSync(started, { recursive: true, force: true });
}

/** Starts a browser, and keeps in a folder what `storage.local` holds once its managed settings are read. */
async function keepStarted(folder: string): Promise<void> {
  const session = await openSession();
  await firstStart(session);
  await session.quit();
  cpSync(join(session.profile, LOCAL_STORAGE), folder, { recursive: true });
  await session.dispose();
}
