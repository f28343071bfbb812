// Gives the columns of a supplier's list their meaning. A column may have a header in each of several rows: its own, and
// a group's above it.

import { words } from '#core/base/text/words.ts';
import { currencyOf, isCurrencyCode } from '#core/base/currency.ts';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { headerCurrency } from '../schema/header-currency.ts';
import { LIST_FIELDS, type ListField } from './list-fields.ts';
import { tierOfHeader, type Tier } from './price-tier.ts';

/** Headers of a column from the top; '' where a row has none. */
export type HeaderStack = readonly string[];

export interface ListColumns {
  /** Index of the column of each field. */
  readonly fields: Readonly<Partial<Record<ListField, number>>>;
  /** Columns of prices for quantities, from the smallest on. */
  readonly tiers: readonly { readonly column: number; readonly tier: Tier }[];
}

interface Fit {
  readonly field: ListField;
  readonly column: number;
  readonly score: number;
}

const SCRIPT_WITHOUT_SPACES = /\p{Script=Han}/u;
const POINTS = { same: 100, withoutUnits: 80, part: 60 } as const;
/** A header of the group counts less than the column's own. */
const BELOW = 20;
const BY_RANK = 0.1;
/** Words beside a name that say in what it counts. */
const UNITS: ReadonlySet<string> = new Set(
  words(
    'in, per, unit, units, pc, pcs, piece, pieces, ea, each, day, days, week, weeks, qty, incl, excl',
    'vat, net, dozen, ctn, carton, set, rmb, 元, 件, 个, 只, 天',
  ),
);
/** Single words that name a field beside others: "FOB Ningbo", "MOQ per colour". */
const TELLING: ReadonlySet<string> = new Set(
  words('price, cost, fob, exw, moq, rrp, msrp, ean, barcode, sku, material'),
);
/** Money that is not what one unit costs. */
const NOT_COST =
  /零售|吊牌|市场|总[价额]|金额|运费|快递|样品?[价费]|打样|有效|retail|rrp|msrp|total|amount|sub-?total|shipping|freight|sample|mou?ld|tooling|valid/iu;
/** What an order must be worth is no number of units. */
const NOT_UNITS = /金额|\bamount\b|\bvalue\b|\bwert\b/iu;
/** An "order number" is left out: some suppliers call that of an article so. */
const OF_ORDERS =
  /^(?:orders? ?ids?|order (?:date|time|status|created(?: at| time)?)|purchase date|transaction id|订单(?:编号|号|状态|创建时间)|下单时间|付款时间)$/u;
const OF_CARTON = /箱|包装|carton|packing|package|ctn/iu;
/** Headers that name an article where no other column does. */
const SOMETIMES_TITLE: ReadonlySet<string> = new Set(words('item, model, style, 型号, 产品型号'));

/** Returns the meaning of columns. @param except columns that are not to be read */
export function matchListHeaders(
  stacks: readonly HeaderStack[],
  except: ReadonlySet<number> = new Set(),
): ListColumns {
  const open = [...stacks.keys()].filter((column) => !except.has(column));
  const tiers = tiersIn(open.flatMap((column) => tierIn(stacks[column]!, column)));
  const taken = new Set(tiers.map(({ column }) => column));
  const fits = open.filter((column) => !taken.has(column)).flatMap((c) => fitsOf(stacks[c]!, c));
  const fields: Partial<Record<ListField, number>> = {};
  for (const { field, column } of fits.toSorted(
    (a, b) => b.score - a.score || a.column - b.column,
  )) {
    if (fields[field] !== undefined || taken.has(column)) continue;
    fields[field] = column;
    taken.add(column);
  }
  const named = withTitle(fields, stacks);
  return { fields: named, tiers: tiers.map(({ column, tier }) => ({ column, tier })) };
}

/** Returns whether a text names a field, alone or with units. */
export function isListHeader(text: string): boolean {
  return fitsOf([text], 0).some(({ score }) => score > POINTS.part);
}

