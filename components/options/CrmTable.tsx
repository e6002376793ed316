import { i18n } from '#i18n';
import { FIELDS } from '../../lib/domain/deal';
import { type Basis, knownCrms } from '../../lib/state/crms';
import { dayInFull } from '../format';

/** What is read from each CRM, how surely, and what that was tested on, and since when that is known. */
export function CrmTable() {
  return (
    <section className="crms" aria-labelledby="crms">
      <h3 id="crms">{i18n.t('crms.heading')}</h3>
      <p className="quiet">{i18n.t('crms.hint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a table is no set of fields */}
      <div className="crm-table" role="group" aria-labelledby="crms" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n.t('crms.crm')}</th>
              <th scope="col">{i18n.t('crms.address')}</th>
              {FIELDS.map((field) => (
                <th key={field} scope="col">
                  {i18n.t(`words.field.${field}`)}
                </th>
              ))}
              <th scope="col">{i18n.t('crms.testedOn')}</th>
              <th scope="col">{i18n.t('crms.asOf')}</th>
            </tr>
          </thead>
          <tbody>
            {knownCrms().map(({ id, name, address, reads, testedOn, asOf }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <BasisCell basis={address} />
                {FIELDS.map((field) => (
                  <BasisCell key={field} basis={reads[field]} />
                ))}
                <td className="tested-on">{i18n.t(`crms.tested.${testedOn}`)}</td>
                <td>{dayInFull(asOf)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="crm-legend">
        {(['run', 'official', 'seen', 'guess', 'typed'] as const).map((basis) => (
          <div key={basis}>
            <dt>{i18n.t(`crms.basis.${basis}`)}</dt>
            <dd>{i18n.t(`crms.means.${basis}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">{i18n.t('crms.asOfHint')}</p>
      <p className="note">{i18n.t('crms.notLive')}</p>
    </section>
  );
}

function BasisCell({ basis }: { basis: Basis | null }) {
  return <td className={`basis-${basis ?? 'typed'}`}>{i18n.t(`crms.basis.${basis ?? 'typed'}`)}</td>;
}
