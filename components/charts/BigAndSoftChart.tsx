import { useMemo } from 'react';
import { ReferenceArea, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from 'recharts';
import { i18n } from '#i18n';
import { type BigAndSoft, bigAndSoft, type Place, SOFT } from '../../lib/domain/review-chart';
import type { ReviewRow } from '../../lib/domain/review-row';
import { money, points } from '../format';
import { dealName, unitsWord } from '../review/words';
import { ChartCard } from './ChartCard';
import { DealButton } from './DealButton';
import { AXIS, Drawing, dealDot, MARGIN, STILL, tip } from './Drawing';

/** How many deals of the corner are named under the picture. */
const NAMED = 5;

/** Firmness against amount: what is large and stands on little is in the corner at the top left. */
export function BigAndSoftChart({ rows }: { rows: readonly ReviewRow[] }) {
  const drawn = useMemo(() => bigAndSoft(rows), [rows]);
  const { points: places, left, placeless, corner } = drawn;
  return (
    <ChartCard
      title={i18n.t('charts.big.title')}
      says={
        <>
          <p>{places.length === 0 ? i18n.t('charts.big.none') : cornerWords(drawn, rows)}</p>
          {places.length > 0 && <p className="small">{i18n.t('charts.big.how')}</p>}
          {left > 0 && <p className="small">{i18n.t('charts.more', left, [String(left)])}</p>}
          {placeless > 0 && places.length > 0 && (
            <p className="small">{i18n.t('charts.big.placeless', placeless, [String(placeless)])}</p>
          )}
        </>
      }
      chart={places.length > 0 && <Picture drawn={drawn} rows={rows} />}
      below={
        corner.length > 0 && (
          <div className="chart-below">
            <h3 className="small">{i18n.t('charts.big.corner')}</h3>
            <ul>
              {corner.slice(0, NAMED).map(({ row }) => (
                <li key={row.deal}>
                  <DealButton row={row} /> <span className="quiet small">{placeWords(row)}</span>
                </li>
              ))}
            </ul>
          </div>
        )
      }
      table={places.length > 0 && <Table places={places} />}
    />
  );
}

function Picture({ drawn: { points: places, big, corner }, rows }: { drawn: BigAndSoft; rows: readonly ReviewRow[] }) {
  const soft = useMemo(() => new Set(corner.map(({ row }) => row)), [corner]);
  const most = Math.max(...places.map(({ amount }) => amount));
  const shape = useMemo(() => dealDot((row) => (soft.has(row) ? 'dot-corner' : '')), [soft]);
  return (
    <Drawing>
      <ScatterChart {...STILL} margin={{ ...MARGIN, top: 24 }}>
        <XAxis
          {...AXIS}
          type="number"
          dataKey="firmness"
          domain={[0, 100]}
          ticks={[0, 25, SOFT, 75, 100]}
          height={44}
          label={{ value: i18n.t('charts.time.firmness'), position: 'insideBottom' }}
        />
        <YAxis
          {...AXIS}
          type="number"
          dataKey="amount"
          // Amounts are far apart; their roots leave room for the small ones.
          scale="sqrt"
          domain={[(least: number) => Math.min(0, least), most * 1.1]}
          width={64}
          tickFormatter={(amount: number) => unitsWord(amount, rows)}
        />
        {big !== null && (
          <ReferenceArea
            className="corner"
            x1={0}
            x2={SOFT}
            y1={big}
            y2={most * 1.1}
            // Above it, where no deal stands in its way.
            label={{ value: i18n.t('charts.big.title'), position: 'top' }}
          />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={false}
          content={tip<Place>(({ row }) => (
            <>
              <bdi className="strong">{dealName(row)}</bdi>
              <p>{placeWords(row)}</p>
            </>
          ))}
        />
        <Scatter data={[...places]} shape={shape} isAnimationActive={false} />
      </ScatterChart>
    </Drawing>
  );
}

function Table({ places }: { places: readonly Place[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n.t('review.column.deal')}</th>
          <th scope="col" className="end">
            {i18n.t('review.column.amount')}
          </th>
          <th scope="col" className="end">
            {i18n.t('review.column.firmness')}
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ row, firmness }) => (
          <tr key={row.deal}>
            <th scope="row">
              <DealButton row={row} />
            </th>
            <td className="end">{row.amount && money(row.amount, true)}</td>
            <td className="end">{points(firmness)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "$900K, firmness 12 of 100" */
function placeWords({ amount, firmness }: ReviewRow): string {
  const firm =
    firmness === null ? [] : [i18n.t('words.firmness', [String(firmness)]).toLocaleLowerCase(i18n.t('lang'))];
  return [...(amount ? [money(amount, true)] : []), ...firm].join(', ');
}

function cornerWords({ corner, big }: BigAndSoft, rows: readonly ReviewRow[]): string {
  const from = big === null ? '' : unitsWord(big, rows);
  return i18n.t('charts.big.says', corner.length, [String(corner.length), from, String(SOFT)]);
}
