import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browser.ts';
import { buildHosts } from '../hosts/build.ts';
import { EXTENSION_DIR } from './session.ts';

/** Once before all tests, so that no test's time is spent on it. */
export default async function setup(): Promise<void> {
  findBrowser();
  if (!existsSync(join(EXTENSION_DIR, 'manifest.json'))) {
    throw new Error('The extension is not built. Run: npx wxt build');
  }
  await buildHosts();
}
