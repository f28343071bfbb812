// Tells by the first rows of a file, lines above its table included, what it says about the market.

import { findHeaderRow } from '../csv/find-header.ts';
import { uniqueHeaders } from '../csv/unique-headers.ts';
import { recogniseExport } from '../platform-files/recognise-export.ts';
import { factsOf } from './file-facts.ts';
import { MARKET_NAMES, SIGNATURES, type MarketField, type TableKind } from './market-columns.ts';
import type { MarketFacts } from './market.ts';
import { marketName } from './market-name.ts';
import { areHistories } from './recognise-prices.ts';
import { recogniseKeywords } from './recognise-keywords.ts';
import { recogniseTrends } from './recognise-trends.ts';
import { headersOf, type SeriesColumns } from './series-columns.ts';

interface Recognised {
  /** Row of the header, as `openCsv` counts: the first record is 1. */
  readonly headerRow: number;
  readonly facts: MarketFacts;
  /** Headers that are not read. */
  readonly otherColumns: readonly string[];
}

export interface RecognisedSeries extends Recognised {
  readonly kind: 'trends' | 'keyword-series';
  readonly columns: SeriesColumns;
}

export type RecognisedTable<Kind extends TableKind = TableKind> = {
  readonly [K in Kind]: Recognised & {
    readonly kind: K;
    /** The header of each field, made unique as `openCsv` makes it. */
    readonly columns: Readonly<Partial<Record<MarketField<K>, readonly string[]>>>;
  };
}[Kind];

export type RecognisedMarket = RecognisedSeries | RecognisedTable;

/** Most lines above a table. */
const MOST_ABOVE = 30;
/** More than a download of Google Trends has. */
const ROWS_LOOKED_AT = 400;
const KINDS = Object.keys(SIGNATURES) as TableKind[];

/**
 * Recognises a market data file; null for any other file.
 * @param records the first records of the file, as they stand there
 */
export function recogniseMarket(records: readonly (readonly string[])[]): RecognisedMarket | null {
  const named = records.slice(0, MOST_ABOVE + 1).findIndex((cells) => kindNamed(cells) !== null);
  const index = named < 0 ? findHeaderRow(records) : named;
  const record = records[index] ?? [];
  const { headers } = uniqueHeaders(
    record.slice(0, record.findLastIndex((cell) => cell.trim() !== '') + 1),
  );
  const kind = kindNamed(headers);
  const found = kind === null ? shapeOf(headers, records.slice(index + 1)) : tableOf(kind, headers);
  if (!found) return null;
  const read = new Set(marketHeaders(found));
  const otherColumns = headers.filter((header) => !read.has(header));
  const facts = factsOf(records.slice(0, index));
  return { ...found, headerRow: index + 1, facts, otherColumns } as RecognisedMarket;
}

type Found = Pick<RecognisedMarket, 'kind' | 'columns'>;

/** Returns the headers of the columns that reading needs. */
export function marketHeaders({ columns }: Pick<RecognisedMarket, 'columns'>): string[] {
  if ('values' in columns) return headersOf(columns);
  return Object.values<readonly string[]>(columns).flat();
}

function kindNamed(headers: readonly string[]): TableKind | null {
  const names = new Set(headers.map(marketName));
  const isOf = (kind: TableKind): boolean =>
    SIGNATURES[kind].some((signature) => signature.every((name) => names.has(name)));
  return KINDS.find(isOf) ?? null;
}

/** Recognises what headers alone do not tell. */
function shapeOf(
  headers: readonly string[],
  records: readonly (readonly string[])[],
): Found | null {
  const rows = records
    .slice(0, ROWS_LOOKED_AT)
    .filter((row) => row.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return null;
  const trends = recogniseTrends(headers, rows);
  if (trends) return { kind: 'trends', columns: trends };
  if (isOfPlatform(headers)) return null;
  const keywords = recogniseKeywords(headers, rows);
  if (keywords) return { kind: 'keyword-series', columns: keywords };
  const prices = tableOf('price-history', headers);
  return areHistories(headers, prices.columns, rows) ? prices : null;
}

function isOfPlatform(headers: readonly string[]): boolean {
  return (recogniseExport(headers)?.format.signatures.length ?? 0) > 0;
}

/** Each field takes the first of its names that the file has and that no field before it took. */
function tableOf<Kind extends TableKind>(
  kind: Kind,
  headers: readonly string[],
): Pick<RecognisedTable<Kind>, 'kind' | 'columns'> {
  const byName = new Map<string, string>();
  for (const header of headers.toReversed()) byName.set(marketName(header), header);
  const taken = new Set<string>();
  const columns: Partial<Record<string, readonly string[]>> = {};
  for (const [field, names] of Object.entries<readonly string[]>(MARKET_NAMES[kind])) {
    const name = names.find((each) => byName.has(each) && !taken.has(each));
    if (name === undefined) continue;
    taken.add(name);
    columns[field] = [byName.get(name)!];
  }
  return { kind, columns } as Pick<RecognisedTable<Kind>, 'kind' | 'columns'>;
}
