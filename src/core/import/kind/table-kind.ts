// Says what a table is that is no export, no reviews and no market data of a known form: launches, or something that
// only looks like them. Columns are proposed for launches alone.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import type { FieldMatches } from '../schema/field-match.ts';
import { namesOutcome } from '../schema/leakage.ts';
import { holdsWord, kindByWords, NAMED_KINDS } from './kind-points.ts';
import type { NamedKind } from './kind-words.ts';
import type { ForeignKind, JudgedTable, TableKind } from './kinds.ts';
import { countsByPeriod, hasRowPerPeriod } from './report-periods.ts';

/** Least points of a kind, and of one whose table could nearly be read as launches. */
const LEAST = 2;
const LEAST_IF_NEAR = 3;
/** Kinds whose tables may have a column that reads like units sold. Lists of products with one are launches. */
const KINDS_WITH_RESULT: readonly NamedKind[] = [
  ...(['returns', 'settlement', 'shop-report', 'ads', 'chats', 'reviews', 'customers'] as const),
];
const LAUNCH =
  /launch|release|published|上新|上架|出版|verkaufsstart|erschein|lancement|lanzamiento/u;
/** A series of Google Trends: "mugs: (United Kingdom)". */
const SEARCH_SERIES = /: \([^)]+\)$/;
const INTEREST = ['index', 'interest', 'trend', 'trends', '指数', '热度'];

/** Judges a table by its name, headers, rows, and what could be read of launches. */
export function tableKind(table: JudgedTable): TableKind {
  const { headers } = table;
  const { hasResult, isNamed, isDated } = readable(table.matches);
  const report = hasResult && isNamed && isDated ? null : reportKind(table);
  if (report !== null) return report;
  const isNear = hasResult || (isNamed && headers.some(namesOutcome));
  const foreign = kindByWords(table, kindsFor(hasResult), isNear ? LEAST_IF_NEAR : LEAST);
  if (foreign !== null) return foreign;
  if (isNear) return 'launches';
  return listsProducts(table) ? 'catalogue' : 'other';
}

/** Which parts of a launch have a column. */
function readable({ units, orders, title, productId, launchDate }: FieldMatches) {
  return {
    hasResult: (units ?? orders) !== undefined,
    isNamed: (title ?? productId) !== undefined,
    isDated: launchDate !== undefined,
  };
}

function kindsFor(hasResult: boolean): readonly NamedKind[] {
  return hasResult ? KINDS_WITH_RESULT : NAMED_KINDS;
}

/** Returns the kind of a report by day, week or month; null for any other table. */
function reportKind(table: JudgedTable): ForeignKind | null {
  const { headers } = table;
  const { hasResult, isNamed } = readable(table.matches);
  if (hasRowPerPeriod(table)) {
    if (headers.some(namesInterest)) return 'market';
    return kindByWords(table, kindsFor(hasResult), LEAST_IF_NEAR) ?? 'shop-report';
  }
  if (headers.some((header) => SEARCH_SERIES.test(header))) return 'market';
  return hasResult && isNamed && countsByPeriod(table) ? 'product-report' : null;
}

function namesInterest(header: string): boolean {
  return INTEREST.some((word) => holdsWord(foldedHeader(header), word));
}

function listsProducts({ headers, matches }: JudgedTable): boolean {
  if (matches.title === undefined) return false;
  return (
    matches.listPrice !== undefined || headers.some((header) => LAUNCH.test(foldedHeader(header)))
  );
}
