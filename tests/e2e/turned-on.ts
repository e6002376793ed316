/**
 * The extension on sites that a person would have turned on. The browser's own question for a site is
 * out of a headless test's reach: a copy of the build has the permissions for these sites from the
 * start, which a person grants one by one; the script is registered and the sites are listed as they
 * are then.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../lib/crm/site';
import { EXTENSION_DIR, type Session } from './session.ts';

const patterns = (sites: readonly Site[]) => sites.map(({ origin }) => `${origin}/*`);

/** A copy of the build for these sites; for whoever asks to delete. */
export function buildFor(sites: readonly Site[]): string {
  const extension = mkdtempSync(join(tmpdir(), 'footing-sites-'));
  cpSync(EXTENSION_DIR, extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.permissions.push('scripting');
  manifest.host_permissions = patterns(sites);
  writeFileSync(path, JSON.stringify(manifest));
  return extension;
}

/** Turns the sites on, for this session and those that come after it; not in the middle of what the extension does at its start. */
export async function turnOn(session: Session, sites: readonly Site[]): Promise<void> {
  await (await session.worker()).evaluate(`navigator.locks.request('footing sites', async () => {
    await chrome.storage.local.set({ sites: ${JSON.stringify(sites)} });
    await chrome.scripting.unregisterContentScripts();
    await chrome.scripting.registerContentScripts([
      { id: 'test', js: ['page-site.js'], matches: ${JSON.stringify(patterns(sites))}, runAt: 'document_idle' },
    ]);
  })`);
}
