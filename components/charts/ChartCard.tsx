import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';

interface ChartCardProps {
  title: string;
  /** What the picture shows, in a sentence. */
  says: ReactNode;
  /** The picture; `null` where there is nothing to draw. */
  chart: ReactNode;
  /** What is worth opening first, below the picture. */
  below?: ReactNode;
  /** The same as a table; none where there is nothing to draw. */
  table: ReactNode;
}

/** A chart: a sentence, a picture for the eye, and the same as a table for everybody. */
export function ChartCard({ title, says, chart, below, table }: ChartCardProps) {
  const id = useId();
  return (
    <section className="chart-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="quiet">{says}</div>
      {chart && (
        <div className="chart" aria-hidden="true">
          {chart}
        </div>
      )}
      {below}
      {table && (
        <details className="chart-table">
          <summary>{i18n.t('charts.asTable')}</summary>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <div className="chart-rows" role="group" tabIndex={0} aria-label={title}>
            {table}
          </div>
        </details>
      )}
    </section>
  );
}
