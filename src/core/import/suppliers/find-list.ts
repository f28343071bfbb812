// Finds the table in a supplier's sheet. Its header may take several rows: groups above, units below, and a title over
// all of it.

import { currencyOf, isCurrencyCode } from '#core/base/currency.ts';
import { cleanCell } from '../values/read-text.ts';
import { headerCurrency } from '../schema/header-currency.ts';
import {
  areOfOrders,
  isListHeader,
  matchListHeaders,
  type HeaderStack,
  type ListColumns,
} from './match-list-headers.ts';
import { tierOfHeader } from './price-tier.ts';

export interface FoundList {
  /** Cleaned texts of all records. */
  readonly records: readonly (readonly string[])[];
  readonly stacks: readonly HeaderStack[];
  readonly columns: ListColumns;
  /** Index of the first record of the header. */
  readonly headerAt: number;
  /** Index of the first record below the header. */
  readonly firstAt: number;
  /** Columns with personal details, which are never read. */
  readonly personal?: ReadonlySet<number>;
}

const RECORDS_LOOKED_AT = 60;
const MOST_HEADER_ROWS = 3;
/** Fewest fields that tell a list, of which one names the articles. */
const LEAST_FIELDS = 2;
const UNIT =
  /^[[(（]?(?:pcs?|pieces?|units?|ea|sets?|pairs?|days?|weeks?|cm|mm|m|kg|g|cbm|m³|%|no\.?|件|个|只|套|天|周|元|元\/件|箱|件\/箱|pcs?\/ctn|\/ctn|\/pc)[\])）]?$/iu;

/** Finds the header of a list; null where no row names articles and their terms, or it names orders. */
export function findList(sheet: readonly (readonly string[])[]): FoundList | null {
  const width = sheet.reduce((most, { length }) => Math.max(most, length), 0);
  const records = sheet.map((cells) => Array.from(cells, cleanCell));
  const best = bestHeader(records, width);
  if (!best) return null;
  const end = best.at + best.height;
  const stacks = stacksOf(records.slice(best.at, end), width);
  if (areOfOrders(stacks)) return null;
  // Cells that are merged over the header and its units hold the header.
  const units = (records[end] ?? []).map((cell, i) => (stacks[i]!.includes(cell) ? '' : cell));
  const hasUnits = isUnitRow(units);
  return {
    ...{ records, columns: best.columns, headerAt: best.at, firstAt: end + (hasUnits ? 1 : 0) },
    stacks: hasUnits ? stacks.map((stack, i) => withUnit(stack, units[i] ?? '')) : stacks,
  };
}

interface Header {
  readonly at: number;
  /** Rows. */
  readonly height: number;
  readonly score: number;
  readonly columns: ListColumns;
}

function bestHeader(records: readonly (readonly string[])[], width: number): Header | null {
  let best: Header | null = null;
  for (let height = 1; height <= MOST_HEADER_ROWS; height++)
    for (let at = 0; at + height < Math.min(records.length, RECORDS_LOOKED_AT); at++) {
      const rows = records.slice(at, at + height);
      if (!rows.every(isGroupRow) || !namesFields(rows.at(-1)!)) continue;
      const columns = matchListHeaders(stacksOf(rows, width));
      const score = scoreOf(columns);
      if (score > (best?.score ?? 0)) best = { at, height, score, columns };
    }
  return best;
}

/** Returns whether every cell of a row says in what its column counts. */
export function isUnitRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every(isUnit);
}

function isUnit(cell: string): boolean {
  const bare = cell.replaceAll(/[[\]()（）]/g, '').trim();
  return (
    UNIT.test(cell) ||
    isCurrencyCode(bare.toUpperCase()) ||
    (bare.length <= 4 && !/\d/.test(bare) && (currencyOf(bare) ?? headerCurrency(bare)) !== null)
  );
}

/** The unit stays with the header's own text, so it is not taken for a header by itself. */
function withUnit(stack: HeaderStack, unit: string): HeaderStack {
  if (unit === '') return stack;
  const own = stack.findLastIndex((text) => text !== '');
  return stack.map((text, i) =>
    i === own ? `${text} (${unit.replaceAll(/[()（）]/g, '')})` : text,
  );
}

/** A group of prices for quantities reaches over the columns to its right, though only merged cells show it. */
function stacksOf(rows: readonly (readonly string[])[], width: number): HeaderStack[] {
  const own = rows.at(-1)!;
  return Array.from({ length: width }, (_, column) => {
    const isTier = tierOfHeader(own[column] ?? '') !== null;
    return rows.map((cells) => {
      const text = cells[column] ?? '';
      if (text !== '' || cells === own || !isTier) return text;
      return cells.slice(0, column).findLast((other) => other !== '') ?? '';
    });
  });
}

function isGroupRow(cells: readonly string[]): boolean {
  return new Set(cells.filter((cell) => cell !== '')).size > 1;
}

function namesFields(cells: readonly string[]): boolean {
  return cells.some((cell) => isListHeader(cell) || tierOfHeader(cell)?.isMarked);
}

/** Returns how many fields a header names; 0 where it is none of a list. */
function scoreOf({ fields, tiers }: ListColumns): number {
  const hasTerms = [fields.cost, fields.minimum, fields.pack, fields.sku, fields.barcode].some(
    (column) => column !== undefined,
  );
  // A row of quantities says more than the group above it.
  const count = Object.keys(fields).length + (tiers.length > 0 ? 2 : 0);
  const isList = fields.title !== undefined && (hasTerms || tiers.length > 0);
  return isList && count >= LEAST_FIELDS ? count : 0;
}
