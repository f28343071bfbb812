/** The ways to look at a data set; the address holds which. */
export const VIEWS = ['overview', 'quality', 'fill', 'launches', 'columns'] as const;
export type View = (typeof VIEWS)[number];

export function viewIn(search: URLSearchParams): View {
  const asked = search.get('view');
  return VIEWS.find((view) => view === asked) ?? 'overview';
}

/** The search that shows another view; what else it says stays. */
export function viewSearch(search: URLSearchParams, view: View): string {
  const changed = new URLSearchParams(search);
  changed.set('view', view);
  return `?${changed.toString()}`;
}
