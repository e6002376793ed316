/** Where the keyboard stands in a grid, and where a key leads: the head is row -1. */

/** A cell of the grid. */
export interface Place {
  row: number;
  column: number;
}

/** How far the table goes. */
export interface Extent {
  rows: number;
  columns: number;
  /** How many rows a page holds. */
  page: number;
}

type Step = (place: Place, extent: Extent) => Place;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }, { page }) => ({ row: Math.max(0, row - page), column }),
  PageDown: ({ row, column }, { page }) => ({ row: row + page, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

const FAR: Readonly<Record<string, Step>> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
  ArrowUp: ({ column }) => ({ row: 0, column }),
  ArrowDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
};

/** The place that a key leads to, never outside; `null` for a key that leads nowhere. `far`: with Ctrl or Cmd. */
export function placeAfter(place: Place, key: string, far: boolean, extent: Extent): Place | null {
  const step = far ? FAR[key] : STEPS[key];
  if (!step) return null;
  const { row, column } = step(place, extent);
  return within({ row, column }, extent);
}

/** The nearest place that there is. */
export function within({ row, column }: Place, { rows, columns }: Extent): Place {
  return {
    row: Math.max(-1, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}
