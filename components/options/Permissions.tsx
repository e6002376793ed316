import { i18n } from '#i18n';

/** A permission without words here is listed by its name: it is never left out. */
const EXPLAINED = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'activeTab',
  'sidePanel',
  'notifications',
  'scripting',
] as const;
type Explained = (typeof EXPLAINED)[number];

const isExplained = (name: string): name is Explained => (EXPLAINED as readonly string[]).includes(name);

/** What Footing may do in the browser, and why. */
export function Permissions({ names }: { names: readonly string[] }) {
  return (
    <dl className="facts">
      {names.map((name) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{isExplained(name) ? i18n.t(`options.about.permission.${name}`) : ''}</dd>
        </div>
      ))}
    </dl>
  );
}
