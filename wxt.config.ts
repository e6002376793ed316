import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { MATCHES } from './lib/crm/salesforce';
import { policySchema } from './lib/domain/policy';
import { noteShipped, withoutSinks, writeLicences } from './scripts/bundle';

/**
 * WXT starts an unlisted script within a logger: 200 bytes of the 3.35 kB that a page may be asked for. Ours
 * starts itself; what it might throw the browser reports anyway.
 */
const startPlainly = {
  name: 'start-plainly',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null;
    const [, file] = code.match(/^import definition from (.*)$/m) ?? [];
    return file && `import { main } from ${file}\nmain();`;
  },
};

/** What a page of the extension may load and do: its own scripts and styles, and no network at all. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is of the one style that React Aria adds: touch on what can be pressed.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const PANEL = 'panel.html';
/** What an administrator may set, as Chromium wants it described. */
const POLICY_SCHEMA = 'policy.json';
/** Any site that the person may turn on; none is before that. */
const EVERYWHERE = ['*://*/*'];

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('lib/locales', import.meta.url)) },
  imports: false,
  // WXT would build the older kind for Firefox, which knows no optional sites.
  manifestVersion: 3,
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: POLICY_SCHEMA, contents: JSON.stringify(policySchema(), null, 2) });
    },
    'build:done': ({ config }) => writeLicences(config.outDir),
  },
  vite: () => ({
    plugins: [startPlainly, withoutSinks, noteShipped],
    build: { target: ['chrome123', 'firefox147'], modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser, command }) => ({
    name: 'Footing',
    default_locale: 'en',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    // Nothing of these shows a warning, and there is no host permission: what Footing may see of the
    // web is the pages that its content scripts match.
    // `activeTab`: a press on the toolbar icon tells the address of that page, that once, to offer turning it on.
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // Asked for with a click, by people who want it: notices on the options page; `scripting` and the one
    // site that Footing is turned on for, on the toolbar icon's pop-up, the options page or the panel.
    optional_permissions: ['notifications', 'scripting'],
    optional_host_permissions: EVERYWHERE,
    // The other CRMs: `page-site.js`, on the sites that the person turns on.
    content_scripts: [{ matches: MATCHES, js: ['page-salesforce.js'], run_at: 'document_idle' }],
    action: {
      default_title: 'Footing',
      default_popup: 'recent.html',
      // On the toolbar itself, and not in the menu of extensions: the way in on every site but Lightning.
      ...(browser === 'firefox' ? { default_area: 'navbar' } : {}),
    },
    commands: {
      'toggle-panel': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_words_togglePanel__' },
    },
    // The panel, and the document in which a page is taught, may stand in a page of whatever site the
    // person turns on (this list cannot grow later). Their address is new in each session in Chromium,
    // and of this one profile in Firefox: a page can neither frame them nor find out that they are there.
    // What they load is their own origin's.
    web_accessible_resources: [
      {
        resources: [PANEL, 'teach.html'],
        matches: EVERYWHERE,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    // While developing, the bundler reloads pages through a socket.
    ...(command === 'serve' ? {} : { content_security_policy: { extension_pages: POLICY } }),
    // What is typed in a private window would have to be forgotten with it; better to ask for nothing there.
    incognito: 'not_allowed',
    ...(browser === 'firefox'
      ? {
          sidebar_action: { default_panel: PANEL, default_title: 'Footing', open_at_install: false },
          browser_specific_settings: {
            gecko: {
              id: '{0f0b8a56-5a0c-4f0e-9a63-6d4a6b1c7e21}',
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          side_panel: { default_path: PANEL },
          storage: { managed_schema: POLICY_SCHEMA },
          minimum_chrome_version: '123',
          // No other extension and no page may speak to this one.
          externally_connectable: { ids: [] },
        }),
  }),
});
