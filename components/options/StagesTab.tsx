import { useState } from 'react';
import { i18n } from '#i18n';
import { crmOf, type OrgKey } from '../../lib/domain/deal';
import type { Step } from '../../lib/domain/phase';
import { crmName } from '../../lib/state/crms';
import { saveStage, useStages } from '../../lib/state/stages';
import { StageRow } from './StageRow';

/** What the stages of each org stand for; every one can be set. */
export function StagesTab() {
  const stages = useStages();
  const [outcome, setOutcome] = useState('');
  const set = async (org: OrgKey, name: string, step: Step | null) => {
    const failed = await saveStage(org, name, step);
    if (failed) setOutcome(i18n.t('options.stages.failed'));
    else if (step) setOutcome(i18n.t('options.stages.saved', [name, i18n.t(`words.step.${step}`)]));
    else setOutcome(i18n.t('options.stages.cleared', [name]));
  };
  if (stages.state === 'loading') return null;
  if (stages.state === 'failed') return <p role="alert">{i18n.t(`panel.trouble.${stages.reason}`)}</p>;
  return (
    <>
      <p className="quiet">{i18n.t('options.stages.hint')}</p>
      {stages.orgs.length === 0 && (
        <p>
          {i18n.t('options.stages.empty')} <span className="quiet">{i18n.t('options.stages.emptyHint')}</span>
        </p>
      )}
      {stages.orgs.map(({ org, stages }) => (
        <section key={org}>
          <h3>
            <bdi>{org.slice(org.indexOf(':') + 1)}</bdi> <span className="quiet">{crmName(crmOf(org))}</span>
          </h3>
          <ul className="rows">
            {stages.map((row) => (
              <StageRow key={row.name} row={row} onSet={(step) => void set(org, row.name, step)} />
            ))}
          </ul>
        </section>
      ))}
      <p role="status" className="outcome">
        {outcome}
      </p>
    </>
  );
}
