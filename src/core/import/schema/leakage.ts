// Finds attributes that are only known after a launch (target leakage). A new product cannot have them, and a model
// trained on them would seem perfect.

import type { CodedColumn } from '../csv/coded-column.ts';
import { measuresOf } from '../values/read-measure.ts';
import { countTexts } from '#core/base/statistics/statistics.ts';

const words = (...alternatives: readonly string[]): RegExp =>
  new RegExp(alternatives.join('|'), 'iu');

/** Header words for counts of sales. */
const SALES = words(
  String.raw`\b(?:sold|sales|revenue|turnover|gmv|orders|sell[- ]?through|conversions?|conversion rate)\b`,
  String.raw`\b(?:number|count|total|no) of (?:orders|units)\b`,
  String.raw`\blifetime (?:value|sales|units|orders|revenue)\b|^lifetime$`,
  String.raw`销量|销售额|销售量|订单|成交|转化率|售罄率`,
  String.raw`\b(?:umsatz|absatz|verkauft|verkäufe|bestellungen)\b`,
  String.raw`\b(?:ventas|vendid[oa]s?|ingresos|pedidos|ventes|vendus?|commandes)\b`,
);
/** Header words for buyers' response. */
const RESPONSE = words(
  String.raw`\b(?:returned|returns|refund(?:s|ed)?)\b`,
  String.raw`\b(?:reviews?|ratings?) ?(?:count|number|total|score)\b|\b(?:number|count|total|no) of (?:reviews|ratings)\b|\b(?:reviews|avg rating|average rating)$`,
  String.raw`退货|退款|评论数|评价数`,
  String.raw`\b(?:retouren?|bewertungen|devoluciones|retours)\b`,
);
/** Header words for decisions and descriptions: "sales channel", "where sold", "return policy". */
const BEFOREHAND =
  /\b(?:where|channel|region|country|market|team|rep|person|manager|season|type|category|unit|tax|price|policy|warranty|guarantee|plan(?:ned)?|forecast|target|kanal|canal|forecasted|pre orders?|preorders?)\b|\bsold (?:by|in|as|via|at)\b|渠道|地区|类型|政策|预测|计划/iu;

/** Fewer rows can match by chance. */
const ROWS_ENOUGH = 30;
/** Nothing known before the launch predicts the outcome this well. */
const TELLS_ALL = 0.97;
/** Least share for columns named like sales: bins of another count of the same sales reach it. */
const TELLS_MUCH = 0.6;
/** Least number of rows per level: with one row per level, any outcome is explained. */
const ROWS_PER_LEVEL = 4;
/** Fewer rows outside the commonest level can lie at the edge by chance. */
const ROWS_APART = 5;
/** Least share of cells with a number in a numeric column. */
const MOSTLY = 0.9;
/** This many rows estimate a correlation as well as a million. */
const ROWS_COMPARED = 20_000;

/**
 * Returns whether a column seems to be known only after a launch. That is so if
 * - its name describes buyers' response, or it is named like sales and holds counts: numbers, "50+", or too many texts
 *   for a choice;
 * - its numbers rank launches as their units do;
 * - its texts copy or bin the outcome: hardly any launch of one text has units like those of another.
 * A few plain words are not counts, whatever their header. If their launches sell more or less on average, as those of
 * a channel do, a model should learn that.
 */
export function isKnownAfterwards(
  header: string,
  cells: CodedColumn,
  units: Float64Array,
): boolean {
  const isNamed = namesOutcome(header);
  if (isNamed && (RESPONSE.test(spelledOut(header)) || !areFewWords(cells))) return true;
  return tellsOutcome(cells, units, isNamed ? TELLS_MUCH : TELLS_ALL);
}

/** Returns whether a header names sales or buyers' response, and not something decided beforehand. */
export function namesOutcome(header: string): boolean {
  const name = spelledOut(header);
  return (SALES.test(name) || RESPONSE.test(name)) && !BEFOREHAND.test(name);
}

/** Splits a header into words: "lifetime_sales" and "totalRevenue" have two each. */
function spelledOut(header: string): string {
  return header
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[_\-./]+/g, ' ')
    .trim();
}

function areFewWords({ texts, codes }: CodedColumn): boolean {
  const filled = texts.filter((text) => text !== '');
  const counted = filled.filter((text) => /\p{N}/u.test(text));
  return filled.length * ROWS_PER_LEVEL <= codes.length && counted.length * 2 < filled.length;
}

function tellsOutcome(
  { texts, codes }: CodedColumn,
  units: Float64Array,
  tellingShare: number,
): boolean {
  const rows = comparedRows({ texts, codes }, units);
  if (rows.length < ROWS_ENOUGH) return false;
  const outcome = Float64Array.from(rows, (row) => Math.log1p(units[row]!));
  const numbers = measuresOf(texts, '.');
  const values = Float64Array.from(rows, (row) => numbers?.[codes[row]!] ?? NaN);
  const isNumeric = values.filter((value) => !Number.isNaN(value)).length >= MOSTLY * rows.length;
  if (isNumeric) return Math.abs(rankCorrelation(values, outcome)) >= TELLS_ALL;
  const levels = Uint32Array.from(rows, (row) => codes[row]!);
  const sizes = countTexts([...levels].map(String)).map(([, count]) => count);
  if (sizes.length * ROWS_PER_LEVEL > rows.length) return false;
  if (rows.length - Math.max(...sizes) < ROWS_APART) return false;
  return binnedShare(levels, outcome) >= tellingShare;
}

/**
 * Returns how far levels are bins of the values, 0–1.
 * It divides the variance between levels by the most that levels of their sizes could explain. That maximum comes from
 * the sorted values, cut to these sizes.
 */
export function binnedShare(levels: Uint32Array, values: Float64Array): number {
  const means = new Map<number, { count: number; sum: number }>();
  levels.forEach((level, i) => {
    const { count, sum } = means.get(level) ?? { count: 0, sum: 0 };
    means.set(level, { count: count + 1, sum: sum + values[i]! });
  });
  const order = [...means].sort(([, a], [, b]) => a.sum / a.count - b.sum / b.count);
  const bins = Uint32Array.from(
    order.flatMap(([level, { count }]) => new Array<number>(count).fill(level)),
  );
  const most = explainedShare(bins, values.toSorted());
  return most > 0 ? explainedShare(levels, values) / most : 0;
}

/** Returns evenly spaced rows in which both the cell and the units are known. */
function comparedRows({ texts, codes }: CodedColumn, units: Float64Array): number[] {
  const step = Math.ceil(units.length / ROWS_COMPARED);
  const rows: number[] = [];
  for (let row = 0; row < units.length; row += step)
    if (!Number.isNaN(units[row]) && texts[codes[row]!] !== '') rows.push(row);
  return rows;
}

/**
 * Returns Spearman's rank correlation (1904), with ties sharing their rank. Rows with a missing value are left out.
 * Returns 0 if either side is constant.
 */
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

/** Returns eta squared, 0–1: the variance between levels over the whole variance, or 0 if the values are constant. */
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
