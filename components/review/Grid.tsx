import type { Row } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { DealKey } from '../../lib/domain/deal';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { ReviewView } from '../../lib/domain/review-view';
import { changeView } from '../../lib/state/review-view';
import { tracksOf } from './Columns';
import { DealRow, GroupRow, Head, sortBy } from './GridRows';
import { type Place, placeAfter, within } from './grid-keys';

/** The height of a row in pixels, at the size of text that the reader chose; the style sheet says the same. */
const rowHeight = () => 36 * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14);

/** Where the table was left for another screen: it comes back as it was. */
let left: { place: Place; deal: DealKey | null; offset: number } | null = null;

const ENTERS = ['ArrowDown', 'ArrowUp'];

interface GridProps {
  rows: readonly Row<ReviewRow>[];
  view: ReviewView;
  today: IsoDay;
  /** Whether a whole page stood in its place before: what was pressed there is gone, and the table takes the keyboard. */
  isBack: boolean;
  onOpen: (row: ReviewRow) => void;
}

/** The deals as a grid: only the rows on screen are drawn, and all of them can be reached with the keyboard. */
export function Grid({ rows, view, today, isBack, onOpen }: GridProps) {
  const { columns, sort, deal } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const [height] = useState(rowHeight);
  const extent = { rows: rows.length, columns: columns.length, page: 10 };
  const rowOf = (deal: DealKey | null) =>
    deal === null ? -1 : rows.findIndex((row) => !row.getIsGrouped() && row.original.deal === deal);
  const [place, setPlace] = useState<Place>(() => {
    const row = rowOf(left?.deal ?? null);
    return row < 0 ? (left?.place ?? { row: 0, column: 0 }) : { row, column: left?.place.column ?? 0 };
  });
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
    estimateSize: () => height,
    initialOffset: left?.offset ?? 0,
    scrollPaddingStart: height,
    overscan: 8,
    rangeExtractor,
  });

  useLayoutEffect(() => {
    if (isBack && document.activeElement === document.body) wanted.current = true;
  }, [isBack]);

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

  const present = useRef({ at, rows, offset: 0, goTo });
  useLayoutEffect(() => {
    present.current = { at, rows, offset: drawn.scrollOffset ?? 0, goTo };
  });
  useLayoutEffect(
    () => () => {
      const { at: place, rows, offset } = present.current;
      const row = rows[place.row];
      left = { place, deal: row && !row.getIsGrouped() ? row.original.deal : null, offset };
    },
    [],
  );

  // The deal beside the table was closed: its row has the keyboard again.
  const opened = useRef(deal);
  useLayoutEffect(() => {
    const last = opened.current;
    opened.current = deal;
    if (last && !deal && document.activeElement === document.body) goTo({ row: Math.max(0, rowOf(last)), column: 0 });
  });

  // Nothing has the keyboard: an arrow leads into the table, past all that stands above it.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      if (event.target !== document.body || !ENTERS.includes(event.key)) return;
      event.preventDefault();
      present.current.goTo(present.current.at);
    };
    window.addEventListener('keydown', enter);
    return () => window.removeEventListener('keydown', enter);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[at.row];
    const isFar = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!row) sortBy(columns[at.column] ?? 'deal', sort);
      else if (row.getIsGrouped()) row.toggleExpanded();
      else if (isFar && row.original.url) window.open(row.original.url, '_blank', 'noopener');
      else onOpen(row.original);
      return;
    }
    if (event.key === 'Escape' && deal) {
      changeView({ deal: null });
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
