import { i18n } from '#i18n';
import { choosableCrms, type Site } from '../../lib/state/site-access';
import { Pick } from '../Pick';

/** Which CRM runs on a site: one that Footing knows, or another, which is then taught. */
export function CrmPick({ value, onChange }: { value: Site['crm']; onChange: (crm: Site['crm']) => void }) {
  const options = [
    ...choosableCrms().map(({ id, name }) => ({ id, text: name })),
    { id: 'taught' as const, text: i18n.t('sites.on.another') },
  ];
  return <Pick label={i18n.t('sites.on.crm')} labelled options={options} value={value} onChange={onChange} />;
}
