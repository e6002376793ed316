import {
  type ColumnDef,
  type ExpandedState,
  getCoreRowModel,
  getExpandedRowModel,
  getGroupedRowModel,
  useReactTable,
} from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import { PHASES } from '../../lib/domain/phase';
import type { ReviewRow } from '../../lib/domain/review-row';
import { COLUMNS, type Filters, type ReviewView } from '../../lib/domain/review-view';
import { TABLE } from './Columns';
import { filteredRows, sortedRows } from './row-models';

/** What a group is: its own column, so that groups keep their order whatever the deals are sorted by. */
const GROUP_VALUE = {
  owner: ({ owner }: ReviewRow) => owner ?? '\uffff',
  phase: ({ phase }: ReviewRow) => PHASES.indexOf(phase),
  month: ({ closeDate }: ReviewRow) => closeDate?.slice(0, 7) ?? '9999',
};

const COLUMN_DEFS: ColumnDef<ReviewRow>[] = [
  ...COLUMNS.map((id): ColumnDef<ReviewRow> => ({ id, accessorFn: TABLE[id].value })),
  ...Object.entries(GROUP_VALUE).map(([id, accessorFn]): ColumnDef<ReviewRow> => ({ id: `group-${id}`, accessorFn })),
];

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
    groupedColumnMode: false,
    autoResetExpanded: false,
    // Without groups nothing opens, and nobody walks all rows to find that out.
    manualExpanding: group === 'none',
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: filteredRows,
    getGroupedRowModel: getGroupedRowModel(),
    getSortedRowModel: sortedRows,
    getExpandedRowModel: getExpandedRowModel(),
  });
}
