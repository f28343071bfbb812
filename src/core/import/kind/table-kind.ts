// Says what a table is that is no export, no reviews and no market data of a known form: launches, or something that
// only looks like them. Columns are proposed for launches alone.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { holdsWord } from '#core/base/text/named-by.ts';
import { words } from '#core/base/text/words.ts';
import type { FieldMatch, FieldMatches } from '../schema/field-match.ts';
import { isStandInHeader } from '../schema/header-score.ts';
import { namesOutcome } from '../schema/leakage.ts';
import { kindByWords, listsReturns, NAMED_KINDS } from './kind-points.ts';
import type { NamedKind } from './kind-words.ts';
import type { ForeignKind, JudgedTable, TableKind } from './kinds.ts';
import { countsByPeriod, hasRowPerPeriod } from './report-periods.ts';

/** Least points of a kind, and of one whose table could nearly be read as launches. */
const LEAST = 2;
const LEAST_IF_NEAR = 3;
/** Kinds whose tables may have a column that reads like units sold. Lists of products with one are launches. */
const KINDS_WITH_RESULT: readonly NamedKind[] = [
  ...(['returns', 'settlement', 'shop-report', 'ads', 'chats', 'reviews', 'customers'] as const),
  'orders',
];
const LAUNCH =
  /launch|release|published|上新|上架|出版|verkaufsstart|erschein|lancement|lanzamiento/u;
/** Only what is sold has such a code. */
const TRADE_CODE = /\b(?:sku|asin|ean|upc|gtin|barcode|isbn)\b|商品(?:编码|コード)/u;
/** What lies in stock or goes into a recipe has a quantity, too. Without a date, it is not what was sold. */
const QUANTITY: ReadonlySet<string> = new Set(
  words(
    'quantity, qty, amount, quantite, qte, cantidad, cant, quantidade, qtd, qtde, menge, anzahl, stuck',
    'quantita, aantal, ilosc, adet, jumlah, 件数',
  ),
);
/** When something was sold, and how much of it there is. */
const NO_RESULT =
  /\b(?:date|quantity|qty|quantite|cantidad|quantidade|menge|quantita|aantal|jumlah)\b/u;
/** A series of Google Trends: "mugs: (United Kingdom)". */
const SEARCH_SERIES = /: \([^)]+\)$/;
const INTEREST = ['index', 'interest', 'trend', 'trends', '指数', '热度'];

/** Judges a table by its name, headers, rows, and what could be read of launches. */
export function tableKind(table: JudgedTable): TableKind {
  const known = readable(table.matches);
  const isWhole = known.hasResult && known.isNamed && known.isDated;
  if (listsReturns(table)) return 'returns';
  const report = isWhole ? null : reportKind(table, known);
  if (report !== null) return report;
  if (known.hasResult && known.isDated && !known.isNamed)
    return kindByWords(table, KINDS_WITH_RESULT, LEAST_IF_NEAR) ?? 'orders';
  return kindOfRows(table, known);
}

/** Returns the kind of a table with a row for each thing. */
function kindOfRows(table: JudgedTable, { hasResult, isNamed }: Readable): TableKind {
  const isNear = hasResult || (isNamed && table.headers.some(namesResult));
  const foreign = kindByWords(table, kindsFor(hasResult), isNear ? LEAST_IF_NEAR : LEAST);
  if (foreign !== null) return foreign;
  if (isNear) return 'launches';
  return listsProducts(table) ? 'catalogue' : 'other';
}

/** Which parts of a launch have a column. */
interface Readable {
  readonly hasResult: boolean;
  readonly isNamed: boolean;
  readonly isDated: boolean;
}

function readable({ units, orders, title, productId, launchDate }: FieldMatches): Readable {
  const result = units ?? orders;
  const isDated = launchDate !== undefined;
  return {
    hasResult: result !== undefined && (isDated || !isOfNoLaunch(result)),
    isNamed: (title ?? productId) !== undefined,
    isDated,
  };
}

/** Without a date, a quantity may lie in stock, and reviews may be those of other shops. */
function isOfNoLaunch({ header, reason }: FieldMatch): boolean {
  const name = foldedHeader(header);
  return reason === 'stands-in' || QUANTITY.has(name) || name.endsWith('数量');
}

function namesResult(header: string): boolean {
  return namesOutcome(header) && !isStandInHeader(header) && !NO_RESULT.test(foldedHeader(header));
}

function kindsFor(hasResult: boolean): readonly NamedKind[] {
  return hasResult ? KINDS_WITH_RESULT : NAMED_KINDS;
}

/** Returns the kind of a report by day, week or month; null for any other table. */
function reportKind(table: JudgedTable, { hasResult, isNamed }: Readable): ForeignKind | null {
  const { headers } = table;
  if (hasRowPerPeriod(table)) {
    if (headers.some(namesInterest)) return 'market';
    const unnamed = { ...table, fileName: '' };
    return kindByWords(unnamed, kindsFor(hasResult), LEAST_IF_NEAR) ?? periodKind(table, hasResult);
  }
  if (headers.some((header) => SEARCH_SERIES.test(header))) return 'market';
  return hasResult && isNamed && countsByPeriod(table) ? 'product-report' : null;
}

/** Returns whether a report is one of a shop: any series of measurements has a row for each day. */
function periodKind(table: JudgedTable, hasResult: boolean): ForeignKind {
  if (kindByWords(table, ['ads'], LEAST_IF_NEAR)) return 'ads';
  const isOfShop = hasResult || table.headers.some(namesOutcome);
  return isOfShop || kindByWords(table, ['shop-report', 'orders'], 1) ? 'shop-report' : 'other';
}

function namesInterest(header: string): boolean {
  return INTEREST.some((word) => holdsWord(foldedHeader(header), word));
}

function listsProducts({ headers, matches }: JudgedTable): boolean {
  const { title, listPrice, salePrice, unitCost } = matches;
  const isPriced = (listPrice ?? salePrice ?? unitCost) !== undefined;
  const names = headers.map(foldedHeader);
  return (
    names.some((name) => TRADE_CODE.test(name)) ||
    (title !== undefined && (isPriced || names.some((name) => LAUNCH.test(name))))
  );
}
