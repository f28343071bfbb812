import type { Snippet } from 'svelte';
import type { WrittenCell } from '#core/csv/inert-cell.ts';
import type { Column } from '#core/table/column.ts';

/** One column of a data table. Rows are known by their number; no row is ever an object. */
export interface TableColumn {
  readonly id: string;
  readonly header: string;
  /** What it is sorted by and, where it holds texts, searched in. */
  readonly column: Column;
  readonly align: 'start' | 'end';
  /** Room for its values, in rem; what is left over is shared out in proportion. */
  readonly width: number;
  /** What is seen. */
  readonly format: (row: number) => string;
  /** Drawn in place of the text. */
  readonly cell?: Snippet<[row: number, tabindex: 0 | -1]>;
  /** Whether that is pressed: it then takes the focus, and the tabindex, in place of its cell. */
  readonly isControl?: boolean;
  /** What is copied: plain enough for a spreadsheet to count with. */
  readonly written: (row: number) => WrittenCell;
}

export interface TableSort {
  /** Of the column. */
  readonly id: string;
  readonly descending: boolean;
}

/** Numbers start with the largest and texts with the first; a second time turns them over, a third gives the order up. */
export function nextSort(current: TableSort | null, { id, column }: TableColumn): TableSort | null {
  const first = { id, descending: column.kind === 'number' };
  if (current?.id !== id) return first;
  return current.descending === first.descending ? { id, descending: !first.descending } : null;
}