/** Returns whether a header names orders or those who placed them: such a table has prices of sales, which are no costs. */
export function areOfOrders(stacks: readonly HeaderStack[]): boolean {
  return stacks.some((stack) => stack.some((text) => OF_ORDERS.test(foldedHeader(text))));
}

/** Returns the columns of costs besides the chosen one, best first. */
export function costColumns(stacks: readonly HeaderStack[]): number[] {
  return [...stacks.keys()]
    .flatMap((column) => fitsOf(stacks[column]!, column).filter(({ field }) => field === 'cost'))
    .sort((a, b) => b.score - a.score)
    .map(({ column }) => column);
}

interface TierColumn {
  readonly column: number;
  readonly tier: Tier;
  /** What stands above it. */
  readonly group: string;
}

/** Several quantities below one group are tiers. One alone, or below other headers, is a cell of an article: a price of 12–15. */
function tiersIn(columns: readonly TierColumn[]): TierColumn[] {
  const groups = [...new Set(columns.map(({ group }) => group))];
  const [most = []] = groups
    .map((group) => columns.filter((column) => column.group === group))
    .sort((a, b) => b.length - a.length);
  return most.length > 1 ? most.toSorted((a, b) => a.tier.from - b.tier.from) : [];
}

function tierIn(stack: HeaderStack, column: number): TierColumn[] {
  const own = stack.findLast((text) => text !== '') ?? '';
  const tier = tierOfHeader(own);
  if (tier === null) return [];
  const above = stack.slice(0, stack.lastIndexOf(own)).filter((text) => text !== '');
  const fields = new Set(above.flatMap((text) => fitsOf([text], 0).map(({ field }) => field)));
  if (fields.size > 0 && !fields.has('cost')) return [];
  return fields.has('cost') || tier.isMarked ? [{ column, tier, group: above.join(' ') }] : [];
}

function fitsOf(stack: HeaderStack, column: number): Fit[] {
  const texts = stack.filter((text) => text !== '').reverse();
  return (Object.keys(LIST_FIELDS) as ListField[]).flatMap((field): Fit[] => {
    const scores = texts.map((text, depth) => scoreOf(field, text) - depth * BELOW);
    const score = Math.max(0, ...scores);
    return score > 0 ? [{ field, column, score }] : [];
  });
}

function scoreOf(field: ListField, text: string): number {
  if (field === 'cost' && NOT_COST.test(text)) return 0;
  if (field === 'minimum' && (NOT_UNITS.test(text) || headerCurrency(text) !== null)) return 0;
  if (field === 'size' && OF_CARTON.test(text)) return 0;
  const name = foldedHeader(text);
  const core = name
    .split(' ')
    .filter((word) => !UNITS.has(word) && !isCurrencyWord(word))
    .join(' ');
  let best = 0;
  LIST_FIELDS[field].forEach((word, rank) => {
    best = Math.max(best, pointsOf(word, name, core) - rank * BY_RANK);
  });
  return best;
}

function pointsOf(word: string, name: string, core: string): number {
  if (word === name) return POINTS.same;
  if (word === core) return POINTS.withoutUnits;
  const isPart = SCRIPT_WITHOUT_SPACES.test(word)
    ? word.length > 1 && name.includes(word)
    : (word.includes(' ') || TELLING.has(word)) && ` ${name} `.includes(` ${word} `);
  return isPart ? POINTS.part + word.length : 0;
}

function isCurrencyWord(word: string): boolean {
  return isCurrencyCode(word.toUpperCase()) || currencyOf(word) !== null;
}

function withTitle(
  fields: Partial<Record<ListField, number>>,
  stacks: readonly HeaderStack[],
): Partial<Record<ListField, number>> {
  const { sku, ...others } = fields;
  if (fields.title !== undefined || sku === undefined) return fields;
  const own = stacks[sku]!.findLast((text) => text !== '') ?? '';
  return SOMETIMES_TITLE.has(foldedHeader(own)) ? { ...others, title: sku } : fields;
}
