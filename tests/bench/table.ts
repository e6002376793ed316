/** The table that a run ends with: which figures there are, what each is held against, and how it reads. */
import { type Spread, spreadOf } from './stats.ts';

/** What one visit measured, by figure; a figure that a variant does not have is not there. */
export type Figures = Record<string, number>;

/** The visits of one variant, one place for each round; `undefined` where the visit was dropped. */
export type Visits = readonly (Figures | undefined)[];

export interface Row {
  figure: string;
  says: string;
  unit: 'ms' | 'MB' | '';
  /** The variant that is the floor, or `own`: measured in the same visits as ours, as `figure` + `.floor`. */
  floor: string;
}

const FLOORS: Readonly<Record<string, string>> = {
  empty: 'empty extension',
  div: 'bare `div`',
  frame: 'bare iframe, raw IndexedDB',
  own: 'raw IndexedDB',
};

const ROWS: readonly Row[] = [
  { figure: 'load.script', says: 'page load: script, main thread', unit: 'ms', floor: 'empty' },
  { figure: 'load.task', says: 'page load: tasks, main thread', unit: 'ms', floor: 'empty' },
  { figure: 'load.long', says: 'page load: long tasks, count', unit: '', floor: 'empty' },
  { figure: 'load.longMs', says: 'page load: long tasks, sum', unit: 'ms', floor: 'empty' },
  { figure: 'move.script', says: 'navigation, panel closed: script', unit: 'ms', floor: 'empty' },
  { figure: 'move.task', says: 'navigation, panel closed: tasks', unit: 'ms', floor: 'empty' },
  { figure: 'move.long', says: 'navigation, panel closed: long tasks, count', unit: '', floor: 'empty' },
  { figure: 'next.script', says: 'navigation, panel open: script in the page', unit: 'ms', floor: 'empty' },
  { figure: 'next.long', says: 'navigation, panel open: long tasks, count', unit: '', floor: 'empty' },
  { figure: 'heap.closed', says: 'JS heap of the page, panel closed', unit: 'MB', floor: 'empty' },
  { figure: 'heap.open', says: 'JS heap of the page, panel open', unit: 'MB', floor: 'empty' },
  { figure: 'heap.panel', says: "JS heap of the panel's own process", unit: 'MB', floor: 'frame' },
  { figure: 'next', says: '`pushState` to painted answers, panel open', unit: 'ms', floor: 'div' },
  { figure: 'next', says: '`pushState` to painted answers, panel open', unit: 'ms', floor: 'frame' },
  { figure: 'warm', says: 'click to painted panel, hovered before', unit: 'ms', floor: 'div' },
  { figure: 'warm', says: 'click to painted panel, hovered before', unit: 'ms', floor: 'frame' },
  { figure: 'cold', says: 'click to painted panel, cold', unit: 'ms', floor: 'div' },
  { figure: 'cold', says: 'click to painted panel, cold', unit: 'ms', floor: 'frame' },
  { figure: 'read', says: 'read one deal', unit: 'ms', floor: 'own' },
  { figure: 'save', says: 'save one answer', unit: 'ms', floor: 'own' },
];

/** Our own variant with so many deals in its database. */
export const oursWith = (deals: number) => `ours-${deals}`;

