import { i18n } from '#i18n';
import type { Ignored, Policy, PolicyKey } from '../../../lib/domain/policy';
import { POLICY_KEYS } from '../../../lib/domain/policy';
import { usePolicy } from '../../../lib/state/policy';
import { choosableCrms } from '../../../lib/state/site-access';
import { Fact } from '../Fact';

/** What the organisation set for everybody in it, and what of that cannot be used. */
export function PolicyInForce() {
  const { policy, set, ignored } = usePolicy();
  if (set.length === 0 && ignored.length === 0) return <p>{i18n.t('proof.policyNone')}</p>;
  return (
    <>
      <dl className="facts">
        {set.map((key) => (
          <Fact key={key} name={i18n.t(`policy.key.${key}`)}>
            <bdi>{saidOf(key, policy)}</bdi>
          </Fact>
        ))}
      </dl>
      {ignored.length > 0 && (
        <>
          <p>{i18n.t('policy.ignored')}</p>
          <ul>
            {ignored.map((one) => (
              <li key={one.key}>
                <bdi>{nameOf(one)}</bdi>: {i18n.t(`policy.why.${one.why}`)}{' '}
                <span className="small quiet">
                  <bdi>{one.detail}</bdi>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const isKey = (name: string): name is PolicyKey => (POLICY_KEYS as readonly string[]).includes(name);

const nameOf = ({ key }: Ignored) => (isKey(key) ? i18n.t(`policy.key.${key}`) : key);

function saidOf(key: PolicyKey, { crms, playbook, handOver, retentionDays, banner }: Policy): string {
  switch (key) {
    case 'crms':
      return i18n.t('policy.value.crms', [(crms ?? []).map(crmName).join(', ')]);
    case 'playbook':
      return playbook
        ? i18n.t('policy.value.playbook', [playbook.playbook.name, String(playbook.playbook.version)])
        : '';
    case 'fixedPlaybook':
      return i18n.t(playbook?.fixed ? 'policy.value.off' : 'policy.value.on');
    case 'handOver':
      return i18n.t(handOver ? 'policy.value.on' : 'policy.value.off');
    case 'retentionDays':
      return i18n.t('policy.value.retentionDays', [String(retentionDays)]);
    case 'banner':
      return banner ?? '';
  }
}

/** Salesforce is two for us, and one for an administrator. */
function crmName(crm: string): string {
  if (crm === 'salesforce') return 'Salesforce';
  return choosableCrms().find((one) => one.crm === crm)?.name ?? crm;
}
