import { useMemo } from 'react';
import { i18n } from '#i18n';
import {
  type DealCases,
  figureOf,
  MEASURES,
  type Measure,
  type Period,
  periodsUntil,
  type Span,
} from '../../lib/domain/execution';
import type { ReviewRow } from '../../lib/domain/review-row';
import { useCases } from '../../lib/state/looking-back';
import { useToday } from '../../lib/state/today';
import { Reading } from '../charts/Reading';
import { FigureCell } from './FigureCell';
import { periodName } from './words';

interface NumbersTableProps {
  rows: readonly ReviewRow[];
  span: Span;
}

/** The numbers of execution by period: each with what it counts and on how many cases. */
export function NumbersTable({ rows, span }: NumbersTableProps) {
  const { day: today } = useToday();
  const read = useCases(rows, span);
  if (read.state !== 'shown') {
    return (
      <section className="numbers-card" aria-busy={read.state === 'reading'}>
        <Reading read={read} of={rows.length} />
      </section>
    );
  }
  return <Shown values={read.values} periods={periodsUntil(today, span)} span={span} />;
}

interface ShownProps {
  values: ReadonlyMap<string, DealCases>;
  periods: readonly Period[];
  span: Span;
}

function Shown({ values, periods, span }: ShownProps) {
  const figures = useMemo(() => {
    const deals = [...values.values()];
    const [first, last] = [periods[0], periods.at(-1)];
    const whole = first && last ? { from: first.from, to: last.to } : null;
    return new Map(
      MEASURES.map((measure: Measure) => [
        measure,
        [whole, ...periods].flatMap((period) => (period ? [figureOf(measure, deals, period)] : [])),
      ]),
    );
  }, [values, periods]);
  return (
    <section className="numbers-card">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="numbers-scroll" tabIndex={0} aria-label={i18n.t('numbers.table')}>
        <table className="numbers-table">
          <caption className="unseen">{i18n.t('numbers.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{i18n.t('numbers.what')}</th>
              <th scope="col">{i18n.t(`numbers.whole.${span}`)}</th>
              {periods.map((period, index) => (
                <th key={period.from} scope="col">
                  {periodName(period, span)}
                  {index === periods.length - 1 && <span className="block">{i18n.t('numbers.soFar')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...figures].map(([measure, row]) => (
              <tr key={measure}>
                <th scope="row">
                  <span className="strong">{i18n.t(`numbers.measure.${measure}`)}</span>
                  <span className="quiet small block">{i18n.t(`numbers.how.${measure}`)}</span>
                </th>
                {row.map((figure, index) => (
                  <FigureCell key={periods[index - 1]?.from ?? 'whole'} figure={figure} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="quiet small">{i18n.t('numbers.five')}</p>
    </section>
  );
}
