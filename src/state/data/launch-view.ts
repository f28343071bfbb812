export interface ColumnSort {
  /** ID of the column. */
  readonly id: string;
  readonly descending: boolean;
}

/** How the launches of a data set are shown. */
export interface LaunchView {
  /** Null for the order of the file. */
  readonly sort: ColumnSort | null;
  readonly filter: string;
  /** IDs of the chosen columns; null where none were chosen. */
  readonly columns: readonly string[] | null;
}

const SORT = 'sort';
const FILTER = 'find';
const COLUMN = 'column';
const DESCENDING = '-';

/** Reads a view from the query of an address. */
export function decodeLaunchView(search: URLSearchParams): LaunchView {
  const sort = search.get(SORT);
  const columns = search.getAll(COLUMN);
  return {
    sort: sort ? decodeSort(sort) : null,
    filter: search.get(FILTER) ?? '',
    columns: columns.length > 0 ? columns : null,
  };
}

/** Returns the query with this view in place of the one it had; its other parameters stay. */
export function encodeLaunchView(search: URLSearchParams, view: LaunchView): URLSearchParams {
  const encoded = new URLSearchParams(search);
  for (const name of [SORT, FILTER, COLUMN]) encoded.delete(name);
  if (view.sort) encoded.set(SORT, `${view.sort.descending ? DESCENDING : ''}${view.sort.id}`);
  if (view.filter) encoded.set(FILTER, view.filter);
  for (const id of view.columns ?? []) encoded.append(COLUMN, id);
  return encoded;
}

function decodeSort(text: string): ColumnSort {
  const descending = text.startsWith(DESCENDING);
  return { id: descending ? text.slice(DESCENDING.length) : text, descending };
}
