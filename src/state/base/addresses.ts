import { asset, resolve } from '$app/paths';

const PATHS = {
  home: '/',
  data: '/data/',
  model: '/model/',
  runs: '/model/runs/',
  plan: '/plan/',
  shortlist: '/plan/shortlist/',
  together: '/plan/together/',
  buyers: '/plan/buyers/',
  calendar: '/calendar/',
  evidence: '/evidence/',
  settings: '/settings/',
  help: '/help/',
  helpData: '/help/data/',
  helpNumbers: '/help/numbers/',
  helpReviews: '/help/reviews/',
  helpMarket: '/help/market/',
  workshop: '/workshop/',
  lesson: '/workshop/lesson/',
  leader: '/workshop/leader/',
  handout: '/workshop/handout/',
  results: '/workshop/results/',
} as const;
export type PageName = keyof typeof PATHS;

/** Returns the address of a page, relative to where the app is hosted; IDs are in the query. */
export function pageHref(
  page: PageName,
  search: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `${resolve(PATHS[page])}${query && `?${query}`}`;
}

/** Returns the absolute address of the home page, under which everything of this copy of the app lies. */
export function appScope(): string {
  return new URL(pageHref('home'), location.href).href;
}

/** Returns the absolute address of the results page with a code behind the number sign, which no host is sent. */
export function resultAddress(code: string): string {
  return `${new URL(pageHref('results'), location.href).href}#${code}`;
}

/** Returns the absolute address that begins a workshop anew. */
export function freshStartAddress(): string {
  return new URL(pageHref('workshop', { start: 'fresh' }), location.href).href;
}

/** Returns whether only this device can open this copy of the app. */
export function isLocalCopy(): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname);
}

export function sampleAddress(fileName: string): string {
  return asset(`/samples/${fileName}`);
}

export function eventNoticeAddress(): string {
  return asset('/selling-events.notice.txt');
}

export function iconAddress(): string {
  return asset('/icon-192.png');
}

export function licencesAddress(): string {
  return asset('/licences.json');
}

/** Returns the ID of the data set that an address asks for; undefined where it asks for none. */
export function requestedDataset(search: URLSearchParams): number | undefined {
  const id = Number(search.get('dataset'));
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

/** Returns whether an address asks for a page as a room sees it: large, of full contrast, with nothing beside it. */
export function asksForProjector(search: URLSearchParams): boolean {
  return search.get('view') === 'projector';
}

/** Query parameters that name the content of a page; the others say how it is shown. */
const THINGS = ['dataset', 'product', 'import', 'step'];

/** Returns whether two addresses show different content, so that reading starts again at the heading. */
export function isOtherPlace(from: URL, to: URL): boolean {
  return (
    from.pathname !== to.pathname ||
    THINGS.some((name) => from.searchParams.get(name) !== to.searchParams.get(name))
  );
}
