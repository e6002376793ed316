import { i18n } from '#i18n';
import { daysBetween, type IsoDay } from '../../lib/domain/day';
import type { Trend, TrendPoint } from '../../lib/domain/trend';
import { day } from '../format';

/** Units of the drawing; it is stretched to the width that there is. */
const WIDE = 100;
/** Moves closer than this share of the width would write their names over each other. */
const ROOM = 0.24;

interface TrendChartProps {
  trend: Trend;
  today: IsoDay;
}

/** Firmness above, urgency below, on one time axis, with the moves of the deal. The table beside it says the same. */
export function TrendChart({ trend, today }: TrendChartProps) {
  const { points, moves } = trend;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.day === last.day) return null;
  const span = daysBetween(first.day, last.day);
  const at = (one: IsoDay) => daysBetween(first.day, one) / span;
  const named = moves
    .map((move) => ({ ...move, x: at(move.day) }))
    .filter(({ x }, index, all) => x - (all[index - 1]?.x ?? -1) >= ROOM);
  return (
    <div className="trend-chart" aria-hidden="true">
      <div className="plot firm" data-top="100" data-bottom="0">
        <svg viewBox={`0 0 ${WIDE} 100`} preserveAspectRatio="none" aria-hidden="true">
          <path className="grid" d={`M0 50H${WIDE}`} />
          {moves.map(({ day: moved }) => (
            <path key={moved} className="move" d={`M${at(moved) * WIDE} 0V100`} />
          ))}
          <path className="line" d={steps(points, at, ({ firmness }) => (firmness === null ? null : 100 - firmness))} />
        </svg>
        {named.map(({ day: moved, to, x }) => (
          <span
            key={moved}
            className="small quiet move-name"
            style={x > 0.7 ? { insetInlineEnd: `${(1 - x) * 100}%` } : { insetInlineStart: `${x * 100}%` }}
          >
            {i18n.t(`words.phase.${to}`)}
          </span>
        ))}
      </div>
      <p className="small quiet">{i18n.t('urgency.title')}</p>
      <div className="plot urgent" data-top="4" data-bottom="0">
        <svg viewBox={`0 0 ${WIDE} 40`} preserveAspectRatio="none" aria-hidden="true">
          {moves.map(({ day: moved }) => (
            <path key={moved} className="move" d={`M${at(moved) * WIDE} 0V40`} />
          ))}
          <path className="line" d={steps(points, at, ({ urgency }) => 40 - urgency * 10)} />
        </svg>
      </div>
      <p className="small quiet ends">
        <span>{day(first.day, today)}</span>
        <span>{last.day === today ? i18n.t('words.today') : day(last.day, today)}</span>
      </p>
    </div>
  );
}

/** A number holds until the day on which it changed: a line of steps, broken where there is none. */
function steps(
  points: readonly TrendPoint[],
  at: (day: IsoDay) => number,
  height: (point: TrendPoint) => number | null,
): string {
  let drawing = false;
  return points
    .map((point) => {
      const y = height(point);
      const x = at(point.day) * WIDE;
      const piece = y === null ? (drawing ? `H${x}` : '') : drawing ? `H${x}V${y}` : `M${x} ${y}`;
      drawing = y !== null;
      return piece;
    })
    .join('');
}
