import type { Snippet } from 'svelte';
import type { WrittenCell } from '#core/base/text/inert-cell.ts';
import type { Column } from '#core/import/columns/column.ts';

/** One column of a data table. Rows are identified by number; none is ever an object. */
export interface TableColumn {
  readonly id: string;
  readonly header: string;
  /** Values to sort by and, where they are texts, to search in. */
  readonly column: Column;
  readonly align: 'start' | 'end';
  /** Width in rem; spare room is shared in proportion. */
  readonly width: number;
  /** The text shown. */
  readonly format: (row: number) => string;
  /** Returns whose picture stands before the text; see `pictureOwner` in core. */
  readonly ownerOf?: (row: number) => string;
  /** Rendered in place of the text. */
  readonly cell?: Snippet<[row: number, tabindex: 0 | -1]>;
  /** Whether `cell` is a control, which then takes the focus and the tabindex in place of its cell. */
  readonly isControl?: boolean;
  /** The value copied, plain enough for a spreadsheet to calculate with. */
  readonly written: (row: number) => WrittenCell;
}

export interface TableSort {
  /** ID of the column. */
  readonly id: string;
  readonly descending: boolean;
}

/**
 * Returns the sort order after a press. Numbers start with the largest, texts with the first. A second press reverses
 * the order, a third removes it.
 */
export function nextSort(current: TableSort | null, { id, column }: TableColumn): TableSort | null {
  const first = { id, descending: column.kind === 'number' };
  if (current?.id !== id) return first;
  return current.descending === first.descending ? { id, descending: !first.descending } : null;
}
