import { useMemo } from 'react';
import { ReferenceLine, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { type DatePlace, twoDates } from '../../lib/domain/review-chart';
import type { ReviewRow } from '../../lib/domain/review-row';
import { day, points } from '../format';
import { dealName } from '../review/words';
import { ChartCard } from './ChartCard';
import { DealButton } from './DealButton';
import { AXIS, Drawing, dealDot, STILL, tip } from './Drawing';

/** How many late deals are named under the picture. */
const NAMED = 5;

interface DatesProps {
  rows: readonly ReviewRow[];
  today: IsoDay;
}

/** The close date against the day on which it happens at the customer: under the line it closes too late for them. */
export function DatesChart({ rows, today }: DatesProps) {
  const { points: places, late, left, noEvent } = useMemo(() => twoDates(rows), [rows]);
  return (
    <ChartCard
      title={i18n.t('charts.dates.title')}
      says={
        <>
          <p>{places.length === 0 ? i18n.t('charts.dates.none') : i18n.t('charts.dates.says', late, [String(late)])}</p>
          {noEvent > 0 && <p className="small">{i18n.t('charts.dates.noEvent', noEvent, [String(noEvent)])}</p>}
          {left > 0 && <p className="small">{i18n.t('charts.moreDates', left, [String(left)])}</p>}
        </>
      }
      chart={places.length > 0 && <Picture places={places} today={today} />}
      below={
        late > 0 && (
          <div className="chart-below">
            <h3 className="small">{i18n.t('charts.dates.late')}</h3>
            <ul>
              {places.slice(0, Math.min(NAMED, late)).map((place) => (
                <li key={place.row.deal}>
                  <DealButton row={place.row} /> <span className="quiet small">{betweenWords(place)}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
      table={places.length > 0 && <Table places={places} today={today} />}
    />
  );
}

/** A late deal is another shape of another colour: a word stands beside the line as well. */
const shape = dealDot(({ dates }) => (dates?.code === 'closeAfterEvent' ? 'dot-late' : ''));

function Picture({ places, today }: { places: readonly DatePlace[]; today: IsoDay }) {
  return (
    <Drawing>
      <ScatterChart {...STILL}>
        <XAxis
          {...AXIS}
          type="number"
          scale="time"
          dataKey={({ close }: DatePlace) => Date.parse(close)}
          domain={['dataMin', 'dataMax']}
          padding={{ left: 12, right: 12 }}
          tickFormatter={(at: number) => day(new Date(at).toISOString().slice(0, 10), today)}
        />
        <YAxis {...AXIS} type="number" dataKey="days" width={48} allowDecimals={false} tickFormatter={points} />
        <ReferenceLine
          y={0}
          className="zero"
          label={{ value: i18n.t('charts.dates.late'), position: 'insideBottomLeft', dy: 18 }}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={tip<DatePlace>((place) => (
            <>
              <bdi className="strong">{dealName(place.row)}</bdi>
              <p>
                {i18n.t('charts.dates.close')}: {day(place.close, today)}
              </p>
              <p>
                {i18n.t('charts.dates.event')}: {day(place.event, today)}
              </p>
              <p>{betweenWords(place)}</p>
            </>
          ))}
        />
        <Scatter data={[...places]} shape={shape} isAnimationActive={false} />
      </ScatterChart>
    </Drawing>
  );
}

function Table({ places, today }: { places: readonly DatePlace[]; today: IsoDay }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n.t('review.column.deal')}</th>
          <th scope="col">{i18n.t('charts.dates.close')}</th>
          <th scope="col">{i18n.t('charts.dates.event')}</th>
          <th scope="col">{i18n.t('charts.dates.between')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.row.deal}>
            <th scope="row">
              <DealButton row={place.row} />
            </th>
            <td>{day(place.close, today)}</td>
            <td>{day(place.event, today)}</td>
            <td>{betweenWords(place)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "10 days too late", "47 days before" */
function betweenWords({ days }: DatePlace): string {
  return days < 0
    ? i18n.t('charts.dates.lateBy', -days, [String(-days)])
    : i18n.t('charts.dates.earlyBy', days, [String(days)]);
}
