import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { Playbook } from '../../../lib/domain/playbook';
import { write } from '../../../lib/state/playbook-draft';
import { useVersions } from '../../../lib/state/playbooks';
import { instant } from '../../format';

/** Every version there has been; an older one can be the start of the next. */
export function Versions({ kept }: { kept: Playbook }) {
  const versions = useVersions(kept.id);
  return (
    <section>
      <h4>{i18n.t('playbooks.versions.heading')}</h4>
      <ul className="rows">
        {versions.map(({ at, playbook }, place) => {
          const version = String(playbook.version);
          return (
            <li key={at} className="row">
              <span className="row-name">{i18n.t('playbooks.versions.line', [version, instant(at)])}</span>
              {place === 0 ? (
                <span className="quiet">{i18n.t('playbooks.versions.now')}</span>
              ) : (
                <Button
                  className="plain"
                  aria-label={i18n.t('playbooks.way.line', [
                    i18n.t('playbooks.versions.from'),
                    i18n.t('playbooks.versions.version', [version]),
                  ])}
                  onPress={() => write({ ...playbook, version: kept.version })}
                >
                  {i18n.t('playbooks.versions.from')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
