import { courseDays } from '../../lib/domain/course';
import type { ReviewRow } from '../../lib/domain/review-row';
import { useSpark } from '../../lib/state/sparks';
import { useToday } from '../../lib/state/today';

/** Units of the drawing. */
const WIDE = 28;
const HIGH = 14;

/** Firmness over the last 90 days as a small line; the number beside it says where it stands. */
export function Spark({ row }: { row: ReviewRow }) {
  const course = useSpark(row);
  const days = courseDays(useToday().day);
  const points = course.flatMap(({ day, firmness }) =>
    firmness === null
      ? []
      : [`${(days.indexOf(day) / (days.length - 1)) * (WIDE - 2) + 1},${HIGH - 1 - (firmness / 100) * (HIGH - 2)}`],
  );
  return (
    <svg className="spark" viewBox={`0 0 ${WIDE} ${HIGH}`} width={WIDE} height={HIGH} aria-hidden="true">
      <path className="base" d={`M1 ${HIGH - 0.5}H${WIDE - 1}`} />
      {points.length === 1 ? (
        <path className="line" d={`M${points[0]}h0`} />
      ) : (
        <polyline className="line" points={points.join(' ')} />
      )}
    </svg>
  );
}
