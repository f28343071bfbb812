// Tells codes from quantities, by the name of a column and by its numbers.

import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';

const isCode = namedBy(
  'id ids code sku asin ean upc gtin isbn barcode index row position phone zip postcode plz url key',
  'codigo codigos reference ref hash artikelnr *nummer* *postleitzahl*',
  '编号 编码 条码 条形码 货号 电话 邮编 序号',
);
/** "Item no", but not "no of pages". */
const ENDS_IN_NUMBER = /\b(?:number|no|nr|num|numero)$/;
/** Whole numbers that count the rows are codes; so are long ones of one length that seldom repeat. */
const CODES = { rows: 30, longFrom: 10 ** 7, longShare: 0.5 } as const;
/** Returns whether a header names a code: an ID, a number of an item, a postcode. */
export function namesCode(header: string): boolean {
  const name = foldedHeader(header);
  return ENDS_IN_NUMBER.test(name) || isCode(name);
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