/** Two digits where they say something. */
function digits(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

function cell(spread: Spread | null): string {
  return spread ? `${digits(spread.median)} (${digits(spread.low)} to ${digits(spread.high)})` : '-';
}

/** Nothing is divided by (almost) nothing. */
function ratio(ours: Spread | null, floor: Spread | null): string {
  return ours && floor && floor.median >= 0.005 ? (ours.median / floor.median).toFixed(2) : '-';
}

const isNumber = (value: number | undefined): value is number => value !== undefined;

/** The Markdown table of a run: medians with the 10th and 90th percentile. */
export function table(visits: ReadonlyMap<string, Visits>, sizes: readonly number[]): string {
  const most = sizes.at(-1) ?? 0;
  const least = sizes[0] ?? 0;
  const grouped = (deals: number) => deals.toLocaleString('en-US');
  const head = [
    'figure',
    'unit',
    ...sizes.map((deals) => `ours, ${grouped(deals)} deals`),
    'floor',
    'floor is',
    'ours - floor',
    'ours / floor',
    `${grouped(most)} / ${grouped(least)} deals`,
  ];
  const lines = ROWS.map(({ figure, says, unit, floor }) => {
    const valuesOf = (variant: string, name = figure) => (visits.get(variant) ?? []).map((visit) => visit?.[name]);
    const spread = (values: readonly (number | undefined)[]) => spreadOf(values.filter(isNumber));
    const ours = valuesOf(oursWith(most));
    const below = floor === 'own' ? valuesOf(oursWith(most), `${figure}.floor`) : valuesOf(floor);
    const added = ours.map((value, round) => {
      const base = below[round];
      return value === undefined || base === undefined ? undefined : value - base;
    });
    return [
      says,
      unit,
      ...sizes.map((deals) => cell(spread(valuesOf(oursWith(deals))))),
      cell(spread(below)),
      FLOORS[floor] ?? floor,
      cell(spread(added)),
      ratio(spread(ours), spread(below)),
      ratio(spread(ours), spread(valuesOf(oursWith(least)))),
    ];
  });
  return markdown([head, ...lines]);
}

const REVIEW_ROWS: readonly { figure: string; says: string; unit: 'ms' | 'MB'; floor: boolean }[] = [
  { figure: 'cold.first', says: 'first rows painted, cold', unit: 'ms', floor: true },
  { figure: 'warm.first', says: 'first rows painted, warm', unit: 'ms', floor: true },
  { figure: 'cold.all', says: 'every row scored and in its place, cold', unit: 'ms', floor: true },
  { figure: 'warm.all', says: 'every row scored and in its place, warm', unit: 'ms', floor: true },
  { figure: 'warm.longest', says: 'longest task until then, warm', unit: 'ms', floor: true },
  { figure: 'sort', says: 'sort by a column, to painted: median of 16', unit: 'ms', floor: false },
  { figure: 'sort.cpu', says: 'sort by a column: main thread, mean', unit: 'ms', floor: false },
  { figure: 'filter', says: 'filter by a text, to painted: median of 16', unit: 'ms', floor: false },
  { figure: 'filter.cpu', says: 'filter by a text: main thread, mean', unit: 'ms', floor: false },
  { figure: 'heap.loaded', says: 'JS heap, loaded', unit: 'MB', floor: false },
  { figure: 'heap.worked', says: 'JS heap, sorted and filtered', unit: 'MB', floor: false },
  { figure: 'heap.every', says: 'JS heap, every row was on screen', unit: 'MB', floor: false },
  { figure: 'heap.often', says: 'JS heap, scrolled five times more', unit: 'MB', floor: false },
];

/** The table of the review: each size beside the bare page that reads as many records. */
export function reviewTable(visits: ReadonlyMap<string, Visits>, sizes: readonly number[]): string {
  const spread = (variant: string, figure: string) =>
    spreadOf((visits.get(variant) ?? []).map((visit) => visit?.[figure]).filter(isNumber));
  const head = [
    'figure',
    'unit',
    ...sizes.flatMap((deals) => [`${deals.toLocaleString('en-US')} deals`, 'bare page', 'x']),
  ];
  const lines = REVIEW_ROWS.map(({ figure, says, unit, floor }) => [
    says,
    unit,
    ...sizes.flatMap((deals) => {
      const ours = spread(`review-${deals}`, figure);
      const below = floor ? spread(`floor-${deals}`, figure) : null;
      return [cell(ours), cell(below), ratio(ours, below)];
    }),
  ]);
  return markdown([head, ...lines]);
}

/** Rows of cells as Markdown, padded so that the text itself reads as a table. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.slice(1).map(line)].join('\n');
}
