/**
 * A copy of the built extension that holds from the start what the real one asks for. The browser's
 * own question is out of a test's reach, so what comes after a "yes" is tested on this copy; that the
 * real build holds none of it is tested on the real one.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_DIR } from './session.ts';

export function grantedCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footing-granted-'));
  cpSync(EXTENSION_DIR, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { optional_host_permissions: hosts, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push('scripting');
  manifest.optional_permissions = manifest.optional_permissions.filter((name: string) => name !== 'scripting');
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return folder;
}
