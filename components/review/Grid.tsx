import type { Row } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, memo, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { DealKey } from '../../lib/domain/deal';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { ColumnId, ReviewView } from '../../lib/domain/review-view';
import { changeView } from '../../lib/state/review-view';
import { Sign } from '../Marks';
import { columnName, TABLE, tracksOf } from './Columns';
import { type Place, placeAfter, within } from './grid-keys';
import { groupWord, sumWords } from './words';

/** Pixels; the style sheet says the same. */
const ROW = 36;

interface GridProps {
  rows: readonly Row<ReviewRow>[];
  view: ReviewView;
  today: IsoDay;
  onOpen: (row: ReviewRow) => void;
}

/** The deals as a grid: only the rows on screen are drawn, and all of them can be reached with the keyboard. */
export function Grid({ rows, view, today, onOpen }: GridProps) {
  const { columns, sort, deal } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const extent = { rows: rows.length, columns: columns.length, page: 10 };
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const at = within(place, extent);
  const wanted = useRef(false);
  const rangeExtractor = useCallback(
    // The row that has the keyboard is always there.
    (range: Range) =>
      [...new Set([at.row, ...defaultRangeExtractor(range)])].filter((row) => row >= 0).sort((a, b) => a - b),
    [at.row],
  );
  const drawn = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    scrollPaddingStart: ROW,
    overscan: 8,
    rangeExtractor,
  });

  useLayoutEffect(() => {
    if (!wanted.current) return;
    const cell =
      scroller.current?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`) ??
      scroller.current?.querySelector<HTMLElement>(`[data-at="${at.row}:0"]`);
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: at.row >= 0 });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = (next: Place) => {
    wanted.current = true;
    setPlace(next);
    if (next.row >= 0) drawn.scrollToIndex(next.row);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[at.row];
    const isFar = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!row) sortBy(columns[at.column] ?? 'deal', sort);
      else if (row.getIsGrouped()) row.toggleExpanded();
      else if (isFar && row.original.url) window.open(row.original.url, '_blank', 'noopener');
      else onOpen(row.original);
      return;
    }
    const isOpen = row?.getIsExpanded();
    if (row?.getIsGrouped() && ((event.key === 'ArrowLeft' && isOpen) || (event.key === 'ArrowRight' && !isOpen))) {
      event.preventDefault();
      row.toggleExpanded();
      return;
    }
    const next = placeAfter(at, event.key, isFar, { ...extent, page });
    if (!next) return;
    event.preventDefault();
    goTo(next);
  };

  const { tracks, width } = tracksOf(columns);
  const inTracks: CSSProperties = { gridTemplateColumns: tracks };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a grid, of one kind or the other
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both kinds support them
    <div
      ref={scroller}
      className="deal-grid"
      // Rows that open and close make it a tree.
      role={view.group === 'none' ? 'grid' : 'treegrid'}
      tabIndex={-1}
      aria-label={i18n.t('review.table')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
    >
      <Head columns={columns} width={width} sort={sort} at={at} tracks={inTracks} onFocus={setPlace} />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div className="grid-rows" role="rowgroup" style={{ blockSize: drawn.getTotalSize(), minInlineSize: width }}>
        {drawn.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const column = at.row === index ? at.column : null;
          const common = { index, start, onFocus: setPlace };
          // By its place and not by its deal: what is sorted or filtered writes other words into the rows that
          // are there, and the keyboard stays where it stands.
          return row.getIsGrouped() ? (
            <GroupRow key={index} row={row} view={view} at={at} {...common} />
          ) : (
            <DealRow
              key={index}
              row={row.original}
              columns={columns}
              today={today}
              isOpen={row.original.deal === deal}
              onOpen={onOpen}
              tracks={tracks}
              keyboard={column}
              {...common}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Sorts by a column; once more turns it round. */
function sortBy(column: ColumnId, sort: ReviewView['sort']): void {
  const down = sort.by === column ? !sort.down : TABLE[column].down === true;
  changeView({ sort: { by: column, down } });
}

interface HeadProps {
  width: number;
  columns: readonly ColumnId[];
  sort: ReviewView['sort'];
  at: Place;
  tracks: CSSProperties;
  onFocus: (place: Place) => void;
}

function Head({ columns, width, sort, at, tracks, onFocus }: HeadProps) {
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
const DealRow = memo(function DealRow(props: DealRowProps) {
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

function GroupRow({ row, view, index, at, start, onFocus }: GroupRowProps) {
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

/** Gives the keyboard back to the row of a deal, where it is still drawn. */
export function focusDeal(deal: DealKey, rows: readonly Row<ReviewRow>[]): void {
  const index = rows.findIndex((row) => !row.getIsGrouped() && row.original.deal === deal);
  document.querySelector<HTMLElement>(`[data-at="${index}:0"]`)?.focus();
}
