import {
  type ColumnDef,
  type ExpandedState,
  getCoreRowModel,
  getExpandedRowModel,
  getFilteredRowModel,
  getGroupedRowModel,
  getSortedRowModel,
  type Row,
  useReactTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { PHASES } from '../../lib/domain/phase';
import type { ReviewRow } from '../../lib/domain/review-row';
import { COLUMNS, type Filters, isShown, type ReviewView } from '../../lib/domain/review-view';
import { TABLE } from './Columns';

const names = new Intl.Collator(i18n.t('lang'), { numeric: true, sensitivity: 'base' });

/** What a group is: its own column, so that groups keep their order whatever the deals are sorted by. */
const GROUP_VALUE = {
  owner: ({ owner }: ReviewRow) => owner ?? '\uffff',
  phase: ({ phase }: ReviewRow) => PHASES.indexOf(phase),
  month: ({ closeDate }: ReviewRow) => closeDate?.slice(0, 7) ?? '9999',
};

const COLUMN_DEFS: ColumnDef<ReviewRow>[] = [
  ...COLUMNS.map(
    (id): ColumnDef<ReviewRow> => ({
      id,
      accessorFn: TABLE[id].value,
      sortUndefined: 'last',
      sortingFn: (a, b, column) => compared(a.getValue(column), b.getValue(column)),
    }),
  ),
  ...Object.entries(GROUP_VALUE).map(
    ([id, accessorFn]): ColumnDef<ReviewRow> => ({
      id: `group-${id}`,
      accessorFn,
      sortingFn: (a, b, column) => compared(a.getValue(column), b.getValue(column)),
    }),
  ),
];

function compared(a: unknown, b: unknown): number {
  return typeof a === 'string' && typeof b === 'string' ? names.compare(a, b) : Number(a) - Number(b);
}

const NO_GROUPS: string[] = [];

/** The deals of a view, filtered, sorted and grouped; groups that were closed hold theirs back. */
export function useRows(deals: readonly ReviewRow[], view: ReviewView) {
  const [expanded, setExpanded] = useState<ExpandedState>(true);
  const { group, sort } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other groups begin open.
  useEffect(() => setExpanded(true), [group]);
  const data = useMemo(() => [...deals], [deals]);
  const { search, phases, owners, flags, closed } = view;
  // What is sorted or opened filters nothing anew.
  const globalFilter = useMemo(
    (): Filters => ({ search, phases, owners, flags, closed }),
    [search, phases, owners, flags, closed],
  );
  const grouping = useMemo(() => (group === 'none' ? NO_GROUPS : [`group-${group}`]), [group]);
  const sorting = useMemo(
    () => [...grouping.map((id) => ({ id, desc: false })), { id: sort.by, desc: sort.down }],
    [grouping, sort],
  );
  return useReactTable({
    data,
    columns: COLUMN_DEFS,
    state: { globalFilter, grouping, sorting, expanded },
    getRowId: ({ deal }) => deal,
    onExpandedChange: setExpanded,
    globalFilterFn: (row: Row<ReviewRow>, _column, filter: Filters) => isShown(row.original, filter),
    // Filtering looks at the whole row; one column is enough to ask it once.
    getColumnCanGlobalFilter: ({ id }) => id === 'deal',
    groupedColumnMode: false,
    autoResetExpanded: false,
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getGroupedRowModel: getGroupedRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getExpandedRowModel: getExpandedRowModel(),
  });
}
