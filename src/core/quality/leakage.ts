// An attribute that is only known once a launch is over must not teach: a new product cannot have it, and a model that
// was given it would seem perfect.

import type { CodedColumn } from '../csv/coded-column.ts';
import { readNumber } from '../csv/read-number.ts';

/** Words of headers that count what came of a launch. */
const AFTERWARDS = new RegExp(
  [
    String.raw`\b(?:sold|sales|revenue|turnover|gmv|orders|returned|returns|refund(?:s|ed)?|sell[- ]?through|conversions?|conversion rate)\b`,
    String.raw`\b(?:reviews?|ratings?) ?(?:count|number|total|score)\b|\b(?:number|count|total|no) of (?:reviews|ratings|orders|units)\b|\b(?:reviews|avg rating|average rating)$`,
    String.raw`\blifetime (?:value|sales|units|orders|revenue)\b|^lifetime$`,
    String.raw`销量|销售额|销售量|订单|退货|退款|评论数|评价数|成交|转化率|售罄率`,
    String.raw`\b(?:umsatz|absatz|verkauft|verkäufe|bestellungen|retouren?|bewertungen)\b`,
    String.raw`\b(?:ventas|vendid[oa]s|ingresos|pedidos|devoluciones|ventes|vendus?|commandes|retours)\b`,
  ].join('|'),
  'iu',
);
/** Words that make it something decided or described: "sales channel", "sold by", "return policy". */
const BEFOREHAND =
  /\b(?:channel|region|country|market|team|rep|person|manager|season|type|category|unit|tax|price|policy|warranty|guarantee|plan(?:ned)?|forecast|target|kanal|canal|forecasted|pre orders?|preorders?)\b|\bsold (?:by|in|as|via|at)\b|渠道|地区|类型|政策|预测|计划/iu;

/** Fewer rows tell nothing by chance. */
const ROWS_ENOUGH = 30;
/** Nothing known beforehand tells the outcome this well. */
const TELLS_ALL = 0.97;
/** As many levels as rows tell everything of any outcome. */
const ROWS_PER_LEVEL = 4;
/** Most cells hold a number. */
const MOSTLY = 0.9;
/** So many rows tell a correlation as well as a million. */
const ROWS_COMPARED = 20_000;

/** Whether a column seems to be known only after a launch: by its name, or because it all but gives the outcome away. */
export function isKnownAfterwards(
  header: string,
  cells: CodedColumn,
  units: Float64Array,
): boolean {
  return namesOutcome(header) || tellsOutcome(cells, units);
}

export function namesOutcome(header: string): boolean {
  const words = header
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_\-./]+/g, ' ')
    .trim();
  return AFTERWARDS.test(words) && !BEFOREHAND.test(words);
}

function tellsOutcome({ texts, codes }: CodedColumn, units: Float64Array): boolean {
  const rows = comparedRows({ texts, codes }, units);
  if (rows.length < ROWS_ENOUGH) return false;
  const outcome = Float64Array.from(rows, (row) => Math.log1p(units[row]!));
  const numbers = texts.map((text) => readNumber(text, '.'));
  const values = Float64Array.from(rows, (row) => Number(numbers[codes[row]!]));
  const isNumeric = values.filter((value) => !Number.isNaN(value)).length >= MOSTLY * rows.length;
  if (isNumeric) return Math.abs(rankCorrelation(values, outcome)) >= TELLS_ALL;
  const levels = Uint32Array.from(rows, (row) => codes[row]!);
  const levelCount = new Set(levels).size;
  if (levelCount * ROWS_PER_LEVEL > rows.length) return false;
  return explainedShare(levels, outcome) >= TELLS_ALL;
}

/** Rows where both are known, evenly taken. */
function comparedRows({ texts, codes }: CodedColumn, units: Float64Array): number[] {
  const step = Math.ceil(units.length / ROWS_COMPARED);
  const rows: number[] = [];
  for (let row = 0; row < units.length; row += step)
    if (!Number.isNaN(units[row]) && texts[codes[row]!] !== '') rows.push(row);
  return rows;
}

/** Spearman's: the correlation of ranks, equal values sharing theirs. Rows where one is missing are left out. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const rows = [...a.keys()].filter((row) => !Number.isNaN(a[row]) && !Number.isNaN(b[row]));
  const ranksA = ranks(rows.map((row) => a[row]!));
  const ranksB = ranks(rows.map((row) => b[row]!));
  const middle = (rows.length - 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  ranksA.forEach((rank, i) => {
    both += (rank - middle) * (ranksB[i]! - middle);
    ofA += (rank - middle) ** 2;
    ofB += (ranksB[i]! - middle) ** 2;
  });
  return ofA > 0 && ofB > 0 ? both / Math.sqrt(ofA * ofB) : 0;
}

function ranks(values: readonly number[]): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranked = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let i = from; i < to; i++) ranked[order[i]!] = (from + to - 1) / 2;
  }
  return ranked;
}

/** Eta squared: which share of the variance lies between levels. */
export function explainedShare(levels: Uint32Array, values: Float64Array): number {
  const sums = new Map<number, { count: number; sum: number }>();
  let sum = 0;
  let squares = 0;
  values.forEach((value, i) => {
    const level = sums.get(levels[i]!) ?? { count: 0, sum: 0 };
    level.count += 1;
    level.sum += value;
    sums.set(levels[i]!, level);
    sum += value;
    squares += value * value;
  });
  const base = (sum * sum) / values.length;
  const total = squares - base;
  if (total <= 0) return 0;
  let between = -base;
  for (const level of sums.values()) between += (level.sum * level.sum) / level.count;
  return between / total;
}
