import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { useAutoBackups } from '../../../lib/state/auto-backup';
import { ourManifest, useGranted } from '../../../lib/state/manifest';
import { usePlaybooks } from '../../../lib/state/playbooks';
import { SCHEMA } from '../../../lib/state/proof';
import { instant } from '../../format';
import { Fact } from '../Fact';
import { Permissions } from '../Permissions';
import { bytes } from '../words';
import { HealthOfReading } from './HealthOfReading';
import { PolicyInForce } from './PolicyInForce';
import { ProveIt } from './ProveIt';
import { Tables } from './Tables';

/** One page to say yes or no on: what Footing may do, what it keeps, and whether that is whole. */
export function ProofTab() {
  return (
    <div className="proof">
      <p>{i18n.t('proof.intro')}</p>
      <p className="quiet on-paper">{i18n.t('proof.printed', [instant(Date.now())])}</p>
      <ProveIt />
      <Reach />
      <Granted />
      <Part id="policy">
        <PolicyInForce />
      </Part>
      <Part id="reading">
        <HealthOfReading />
      </Part>
      <Part id="tables">
        <Tables />
      </Part>
      <LastBackup />
      <Versions />
      <Button className="button on-screen" onPress={() => window.print()}>
        {i18n.t('proof.print')}
      </Button>
    </div>
  );
}

function Part({
  id,
  children,
}: {
  id: 'reach' | 'granted' | 'policy' | 'reading' | 'tables' | 'backup' | 'versions';
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`proof-${id}`}>
      <h3 id={`proof-${id}`}>{i18n.t(`proof.part.${id}`)}</h3>
      {children}
    </section>
  );
}

/** Whom it talks to: nobody; and what holds it to that. */
function Reach() {
  const { hosts, contentPolicy } = ourManifest();
  const origins = useGranted()?.origins.filter((origin) => !hosts.includes(origin)) ?? [];
  return (
    <Part id="reach">
      <dl className="facts">
        <Fact name={i18n.t('proof.contacted')}>{i18n.t('proof.contactedNone')}</Fact>
        <Fact name={i18n.t('proof.held')}>
          {contentPolicy ? <code>{contentPolicy}</code> : i18n.t('proof.developing')}
        </Fact>
        <Fact name={i18n.t('proof.runs')}>
          <ul className="hosts">
            {hosts.map((host) => (
              <li key={host}>
                <code>{host}</code>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={i18n.t('proof.turnedOn')}>
          {origins.length === 0 ? (
            i18n.t('proof.noSite')
          ) : (
            <ul className="hosts">
              {origins.map((origin) => (
                <li key={origin}>
                  <code>{origin}</code>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
    </Part>
  );
}

function Granted() {
  const granted = useGranted();
  return (
    <Part id="granted">
      <Permissions names={granted?.permissions ?? ourManifest().permissions} />
    </Part>
  );
}

function LastBackup() {
  const { backups } = useAutoBackups();
  if (!backups) return null;
  const newest = backups.files?.[0];
  return (
    <Part id="backup">
      <dl className="facts">
        <Fact name={i18n.t('proof.newest')}>
          {newest ? i18n.t('proof.backupAt', [instant(newest.made), bytes(newest.size)]) : i18n.t('backups.none')}
        </Fact>
        <Fact name={i18n.t('backups.folder.heading')}>
          {'name' in backups.folder ? <bdi>{backups.folder.name}</bdi> : i18n.t('proof.noFolder')}
        </Fact>
      </dl>
    </Part>
  );
}

function Versions() {
  const playbooks = usePlaybooks();
  const team = playbooks.state === 'shown' ? playbooks.team : null;
  const all = team ? [...team.own, ...team.shipped] : [];
  return (
    <Part id="versions">
      <dl className="facts">
        <Fact name={i18n.t('words.footing')}>{ourManifest().version}</Fact>
        <Fact name={i18n.t('proof.schema')}>{String(SCHEMA)}</Fact>
        <Fact name={i18n.t('options.tab.playbooks')}>
          <bdi>{all.map(({ name, version }) => `${name} ${version}`).join(', ')}</bdi>
        </Fact>
      </dl>
    </Part>
  );
}
