/** Frozen pages of CRMs, served at the addresses that they are of. */
import type { BrowserContext } from '@playwright/test';
import type { FrozenPage } from '../crm/frozen.ts';

/** Plain, as far as the frozen part of a page can be: none of their styles is ours to copy. */
const STYLE = 'body{font:14px/1.5 system-ui;margin:24px 420px 24px 24px}svg{width:12px}.invisible{visibility:hidden}';

/**
 * Serves each page at its address, the first of those that have one, its policy as strict as any; whatever
 * else is asked of a network is refused.
 */
export async function routeFrozen(context: BrowserContext, pages: readonly FrozenPage[]): Promise<void> {
  await context.route(/^https?:/, async (route) => {
    const url = route.request().url();
    const page = pages.find(({ expected }) => expected.url?.replace(/#.*/, '') === url);
    if (!page) return route.abort('internetdisconnected');
    const { html, expected } = page;
    const body = `<!doctype html><html lang="${expected.lang ?? ''}"><meta charset="utf-8"><title>${page.name}</title><link rel="icon" href="data:,"><style>${STYLE}</style><body class="${expected.body ?? ''}">${html}`;
    await route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" },
      body,
    });
  });
}
