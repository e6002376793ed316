import { useMemo } from 'react';
import { i18n } from '#i18n';
import { calibrate } from '../../lib/domain/calibration';
import type { ReviewRow } from '../../lib/domain/review-row';
import { useClaims } from '../../lib/state/looking-back';
import { Reading } from '../charts/Reading';
import { share } from '../format';

/** How often answers at each rung held, in deals that are over: whether our "said" can be built on. */
export function CalibrationCard({ rows }: { rows: readonly ReviewRow[] }) {
  const over = useMemo(() => rows.filter(({ worked }) => !worked), [rows]);
  const read = useClaims(over);
  return (
    <section className="numbers-card" aria-labelledby="calibration" aria-busy={read.state === 'reading'}>
      <h3 id="calibration">{i18n.t('close.calibration.heading')}</h3>
      <p className="quiet small">{i18n.t('close.calibration.how')}</p>
      {read.state === 'shown' ? (
        <Rungs counts={calibrate([...read.values.values()].flat())} />
      ) : (
        <Reading read={read} of={over.length} />
      )}
    </section>
  );
}

function Rungs({ counts }: { counts: ReturnType<typeof calibrate> }) {
  if (counts.every(({ held, fell }) => held + fell === 0)) return <p>{i18n.t('close.calibration.none')}</p>;
  return (
    <table className="calibration">
      <thead>
        <tr>
          <th scope="col">{i18n.t('close.calibration.rung')}</th>
          <th scope="col">{i18n.t('close.calibration.held')}</th>
          <th scope="col">{i18n.t('close.calibration.fell')}</th>
          <th scope="col">{i18n.t('close.calibration.rate')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ rung, held, fell, rate }) => (
          <tr key={rung}>
            <th scope="row">{i18n.t(`words.rung.${rung}`)}</th>
            <td>{held}</td>
            <td>{fell}</td>
            <td>{rate === null ? i18n.t('close.calibration.few') : share(rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
