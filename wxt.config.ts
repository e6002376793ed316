import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('lib/locales', import.meta.url)) },
  imports: false,
  noScriptStartedPostMessage: true,
  manifest: ({ browser }) => ({
    name: 'Footing',
    default_locale: 'en',
    minimum_chrome_version: '123',
  }),
});
