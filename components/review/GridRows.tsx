/** The rows of the table: its head, a deal each, and what groups them. The keys are the grid's own. */
import type { Row } from '@tanstack/react-table';
import { type CSSProperties, memo } from 'react';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { ColumnId, ReviewView } from '../../lib/domain/review-view';
import { changeView } from '../../lib/state/review-view';
import { Sign } from '../Marks';
import { columnName, TABLE } from './Columns';
import type { Place } from './grid-keys';
import { groupWord, sumWords } from './words';

/** Sorts by a column; once more turns it round. */
export function sortBy(column: ColumnId, sort: ReviewView['sort']): void {
  const down = sort.by === column ? !sort.down : TABLE[column].down === true;
  changeView({ sort: { by: column, down } });
}

interface HeadProps {
  width: string;
  columns: readonly ColumnId[];
  sort: ReviewView['sort'];
  at: Place;
  tracks: CSSProperties;
  onFocus: (place: Place) => void;
}

/** The names of the columns; each sorts by its own. */
export function Head({ columns, width, sort, at, tracks, onFocus }: HeadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    <div className="grid-head" role="rowgroup" style={{ minInlineSize: width }}>
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells take the keyboard */}
      <div className="grid-row" role="row" aria-rowindex={1} style={tracks}>
        {columns.map((id, column) => (
          // biome-ignore lint/a11y/useSemanticElements: part of the grid
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
          <div
            key={id}
            role="columnheader"
            className={TABLE[id].end ? 'cell end' : 'cell'}
            aria-colindex={column + 1}
            aria-sort={sort.by === id ? (sort.down ? 'descending' : 'ascending') : undefined}
            title={i18n.t(`review.means.${id}`)}
            tabIndex={at.row === -1 && at.column === column ? 0 : -1}
            data-at={`-1:${column}`}
            onFocus={() => onFocus({ row: -1, column })}
            onClick={() => sortBy(id, sort)}
          >
            {columnName(id)}
            {sort.by === id && <Sign of={sort.down ? 'down' : 'up'} />}
          </div>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  index: number;
  /** Where it stands, in pixels from the first row. */
  start: number;
  onFocus: (place: Place) => void;
}

const placed = (start: number): CSSProperties => ({ transform: `translateY(${start}px)` });

interface DealRowProps extends RowProps {
  row: ReviewRow;
  columns: readonly ColumnId[];
  today: IsoDay;
  isOpen: boolean;
  onOpen: (row: ReviewRow) => void;
  tracks: string;
  /** The column that the keyboard stands in; `null`: it is in another row. */
  keyboard: number | null;
}

/** One deal; while the table scrolls, or the keyboard moves in it, the rows that stay are not drawn anew. */
export const DealRow = memo(function DealRow(props: DealRowProps) {
  const { row, columns, today, isOpen, index, start, tracks, keyboard, onFocus, onOpen } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the keyboard
    <div
      role="row"
      className="grid-row deal-row"
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      style={{ ...placed(start), gridTemplateColumns: tracks }}
      onClick={() => onOpen(row)}
    >
      {columns.map((id, column) => {
        const { end, cell, text } = TABLE[id];
        const words = text(row, today);
        return (
          // biome-ignore lint/a11y/useSemanticElements: part of the grid
          <div
            key={id}
            role="gridcell"
            className={`cell cell-${id}${end ? ' end' : ''}`}
            aria-colindex={column + 1}
            title={words}
            tabIndex={keyboard === column ? 0 : -1}
            data-at={`${index}:${column}`}
            onFocus={() => onFocus({ row: index, column })}
          >
            {cell ? cell(row, today) : words}
          </div>
        );
      })}
    </div>
  );
});

interface GroupRowProps extends RowProps {
  row: Row<ReviewRow>;
  view: ReviewView;
  at: Place;
}

/** What some deals have in common, with their sums; it opens and closes. */
export function GroupRow({ row, view, index, at, start, onFocus }: GroupRowProps) {
  const deals = row.getLeafRows().map(({ original }) => original);
  const first = deals[0];
  const count = i18n.t('review.count', deals.length);
  const sum = i18n.t('review.groupStake', [sumWords(deals, 'amount'), sumWords(deals, 'stake')]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: its cell takes the keyboard
    <div
      role="row"
      className="grid-row group-row"
      aria-rowindex={index + 2}
      aria-expanded={row.getIsExpanded()}
      style={placed(start)}
      onClick={row.getToggleExpandedHandler()}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of the grid */}
      <div
        role="gridcell"
        className="cell"
        aria-colindex={1}
        aria-colspan={view.columns.length}
        tabIndex={at.row === index ? 0 : -1}
        data-at={`${index}:0`}
        onFocus={() => onFocus({ row: index, column: at.column })}
      >
        <Sign of={row.getIsExpanded() ? 'down' : 'right'} />
        <bdi className="strong">{first && groupWord(view.group, first)}</bdi>
        <span className="quiet">
          {count} · {sum}
        </span>
      </div>
    </div>
  );
}
