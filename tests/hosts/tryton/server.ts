/** Starts and stops a Tryton on the loopback interface, on the database in a folder. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

/** The name of the database, as it stands in every address of the web client. */
export const DATABASE = 'crm';

/** Where Debian puts the web client. */
export const WEB_CLIENT = '/usr/share/tryton-sao/www';

const START_MS = 60_000;
const NEXT_TRY_MS = 50;

export interface TrytonServer {
  origin: string;
  /** As a system's service manager would; ends once it is gone. */
  stop(): Promise<void>;
}

function configure(folder: string, port: number): string {
  const path = join(folder, 'trytond.conf');
  writeFileSync(
    path,
    `[database]
uri = sqlite://
path = ${folder}

[web]
listen = 127.0.0.1:${port}
root = ${WEB_CLIENT}
`,
  );
  return path;
}

/** Makes an empty database with the module of opportunities in a folder. Takes about fifteen seconds. */
export function createDatabase(folder: string, adminPassword: string): void {
  const password = join(folder, 'password');
  writeFileSync(password, adminPassword);
  // SQLite's file must be there before the server looks for it.
  writeFileSync(join(folder, `${DATABASE}.sqlite`), '');
  const args = ['-c', configure(folder, 0), '-d', DATABASE, '-u', 'sale_opportunity', '--activate-dependencies'];
  const { status, stderr, error } = spawnSync('trytond-admin', [...args, '--email', ''], {
    env: { ...process.env, TRYTONPASSFILE: password },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`trytond-admin made no database: ${error?.message ?? stderr}`);
}

/** A port that is free now, to be kept over restarts: an origin must not change. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** @throws with the end of its log where it does not come up. */
export async function startTryton(folder: string, port: number): Promise<TrytonServer> {
  const log = join(folder, 'trytond.log');
  const out = openSync(log, 'a');
  const server = spawn('trytond', ['-c', configure(folder, port), '-d', DATABASE], { stdio: ['ignore', out, out] });
  closeSync(out);
  const gone = new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.once('exit', () => resolve());
  });
  const origin = `http://127.0.0.1:${port}`;
  const end = Date.now() + START_MS;
  const isUp = () =>
    fetch(`${origin}/`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    const waits = new Promise<'waits'>((resolve) => setTimeout(resolve, NEXT_TRY_MS, 'waits'));
    if ((await Promise.race([gone, waits])) !== 'waits' || Date.now() > end) {
      server.kill();
      throw new Error(`Tryton did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    }
  }
  return {
    origin,
    async stop() {
      server.kill();
      await gone;
    },
  };
}
