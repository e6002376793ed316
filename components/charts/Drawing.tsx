import type { ReactElement } from 'react';
import { ResponsiveContainer } from 'recharts';
import type { ReviewRow } from '../../lib/domain/review-row';
import { openDeal } from './DealButton';

/** Pixels. */
export const HEIGHT = 280;

/** What every axis and chart has in common; colours are tokens, in charts.css. */
export const AXIS = { stroke: 'var(--edge)', tickLine: false, minTickGap: 16 } as const;
export const MARGIN = { top: 12, right: 16, bottom: 4, left: 4 } as const;
/** The table beside it is what is read aloud, and what the keyboard walks. */
export const STILL = { accessibilityLayer: false, margin: MARGIN } as const;

/** A chart as wide as there is room. */
export function Drawing({ height = HEIGHT, children }: { height?: number; children: ReactElement }) {
  return (
    <ResponsiveContainer width="100%" height={height} debounce={50}>
      {children}
    </ResponsiveContainer>
  );
}

interface DotProps {
  cx?: number;
  cy?: number;
  payload?: { row: ReviewRow };
}

/** A deal as a point; a click opens it. */
export function dealDot(className: (row: ReviewRow) => string) {
  return ({ cx, cy, payload }: DotProps) => {
    if (!payload || cx === undefined || cy === undefined) return <g />;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same deals as buttons
      <circle className={`dot ${className(payload.row)}`} cx={cx} cy={cy} r={6} onClick={() => openDeal(payload.row)} />
    );
  };
}

interface TipProps {
  active?: boolean;
  payload?: readonly { payload?: unknown }[];
}

/** What is said of the point under the pointer. */
export function tip<T>(says: (of: T) => ReactElement) {
  return ({ active, payload }: TipProps) => {
    const of = payload?.[0]?.payload;
    return active && of ? <div className="chart-tip">{says(of as T)}</div> : null;
  };
}
