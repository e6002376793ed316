import { i18n } from '#i18n';
import { ourManifest } from '../../lib/state/manifest';
import { Notices } from './Notices';
import { Permissions } from './Permissions';

/** What this is, what it may do and why, and what leaves: nothing. */
export function AboutTab() {
  const { version, permissions, hosts } = ourManifest();
  return (
    <>
      <section>
        <h3>{i18n.t('words.footing')}</h3>
        <p className="quiet">{i18n.t('options.about.version', [version])}</p>
        <p>{i18n.t('options.about.promise')}</p>
        <p>{i18n.t('options.about.copies')}</p>
      </section>
      <section>
        <h3>{i18n.t('options.about.permissions')}</h3>
        <Permissions names={permissions} />
      </section>
      <Notices />
      <section>
        <h3>{i18n.t('options.about.hosts')}</h3>
        <p className="quiet">{i18n.t('options.about.hostsHint')}</p>
        <ul className="hosts">
          {hosts.map((host) => (
            <li key={host}>
              <code>{host}</code>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
