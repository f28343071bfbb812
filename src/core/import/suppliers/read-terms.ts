// Reads terms of a purchase: the minimum order, the units of a pack, and the lead time.

import { currencyOf } from '#core/base/currency.ts';
import { readNumber } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';

const DOZEN = /dozens?|\bdoz\b|\bdz\b|打/iu;
const CARTONS = /ctns?\b|cartons?|cases?\b|箱/iu;
const DOZEN_UNITS = 12;
/** More units, or days, are a slip, or a number of something else. */
const MOST_UNITS = 1e8;
const MOST_DAYS = 1000;
const NO_MINIMUM = /^(?:no moq|no minimum|不限|不限量|无起订量|一件代发|1件代发)/iu;
/** A container, or an amount of money, is no number of units. */
const CONTAINER = /\bcontainers?\b|\bfcl\b|\d\s*(?:ft|gp|hq|hc)\b|柜/iu;
const GROUPED_BY_POINTS = /^\d{1,3}(?:\.\d{3})+$/;
const FIRST_NUMBER = /\d[\d,.\s]*/u;
const DIMENSIONS = /\d\s*(?:cm|mm|厘米|毫米)|(?:\d+(?:\.\d+)?\s*[*x×]\s*){2}\d/iu;
const FACTORS = /^\D*(\d+)\s*[*x×]\s*(\d+)/iu;
const IN_STOCK =
  /^(?:现货|有现货|in stock|ready stock|ready|stock|auf lager|sofort|当天发货|即发)/iu;
const NUMBERS = /\d+(?:\.\d+)?/gu;
/** "24 pcs/ctn", "每箱24": the number that is said to be of a carton. */
const OF_CARTON = /(\d+)\s*[\p{L}.]*\s*(?:\/|per)\s*(?:ctn|carton|case|box|箱)|每箱\s*(\d+)/iu;
const PERIODS: readonly (readonly [unit: string, days: number])[] = [
  ['小时|hours?|hrs?|h(?![a-z])', 1 / 24],
  ['个?工作日|working days?|business days?|werktage?', 7 / 5],
  ['个?(?:周|星期|礼拜)|weeks?|wks?(?![a-z])|wochen?|semanas?|semaines?', 7],
  ['个?月|months?|monate?|mes(?:es)?|mois', 30],
  ['天|日|days?|d(?![a-z])|tage?|dias?|jours?', 1],
];
const NUMBER_OF = '(\\d+(?:\\.\\d+)?)\\s*(?:(?:[-–—~～至到+]|to)\\s*(\\d+(?:\\.\\d+)?))?\\s*';
const SPANS = PERIODS.map(([unit, days]) => ({
  span: new RegExp(`${NUMBER_OF}(?:${unit})`, 'giu'),
  unit: new RegExp(unit, 'iu'),
  days,
}));

/**
 * Returns the least units of an order; null where the text does not say, or gives an amount of money or containers. Of
 * cartons, their units must be known.
 */
export function readMinimum(cell: string, packSize: number | null): number | null {
  const text = cleanCell(cell).normalize('NFKC');
  if (isMissing(text)) return null;
  if (NO_MINIMUM.test(text)) return 1;
  if (CONTAINER.test(text) || currencyOf(text) !== null) return null;
  const count = wholeIn(text);
  if (count === null) return null;
  if (DOZEN.test(text)) return unitsOf(count * DOZEN_UNITS);
  if (!CARTONS.test(text)) return unitsOf(count);
  return packSize === null ? null : unitsOf(count * packSize);
}

/** Returns the units of a pack; null where the text gives its measures, or nothing. */
export function readPack(cell: string): number | null {
  const text = cleanCell(cell).normalize('NFKC');
  if (isMissing(text) || DIMENSIONS.test(text)) return null;
  const ofCarton = OF_CARTON.exec(text);
  const factors = ofCarton ? null : FACTORS.exec(text);
  const said = ofCarton ? Number(ofCarton[1] ?? ofCarton[2]) : wholeIn(text);
  const count = factors ? Number(factors[1]) * Number(factors[2]) : said;
  return count === null ? null : unitsOf(DOZEN.test(text) ? count * DOZEN_UNITS : count);
}

/**
 * Returns the lead time in days, of a range the longest; 0 where it is in stock.
 * @param header says in what bare numbers count
 */
export function readLeadTime(cell: string, header: string): number | null {
  const text = cleanCell(cell).normalize('NFKC');
  if (isMissing(text)) return null;
  for (const { span, days } of SPANS) {
    const found = [...text.matchAll(span)].flatMap(([, from, to]) => Number(to ?? from));
    if (found.length > 0) return daysOf(Math.max(...found) * days);
  }
  const numbers = text.match(NUMBERS)?.map(Number) ?? [];
  if (numbers.length === 0) return IN_STOCK.test(text) ? 0 : null;
  if (/\p{L}/u.test(text)) return null;
  const days = SPANS.find(({ unit }) => unit.test(header))?.days ?? 1;
  return daysOf(Math.max(...numbers) * days);
}

function daysOf(days: number): number | null {
  const whole = Math.max(0, Math.ceil(days - 1e-9));
  return whole <= MOST_DAYS ? whole : null;
}

function unitsOf(count: number): number | null {
  return count >= 1 && count <= MOST_UNITS ? count : null;
}

function wholeIn(text: string): number | null {
  const digits = FIRST_NUMBER.exec(text)?.[0].replaceAll(/[,.\s]+$/g, '') ?? '';
  // Units are whole: 1.000 is a thousand.
  const value = readNumber(digits, GROUPED_BY_POINTS.test(digits) ? ',' : '.');
  return typeof value === 'number' && value >= 1 && Number.isFinite(value)
    ? Math.ceil(value)
    : null;
}
