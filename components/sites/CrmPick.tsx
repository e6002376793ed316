import { i18n } from '#i18n';
import { allowsCrm } from '../../lib/domain/policy';
import { usePolicy } from '../../lib/state/policy';
import { choosableCrms, type Site } from '../../lib/state/site-access';
import { Pick } from '../Pick';

/** Which CRM runs on a site: one that Footing knows, or another, which is then taught. */
export function CrmPick({ value, onChange }: { value: Site['crm']; onChange: (crm: Site['crm']) => void }) {
  const { policy } = usePolicy();
  const known = choosableCrms().filter(({ crm }) => allowsCrm(policy, crm));
  const options = [
    ...known.map(({ id, name }) => ({ id, text: name })),
    ...(allowsCrm(policy, 'taught') ? [{ id: 'taught' as const, text: i18n.t('sites.on.another') }] : []),
  ];
  return <Pick label={i18n.t('sites.on.crm')} labelled options={options} value={value} onChange={onChange} />;
}
