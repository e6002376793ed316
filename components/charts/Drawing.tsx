import type { ReactElement } from 'react';
import { ResponsiveContainer } from 'recharts';
import type { ReviewRow } from '../../lib/domain/review-row';
import { openDeal } from './DealButton';

/** What every axis and chart has in common; colours are tokens, in charts.css. */
export const AXIS = { stroke: 'var(--edge)', tickLine: false, minTickGap: 16 } as const;
export const MARGIN = { top: 12, right: 16, bottom: 4, left: 4 } as const;
/** The table beside it is what is read aloud, and what the keyboard walks. */
export const STILL = { accessibilityLayer: false, margin: MARGIN } as const;

interface DrawingProps {
  /** How much of a card's height it takes: all of it, or its part of two. */
  part?: 'whole' | 'upper' | 'lower';
  /** Pixels that it takes at the least. */
  least?: number;
  children: ReactElement;
}

/** A chart as wide as there is room, and as tall as charts.css says. */
export function Drawing({ part = 'whole', least, children }: DrawingProps) {
  return (
    <div className={`drawing drawing-${part}`} style={{ minBlockSize: least }}>
      <ResponsiveContainer width="100%" height="100%" debounce={50}>
        {children}
      </ResponsiveContainer>
    </div>
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
