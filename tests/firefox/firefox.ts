/**
 * One Firefox on a profile that outlives it, with nothing but the CRM's pages to reach: all that it asks
 * for goes through a proxy of this process, which lets it to the host server and nowhere else.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../scripts/firefox.ts';
import type { HostServer } from '../hosts/serve.ts';
import { type Marionette, openMarionette } from './marionette.ts';
import { until } from './until.ts';

/** The hosts that are led to the host server. */
const SERVED = /\.(force\.com|example):443$/;

export interface Firefox {
  readonly marionette: Marionette;
  /** `153.7.0` */
  readonly version: string;
  /** Quits, and starts again on the same profile. */
  reopen(): Promise<Firefox>;
  /** Quits, and deletes the profile. */
  dispose(): Promise<void>;
}

/** Starts a Firefox, headless, in English, that takes any certificate and lets what nobody signed be installed. */
export async function openFirefox(host: HostServer, kept?: string): Promise<Firefox> {
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'footing-firefox-'));
  const proxy = await openProxy(host.port);
  const preferences = {
    'intl.locale.requested': 'en-US',
    'marionette.port': 0,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxy.port,
    'network.proxy.type': 1,
    'xpinstall.signatures.required': false,
  };
  const lines = Object.entries(preferences).map(
    (pair) => `user_pref(${pair.map((one) => JSON.stringify(one)).join()});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  // Firefox writes there which port it took.
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    findFirefox(),
    ['--marionette', '--headless', '--no-remote', '--remote-allow-system-access', '--profile', profile],
    { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '900' } },
  );
  const port = await until('Firefox', async () => (existsSync(portFile) && readFileSync(portFile, 'utf8')) || null);
  const marionette = await openMarionette(Number(port));
  const { capabilities } = (await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true })) as {
    capabilities: { browserVersion: string };
  };
  const quit = async () => {
    await endOf(child, marionette);
    proxy.close();
  };
  return {
    marionette,
    version: capabilities.browserVersion,
    async reopen() {
      await quit();
      return openFirefox(host, profile);
    },
    async dispose() {
      await quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function endOf(child: ChildProcess, marionette: Marionette): Promise<void> {
  const end = once(child, 'exit');
  // It may be gone before it has answered.
  marionette.send('Marionette:Quit', { flags: ['eAttemptQuit'] }).catch(() => undefined);
  await end;
  marionette.close();
}

async function openProxy(hostPort: number): Promise<{ port: number; close(): void }> {
  const proxy = createServer((_, response) => response.writeHead(403).end());
  proxy.on('connect', ({ url = '' }, client) => {
    client.on('error', () => client.destroy());
    if (!SERVED.test(url)) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const server = connect(hostPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(server).pipe(client);
    });
    server.on('error', () => client.destroy());
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const close = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { port: (proxy.address() as AddressInfo).port, close };
}
