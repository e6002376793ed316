import type { ReactNode } from 'react';
import type { IsoDay } from '../../lib/domain/day';
import { PHASES } from '../../lib/domain/phase';
import { inUnits, type ReviewRow } from '../../lib/domain/review-row';
import type { ColumnId } from '../../lib/domain/review-view';
import { money, points } from '../format';
import { word } from '../word';
import { Spark } from './Spark';
import { datedWord, datesWord, daysWord, dealName, factWords, phaseWord } from './words';

/** One column of the table. */
export interface Column {
  /** At least so wide; pixels, at the usual size of text. */
  width: number;
  /** Its share of the room that is left. */
  grow?: number;
  /** Numbers stand at the end of their column. */
  end?: true;
  /** The largest comes first when the column is chosen to sort by. */
  down?: true;
  /** What it sorts by; `undefined` comes last either way. */
  value: (row: ReviewRow) => string | number | undefined;
  text: (row: ReviewRow, today: IsoDay) => string;
  cell?: (row: ReviewRow, today: IsoDay) => ReactNode;
}

const known = <T,>(value: T | null): T | undefined => value ?? undefined;

/** Every column of the review: how it sorts, and how it reads. */
export const TABLE: Readonly<Record<ColumnId, Column>> = {
  deal: {
    width: 170,
    grow: 1.4,
    value: (row) => known(row.name),
    text: dealName,
    cell: (row) => (
      // Each is cut at its own end, whichever way it is written.
      <span className="deal-names">
        <bdi className="strong">{dealName(row)}</bdi> <bdi className="quiet">{row.account}</bdi>
      </span>
    ),
  },
  owner: {
    width: 84,
    grow: 0.8,
    value: (row) => known(row.owner),
    text: ({ owner }) => owner ?? word('words.none'),
    cell: ({ owner }) => <bdi>{owner ?? word('words.none')}</bdi>,
  },
  phase: { width: 70, value: ({ phase }) => PHASES.indexOf(phase), text: phaseWord },
  amount: {
    width: 66,
    end: true,
    down: true,
    value: ({ amount }) => (amount ? inUnits(amount) : undefined),
    text: ({ amount, amountText }) => (amount ? money(amount, true) : (amountText ?? word('words.none'))),
  },
  stake: {
    width: 72,
    end: true,
    down: true,
    value: ({ atStake }) => known(atStake),
    text: ({ amount, firmness }) =>
      amount ? money({ ...amount, minor: amount.minor * (1 - (firmness ?? 0) / 100) }, true) : word('words.none'),
  },
  firmness: {
    width: 66,
    end: true,
    value: ({ firmness }) => known(firmness),
    text: ({ firmness }) => (firmness === null ? word('words.none') : points(firmness)),
    cell: (row) => (
      <>
        <Spark row={row} />
        {row.firmness === null ? word('words.none') : points(row.firmness)}
      </>
    ),
  },
  urgency: {
    width: 72,
    value: ({ urgency }) => urgency,
    text: ({ urgencyName }) => word(`urgency.level.${urgencyName}`),
  },
  weakest: {
    width: 212,
    grow: 1.5,
    value: ({ weakest }) => (weakest ? factWords(weakest) : undefined),
    text: ({ weakest }) => (weakest ? factWords(weakest) : word('review.nothingAnswered')),
    // The reason stays whole where the fact is cut.
    cell: ({ weakest }) =>
      weakest ? (
        <span className="weak-fact">
          <span className="clip">{weakest.question.short}</span>{' '}
          {weakest.gap && <span className="quiet small">{word(`words.gap.${weakest.gap}`)}</span>}
        </span>
      ) : (
        <span className="quiet">{word('review.nothingAnswered')}</span>
      ),
  },
  oldest: {
    width: 62,
    end: true,
    down: true,
    value: ({ oldest }) => oldest?.age,
    text: ({ oldest }) => (oldest ? daysWord(oldest.age) : word('words.none')),
  },
  confirmed: {
    width: 80,
    end: true,
    down: true,
    value: ({ confirmed }) => confirmed ?? Number.MAX_SAFE_INTEGER,
    text: ({ confirmed }) => daysWord(confirmed),
  },
  dates: {
    width: 200,
    grow: 1,
    value: ({ closeDate }) => known(closeDate),
    text: (row, today) => [datesWord(row, today), datedWord(row)].filter(Boolean).join(', '),
    cell: (row, today) => (
      <>
        <bdi>{datesWord(row, today)}</bdi> {row.dates?.wrong && <span className="look small">{datedWord(row)}</span>}
      </>
    ),
  },
  pushes: {
    width: 56,
    end: true,
    down: true,
    value: ({ pushes }) => pushes,
    text: ({ pushes }) => (pushes === 0 ? word('words.none') : `${pushes}×`),
  },
  checked: {
    width: 68,
    end: true,
    down: true,
    value: ({ checked }) => checked ?? Number.MAX_SAFE_INTEGER,
    text: ({ checked }) => daysWord(checked),
  },
  overrides: {
    width: 72,
    end: true,
    down: true,
    value: ({ overrides }) => overrides,
    text: ({ overrides }) => (overrides === 0 ? word('words.none') : `${overrides}×`),
  },
};

/** What stands at its head. */
export const columnName = (id: ColumnId) => word(`review.column.${id}`);

/** Fourteen pixels, unless the reader wants larger text: then all that holds text grows with it. */
const rem = (pixels: number) => `${pixels / 14}rem`;

/** The columns as tracks of a CSS grid: the same in every row, whatever is in it. */
export function tracksOf(columns: readonly ColumnId[]): { tracks: string; width: string } {
  const tracks = columns.map((id) => {
    const { width, grow } = TABLE[id];
    return grow ? `minmax(${rem(width)}, ${grow}fr)` : rem(width);
  });
  return { tracks: tracks.join(' '), width: rem(columns.reduce((sum, id) => sum + TABLE[id].width, 0)) };
}
