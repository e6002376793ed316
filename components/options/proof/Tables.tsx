import { i18n } from '#i18n';
import { useTables } from '../../../lib/state/proof';
import { useUsage } from '../../../lib/state/usage';
import { bytes, count } from '../words';

/** How many rows each table holds, and how much that is. */
export function Tables() {
  const tables = useTables();
  const usage = useUsage();
  if (tables === undefined) return <p className="quiet">{i18n.t('options.data.loading')}</p>;
  if (tables === null) return <p>{i18n.t('options.data.unreadable')}</p>;
  return (
    <>
      <table className="sizes">
        <thead>
          <tr>
            <th scope="col" className="size quiet">
              {i18n.t('proof.table')}
            </th>
            <th scope="col" className="size end quiet">
              {i18n.t('proof.rows')}
            </th>
            <th scope="col" className="size end quiet">
              {i18n.t('proof.bytes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, rows, bytes: size, exact }) => (
            <tr key={table}>
              <th scope="row" className="size">
                {i18n.t(`proof.tableName.${table}`)}
              </th>
              <td className="size end">{count(rows)}</td>
              <td className="size end">{exact ? bytes(size) : i18n.t('proof.about', [bytes(size)])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {usage && usage.used !== null && <p className="quiet">{i18n.t('proof.room', [bytes(usage.used)])}</p>}
    </>
  );
}
