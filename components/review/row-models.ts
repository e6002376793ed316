/**
 * How the table filters and sorts: TanStack's own models ask every row for its value in each of the
 * hundred thousand comparisons that ten thousand deals take, and copy every row. Here a value is asked
 * for once, and texts are put into their language's order once for all sorting by them.
 */
import { type AccessorFn, getMemoOptions, memo, type Row, type RowModel, type Table } from '@tanstack/react-table';
import { i18n } from '#i18n';
import type { ReviewRow } from '../../lib/domain/review-row';
import { type Filters, isShown } from '../../lib/domain/review-view';

type Rows = RowModel<ReviewRow>;
type Made = (table: Table<ReviewRow>) => () => Rows;

const names = new Intl.Collator(i18n.t('lang'), { numeric: true, sensitivity: 'base' });

/** The deals that the filters leave. */
export const filteredRows: Made = (table) =>
  memo(
    () => [table.getState().globalFilter as Filters, table.getPreFilteredRowModel()] as const,
    (filters, { rows, rowsById }) => {
      const flatRows = rows.filter(({ original }) => isShown(original, filters));
      return { rows: flatRows, flatRows, rowsById };
    },
    getMemoOptions(table.options, 'debugTable', 'filteredRows'),
  );

/** Groups by what they have in common, and deals, within their group, by the column of the last sorting. */
export const sortedRows: Made = (table) => {
  const keysIn = columnKeys(table);
  return memo(
    () => [table.getState().sorting, table.getPreSortedRowModel()] as const,
    (sorting, { rows, rowsById }) => {
      const flatRows: Row<ReviewRow>[] = [];
      const inOrder = (rows: readonly Row<ReviewRow>[]): Row<ReviewRow>[] => {
        const by = rows[0]?.getIsGrouped() ? sorting[0] : sorting.at(-1);
        const sorted = by ? byKey(rows, keysIn(by.id), by.desc) : rows;
        return sorted.map((row) => {
          // A group is shared with the model it comes from, which keeps its own order.
          const placed = row.getIsGrouped() ? { ...row } : row;
          flatRows.push(placed);
          if (row.getIsGrouped()) placed.subRows = inOrder(row.subRows);
          return placed;
        });
      };
      return { rows: inOrder(rows), flatRows, rowsById };
    },
    getMemoOptions(table.options, 'debugTable', 'sortedRows'),
  );
};

/** What each deal sorts by in one column; a deal without a value is not there. */
type Keys = ReadonlyMap<ReviewRow, number>;

/** Sorted by a number; those without one come last either way, and equals stay as they are. */
function byKey(rows: readonly Row<ReviewRow>[], keys: Keys, down: boolean): Row<ReviewRow>[] {
  const keyed = rows.map((row) => ({ row, key: keys.get(row.original) ?? Number.NaN }));
  const sign = down ? -1 : 1;
  keyed.sort((a, b) => sign * (a.key - b.key) || Number(Number.isNaN(a.key)) - Number(Number.isNaN(b.key)));
  return keyed.map(({ row }) => row);
}

/** The keys of a column, worked out when it is first sorted by and kept as long as the deals. */
function columnKeys(table: Table<ReviewRow>): (column: string) => Keys {
  let of: Rows | null = null;
  let columns = new Map<string, Keys>();
  return (column) => {
    const all = table.getCoreRowModel();
    if (of !== all) [of, columns] = [all, new Map()];
    const keys = columns.get(column) ?? keysOf(all.rows, table.getColumn(column)?.accessorFn);
    columns.set(column, keys);
    return keys;
  };
}

function keysOf(rows: readonly Row<ReviewRow>[], read?: AccessorFn<ReviewRow>): Keys {
  const values = rows.map(({ original, index }) => ({ original, value: read?.(original, index) }));
  const places = placesOf(values.flatMap(({ value }) => (typeof value === 'string' ? value : [])));
  const keys = new Map<ReviewRow, number>();
  for (const { original, value } of values) {
    const key = typeof value === 'string' ? places.get(value) : value;
    if (typeof key === 'number') keys.set(original, key);
  }
  return keys;
}

/** The place of each text among all of its column's, in their language's order. */
function placesOf(values: readonly string[]): Map<string, number> {
  const texts = [...new Set(values)].sort(names.compare);
  const places = new Map<string, number>();
  let place = 0;
  for (const [index, text] of texts.entries()) {
    const before = texts[index - 1];
    // What differs in case alone stands at the same place.
    if (before !== undefined && names.compare(before, text) !== 0) place = index;
    places.set(text, place);
  }
  return places;
}
