import type { IsoDay } from '../../lib/domain/day';
import type { ReviewRow } from '../../lib/domain/review-row';
import { BigAndSoftChart } from './BigAndSoftChart';
import { DatesChart } from './DatesChart';
import { GapsChart } from './GapsChart';
import { TimeChart } from './TimeChart';

interface ChartsScreenProps {
  /** The deals that the filters leave. */
  rows: readonly ReviewRow[];
  today: IsoDay;
}

/** The review in pictures. Loaded when it is first looked at: the table does not wait for it. */
export function ChartsScreen({ rows, today }: ChartsScreenProps) {
  return (
    <div className="charts">
      <BigAndSoftChart rows={rows} />
      <GapsChart rows={rows} />
      <TimeChart rows={rows} today={today} />
      <DatesChart rows={rows} today={today} />
    </div>
  );
}
