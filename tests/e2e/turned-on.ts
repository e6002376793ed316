/**
 * The extension on a site that a person would have turned on. The browser's own question, for a site's
 * permission, is out of a headless test's reach: a copy of the build holds what a yes would have
 * registered, and its storage is told of the site. Nothing else of it is changed.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Site } from '../../lib/crm/site';
import { EXTENSION_DIR, type Session } from './session.ts';

/** A copy of the build for a site; for whoever asks to delete. */
export function buildFor({ origin }: Site): string {
  const extension = mkdtempSync(join(tmpdir(), 'footing-turned-on-'));
  cpSync(EXTENSION_DIR, extension, { recursive: true });
  const path = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  // A match pattern without a port is of all of them.
  const { protocol, hostname } = new URL(origin);
  manifest.content_scripts.push({
    matches: [`${protocol}//${hostname}/*`],
    js: ['page-site.js'],
    run_at: 'document_idle',
  });
  writeFileSync(path, JSON.stringify(manifest));
  return extension;
}

/** Tells the extension of the site, which outlives the session. */
export async function turnOn(session: Session, site: Site): Promise<void> {
  await (await session.worker()).evaluate(`chrome.storage.local.set(${JSON.stringify({ sites: [site] })})`);
}
