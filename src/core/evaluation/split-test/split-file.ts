// Files of a split test: the list of who gets what is tested, and a table of results by arm.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { writeTable } from '#core/base/text/write-table.ts';
import { readNumber, type DecimalSign } from '#core/import/values/read-number.ts';
import { armOf, HELD_OUT, NO_ARM, SENT } from './split-arms.ts';
import type { BuyerOutcomes } from './split-sums.ts';
import type { SplitTest } from './split-test.ts';

/** A list of a test, for the seller's own file. It is stored nowhere else. */
export interface SplitList {
  readonly csv: string;
  /** Buyers on the list by arm. */
  readonly sent: number;
  readonly heldOut: number;
}

/** How an arm is written in a list. */
const ARM_NAMES = { [HELD_OUT]: 'hold out', [SENT]: 'send', [NO_ARM]: '' } as const;

/** Returns the list of a test as CSV: each buyer's key and arm, empty where a key names nobody. It goes to the seller's file and nowhere else. */
export function splitListCsv(
  test: Pick<SplitTest, 'salt' | 'design'>,
  { header, keys }: { readonly header: string; readonly keys: readonly string[] },
): string {
  return writeTable([
    [header, 'group'],
    ...keys.map((key) => [key, ARM_NAMES[armOf(test, key)]] as const),
  ]);
}

/** A table as text, column by column. */
export interface TextTable {
  readonly headers: readonly string[];
  readonly columns: readonly (readonly string[])[];
}

const SENT_WORDS = ['send', 'sent', 'test', 'treatment', 'variant', 'experiment', '发送', '实验组'];
const HELD_OUT_WORDS = ['hold out', 'held out', 'holdout', 'control', '不发送', '留出', '对照组'];
const ORDER_HEADERS = [
  'ordered',
  'orders',
  'order count',
  'converted',
  'conversions',
  '下单',
  '订单数',
];
const SALES_HEADERS = ['sales', 'revenue', 'total spent', 'amount', '销售额', '金额'];
const GROUP_HEADERS = ['segment', 'customer segment', 'buyer group', '客群'];

/** Why a table of results is not read. */
export type NoOutcomes = 'no-arms' | 'no-orders';

/**
 * Reads a table with one row a buyer: a column that names arms, a column of orders, and where it has them columns of sales
 * and of customer segments. Rows of no known arm are not counted.
 */
export function outcomesInTable(
  { headers, columns }: TextTable,
  decimal: DecimalSign,
): BuyerOutcomes | NoOutcomes {
  const arms = columns.map((cells) => cells.map(armNamed));
  const armColumn = arms.find((cells) => [SENT, HELD_OUT].every((arm) => cells.includes(arm)));
  if (!armColumn) return 'no-arms';
  const named = (names: readonly string[]) =>
    columns[headers.findIndex((header) => names.includes(foldedHeader(header)))];
  const orders = named(ORDER_HEADERS);
  if (!orders) return 'no-orders';
  const segments = named(GROUP_HEADERS) ?? orders.map(() => '');
  const names = [...new Set(segments.map((name) => name.trim()))];
  const groups = names.length > MOST_GROUPS ? [''] : names;
  const sales = named(SALES_HEADERS);
  return {
    arm: Int8Array.from(armColumn),
    ordered: Uint8Array.from(orders, (cell) => Number(hasOrdered(cell, decimal))),
    sales: Float64Array.from(orders, (_, row) => (sales ? moneyIn(sales[row]!, decimal) : NaN)),
    group: Uint8Array.from(segments, (name) => Math.max(0, groups.indexOf(name.trim()))),
    groups,
  };
}

/** A column with more names has no groups. */
const MOST_GROUPS = 20;

function armNamed(cell: string): number {
  const word = foldedHeader(cell);
  if (SENT_WORDS.includes(word)) return SENT;
  return HELD_OUT_WORDS.includes(word) ? HELD_OUT : NO_ARM;
}

const YES = ['yes', 'true', 'y', '是'];

function hasOrdered(cell: string, decimal: DecimalSign): boolean {
  if (YES.includes(foldedHeader(cell))) return true;
  const count = readNumber(cell, decimal);
  return typeof count === 'number' && count > 0;
}

/** An empty cell is a buyer without orders. */
function moneyIn(cell: string, decimal: DecimalSign): number {
  const money = readNumber(cell, decimal);
  return typeof money === 'number' && Number.isFinite(money) ? money : 0;
}
