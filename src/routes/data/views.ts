/** Views of a data set; the address names the one on screen. */
export const VIEWS = [
  ...(['overview', 'quality', 'fill', 'launches', 'reviews'] as const),
  ...(['orders', 'pictures', 'market', 'columns'] as const),
] as const;
export type View = (typeof VIEWS)[number];

/** Returns the view that an address names, else the overview. */
export function viewIn(search: URLSearchParams): View {
  const asked = search.get('view');
  return VIEWS.find((view) => view === asked) ?? 'overview';
}

/** Returns the query of an address with another view; its other parameters stay. */
export function viewSearch(search: URLSearchParams, view: View): string {
  const changed = new URLSearchParams(search);
  changed.set('view', view);
  return `?${changed.toString()}`;
}
