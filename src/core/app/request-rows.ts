import type { Asker, RequestNote } from './request-note.ts';

/** All requests for one address. */
export interface RequestRow {
  /** Relative to the app's home page for its own files, else the full URL; without query and fragment. */
  readonly address: string;
  readonly isOwn: boolean;
  /**
   * True where all requests only read (GET or HEAD, or an unknown method), or were answered on the device and sent
   * nothing.
   */
  readonly isRead: boolean;
  readonly askers: readonly Asker[];
  readonly times: number;
  readonly byDevice: number;
  /** Requests answered by the host, or from the browser's cache of its answers. */
  readonly byHost: number;
  /** Requests that the browser blocked before anything was sent. */
  readonly refused: number;
}

export interface RequestTotals {
  readonly files: number;
  readonly times: number;
  readonly byDevice: number;
  readonly byHost: number;
  /** Requests to other places than the app's own, or that could send data. */
  readonly strange: number;
  readonly refused: number;
}

/** Addresses that use no network. */
const LOCAL = /^(?:blob|data|about):/;

/**
 * Groups records into one row per address: unexpected requests first, then by address. A request can be reported twice,
 * by its sender and by the service worker that it passed through. The larger of the two counts is used.
 * @param scope address of the app's home page
 */
export function requestRows(notes: Iterable<RequestNote>, scope: string): RequestRow[] {
  const byAddress = new Map<string, RequestNote[]>();
  for (const note of notes) {
    if (!note.told.startsWith(scope) || LOCAL.test(note.url)) continue;
    const address = addressOf(note.url, scope);
    const known = byAddress.get(address);
    if (known) known.push(note);
    else byAddress.set(address, [note]);
  }
  return Array.from(byAddress, ([address, group]) => rowOf(address, group, scope)).sort(inOrder);
}

/** Returns the sums over all rows. */
export function requestTotals(rows: readonly RequestRow[]): RequestTotals {
  const sum = (of: (row: RequestRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    files: rows.filter(({ isOwn }) => isOwn).length,
    times: sum(({ times }) => times),
    byDevice: sum(({ byDevice }) => byDevice),
    byHost: sum(({ isOwn, byHost }) => (isOwn ? byHost : 0)),
    strange: sum((row) => (isStrange(row) ? row.times - row.refused : 0)),
    refused: sum(({ refused }) => refused),
  };
}

/** Returns whether the row is anything other than reading a file of the app. */
export function isStrange({ isOwn, isRead }: RequestRow): boolean {
  return !isOwn || !isRead;
}

function rowOf(address: string, notes: readonly RequestNote[], scope: string): RequestRow {
  const refused = notes.filter(({ answeredBy }) => answeredBy === 'refused').length;
  const passed = notes.filter(({ from }) => from === 'service-worker').length;
  const asked = notes.length - refused - passed;
  const times = Math.max(asked, passed, refused);
  const byDevice = notes.filter(({ answeredBy }) => answeredBy === 'device').length;
  return {
    address,
    isOwn: notes.every(({ url }) => url.startsWith(scope)),
    isRead: notes.every(isReading),
    askers: askersOf(notes),
    times,
    byDevice,
    byHost: Math.max(0, times - byDevice - refused),
    refused,
  };
}

function isReading({ method, answeredBy }: RequestNote): boolean {
  return method === null || method === 'GET' || method === 'HEAD' || answeredBy === 'device';
}

/**
 * Returns the sources of the requests. The service worker acts for others, so it is named only where it is the sole
 * source.
 */
function askersOf(notes: readonly RequestNote[]): Asker[] {
  const askers = [...new Set(notes.map(({ from }) => from))];
  const others = askers.filter((asker) => asker !== 'service-worker');
  return (others.length > 0 ? others : askers).sort();
}

function addressOf(url: string, scope: string): string {
  const [address = ''] = url.split(/[?#]/, 1);
  return address.startsWith(scope) ? address.slice(scope.length) : address;
}

function inOrder(a: RequestRow, b: RequestRow): number {
  const strangeFirst = Number(isStrange(b)) - Number(isStrange(a));
  if (strangeFirst !== 0) return strangeFirst;
  return a.address < b.address ? -1 : Number(a.address > b.address);
}
