/**
 * Serves the host pages at the CRM's real addresses: inside a Playwright context by routing
 * (`routeHosts`), or from a loopback server that Chromium is told to ask (`hostServer`).
 */
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { buildHosts } from './build.ts';
import { orgAt } from './deals.ts';
import { DEFAULT_OPTIONS, type HostOptions, optionsIn } from './options.ts';

/** Every form of Lightning host, the Defender proxy's among them. */
const HOST_PATTERN =
  /^https:\/\/[^/]+\.(lightning\.(force\.com|force\.com\.mcas\.ms|force\.mil|crmforce\.mil)|my-lightning\.com|lightning\.sfcrmapps\.cn)\//;

/** As strict as an org with "Stricter CSP": what of ours needs more would fail here. */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "object-src 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'origin-when-cross-origin',
};

export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** What the CRM answers to one address. The page's own files live under `/_hosts/`. */
export async function reply(address: string, base: HostOptions = DEFAULT_OPTIONS): Promise<Reply> {
  const url = new URL(address);
  if (url.pathname.startsWith('/_hosts/')) {
    const { files } = await buildHosts();
    const file = files.get(url.pathname.slice('/_hosts/'.length));
    if (!file) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
    return { status: 200, headers: { 'content-type': file.type, 'cache-control': 'max-age=3600' }, body: file.body };
  }
  if (!/^\/(lightning\/|one\/|$)/.test(url.pathname)) {
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  }
  const options = optionsIn(url, base);
  // A data block is not a script: it passes the policy. `<` is escaped so that no name ends it.
  const data = JSON.stringify({ options, org: orgAt(url.hostname) }).replaceAll('<', '\\u003c');
  const body = `<!doctype html>
<html lang="${options.locale}" class="slds-scope">
<head>
<meta charset="utf-8">
<title>Lightning Experience | Salesforce</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_hosts/slds.css">
<link rel="stylesheet" href="/_hosts/shell.css">
<script type="application/json" id="data">${data}</script>
<script src="/_hosts/${options.shadow}.js" defer></script>
</head>
<body class="desktop"><div id="auraLoadingBox" hidden></div></body>
</html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...PAGE_HEADERS }, body };
}

/** Answers for every Lightning address in this context; whatever else is asked of a network is refused. */
export async function routeHosts(context: BrowserContext, options: Partial<HostOptions> = {}): Promise<void> {
  const base = { ...DEFAULT_OPTIONS, ...options };
  await context.route(/^https?:/, (route) => route.abort('internetdisconnected'));
  await context.route(HOST_PATTERN, async (route) => {
    const { status, headers, body } = await reply(route.request().url(), base);
    await route.fulfill({ status, headers, body });
  });
}

export interface HostServer {
  port: number;
  /** What Chromium must be started with so that the CRM's addresses lead here. */
  args: string[];
  close(): Promise<void>;
}

/** A key and a certificate that live as long as this process. */
function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'footing-certificate-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=lightning.force.com', '-addext', 'subjectAltName=DNS:*.lightning.force.com'];
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same pages from a server on the loopback interface, for what routing would distort: caches,
 * timing, a person's own browsing. Options come from the address. `others` answers first, for what is no
 * Lightning page or another one, if it will.
 */
export async function hostServer(
  options: Partial<HostOptions> = {},
  others: (address: string) => Reply | null = () => null,
): Promise<HostServer> {
  const base = { ...DEFAULT_OPTIONS, ...options };
  const { key, cert } = selfSigned();
  const server = createServer({ key, cert }, async (request, response) => {
    const address = `https://${request.headers.host}${request.url}`;
    const { status, headers, body } = others(address) ?? (await reply(address, base));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    port,
    args: [
      `--host-resolver-rules=MAP *.force.com 127.0.0.1:${port}, MAP *.mcas.ms 127.0.0.1:${port}`,
      `--ignore-certificate-errors-spki-list=${createHash('sha256').update(spki).digest('base64')}`,
    ],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
