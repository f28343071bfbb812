// Tells codes from quantities, by the name of a column and by its numbers.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { wordSet } from '#core/base/text/word-set.ts';

const CODE_WORDS = wordSet(
  'id ids code sku asin ean upc gtin isbn barcode index row position phone zip postcode plz url key',
  'codigo codigos reference ref hash artikelnr',
);
/** Parts of words: German joins them, Chinese writes no spaces. */
const CODE_PARTS = wordSet('nummer postleitzahl 编号 编码 条码 条形码 货号 电话 邮编 序号');
/** The last word of a code's name: "item no", but not "no of pages". */
const NUMBER_WORDS = wordSet('number no nr num numero');
/** Whole numbers that count the rows are codes; so are long ones of one length that seldom repeat. */
const CODES = { rows: 30, longFrom: 10 ** 7, longShare: 0.5 } as const;
/** Returns whether a header names a code: an ID, a number of an item, a postcode. */
export function namesCode(header: string): boolean {
  const name = foldedHeader(header);
  const words = name.split(' ');
  if (NUMBER_WORDS.has(words.at(-1)!) || words.some((word) => CODE_WORDS.has(word))) return true;
  return [...CODE_PARTS].some((part) => name.includes(part));
}

/** Returns whether numbers count the rows, or are as long as codes and seldom repeat. NaN: not known. */
export function areCodes(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < CODES.rows || !known.every(Number.isInteger)) return false;
  if (isMonotone(known)) return true;
  const digits = new Set(known.map((value) => String(Math.abs(value)).length));
  const areLong = digits.size === 1 && Math.abs(known[0]!) >= CODES.longFrom;
  return areLong && new Set(known).size >= CODES.longShare * known.length;
}

function isMonotone(values: Float64Array): boolean {
  const steps = values.subarray(1).map((value, i) => Math.sign(value - values[i]!));
  return steps[0] !== 0 && steps.every((step) => step === steps[0]);
}
