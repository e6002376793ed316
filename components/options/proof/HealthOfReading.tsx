import { i18n } from '#i18n';
import { useReadings } from '../../../lib/state/site-access';
import { useToday } from '../../../lib/state/today';
import { hostOf } from '../../sites/words';
import { FieldsRead } from '../sites/FieldsRead';

/** How well the pages of each site are read, as far as any were. */
export function HealthOfReading() {
  const readings = useReadings();
  const { day: today } = useToday();
  if (readings.size === 0) return <p>{i18n.t('sites.read.never')}</p>;
  return [...readings].map(([origin, health]) => (
    <div key={origin}>
      <p className="strong">
        <bdi>{hostOf(origin)}</bdi>
      </p>
      <FieldsRead health={health} today={today} />
    </div>
  ));
}
