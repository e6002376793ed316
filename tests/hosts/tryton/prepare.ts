/**
 * A seeded Tryton, ready to be copied and started: installed from Debian's packages where it is not
 * there, its database made once per state of its sources, in `.cache/tryton/`. All of it takes about
 * half a minute, so `npm test` runs this file in the background while other checks run.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canInstall, install } from '../../../scripts/apt.ts';
import { logIn } from './rpc.ts';
import { ADMIN, seed } from './seed.ts';
import { createDatabase, DATABASE, freePort, startTryton, WEB_CLIENT } from './server.ts';

const PACKAGES = ['tryton-server', 'tryton-sao', 'tryton-modules-sale-opportunity'];
const MODULE = '/usr/lib/python3/dist-packages/trytond/modules/sale_opportunity';
const HERE = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache/tryton', import.meta.url));

/** Set by `.ci/run`: there, a Tryton that cannot be had is a failure. */
export const IS_REQUIRED = process.env.FOOTING_TRYTON === 'required';

/** There is none on this machine, and it cannot be installed; the message says what to do. */
export class NoTryton extends Error {}

function ensureInstalled(): void {
  const isThere = () => existsSync(WEB_CLIENT) && existsSync(MODULE);
  if (isThere()) return;
  if (!canInstall()) {
    throw new NoTryton(
      `The tests in a real Tryton need Debian or Ubuntu, and on it: sudo apt-get install --no-install-recommends ${PACKAGES.join(' ')}`,
    );
  }
  console.log('No Tryton found: installing its packages.');
  try {
    install(['--no-install-recommends'], ...PACKAGES);
  } catch (cause) {
    throw new NoTryton('apt-get could not install Tryton.', { cause });
  }
  if (!isThere()) throw new NoTryton('The packages of Tryton put its web client or its modules somewhere else.');
}

/** Of what makes the database: the packages' versions, and the files here. */
function sourceHash(): string {
  const hash = createHash('sha256').update(execFileSync('dpkg-query', ['-W', ...PACKAGES]));
  for (const file of readdirSync(HERE).sort()) hash.update(file).update(readFileSync(join(HERE, file)));
  return hash.digest('hex').slice(0, 16);
}

async function build(into: string): Promise<void> {
  const aside = `${into}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    createDatabase(aside, ADMIN.password);
    const server = await startTryton(aside, await freePort());
    try {
      await seed((login, password) => logIn(server.origin, DATABASE, login, password));
    } finally {
      await server.stop();
    }
    renameSync(aside, into);
  } catch (error) {
    // Another that ran at the same time was first: then there is one.
    if (!existsSync(into)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * The file of a seeded database, to be copied and not changed.
 *
 * @throws NoTryton where this machine can have none; another `Error` where it should and does not.
 */
export async function seededDatabase(): Promise<string> {
  ensureInstalled();
  const kept = join(CACHE, sourceHash());
  if (!existsSync(kept)) await build(kept);
  return join(kept, `${DATABASE}.sqlite`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await seededDatabase().catch((error: unknown) => {
    if (IS_REQUIRED || !(error instanceof NoTryton)) throw error;
    console.log(`Skipped: ${error.message}`);
  });
}
