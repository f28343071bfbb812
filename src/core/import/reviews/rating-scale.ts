// Ratings of any scale become stars from 1 to 5. The scale is decided for a whole column; no cell is guessed alone.

import { countDecimalVotes, decideDecimalSign, readNumber } from '../values/read-number.ts';
import type { DecimalSign } from '../values/read-number.ts';
import { cleanCell, isMissing } from '../values/read-text.ts';
import { opinionLevel } from './opinion-words.ts';

/** How the ratings of a column are read. */
export interface RatingScale {
  /** 'words': texts such as "Sehr gut" or "好评", which have levels from -2 to 2. */
  readonly form: 'numbers' | 'words';
  /** Rating that becomes 1 star. */
  readonly least: number;
  /** Rating that becomes 5 stars. */
  readonly most: number;
  readonly decimal: DecimalSign;
}

/** The share of ratings that a scale must hold: a few cells may be wrong. */
const LEAST_HELD = 0.995;
/** Least share of the filled cells that must be ratings of the chosen form. */
const LEAST_READ = 0.5;
const MOST_STARS = 5;

/** Scales of numbers by their highest rating, in the order in which they are tried. Zero is none of 5 stars. */
const TOPS = [1, MOST_STARS, 10, 100] as const;

/**
 * Decides the scale of a column. Returns null where it shows none.
 * @param cells the ratings of all rows, as in the file
 */
export function decideRatingScale(cells: readonly string[]): RatingScale | null {
  const filled = cells.map(cleanCell).filter((cell) => !isMissing(cell));
  const parts = filled.map(partOf);
  const decimal = decideDecimalSign(countDecimalVotes(parts.map(({ text }) => text)));
  const numbers = parts.map((part) => readMark(part, decimal)).filter((mark) => mark !== null);
  const levels = filled.map(opinionLevel).filter((level) => level !== null);
  if (Math.max(numbers.length, levels.length) < LEAST_READ * filled.length) return null;
  if (numbers.length < levels.length) return wordScale(levels, decimal);
  return numbers.length > 0 ? numberScale(numbers, decimal) : null;
}

/** Returns the stars of a cell, 1–5; NaN where it is no rating of the scale. */
export function readStars(cell: string, scale: RatingScale): number {
  const clean = cleanCell(cell);
  if (scale.form === 'words') return starsOf(opinionLevel(clean) ?? NaN, scale);
  const mark = readMark(partOf(clean), scale.decimal);
  if (mark === null) return NaN;
  if (Number.isNaN(mark.of) || mark.of === scale.most) return starsOf(mark.value, scale);
  return starsOf(mark.value, { least: mark.of === MOST_STARS ? 1 : 0, most: mark.of });
}

function starsOf(value: number, { least, most }: Pick<RatingScale, 'least' | 'most'>): number {
  if (!(value >= least && value <= most)) return NaN;
  return 1 + ((MOST_STARS - 1) * (value - least)) / (most - least);
}

/** Few levels mean that good is the best; with "very good" beside it, good is the second. */
function wordScale(levels: readonly number[], decimal: DecimalSign): RatingScale {
  const most = Math.max(1, ...levels.map(Math.abs));
  return { form: 'words', least: -most, most, decimal };
}

interface Mark {
  readonly value: number;
  /** The highest rating, where the cell states it: 5 in "4/5"; NaN where it does not. */
  readonly of: number;
}

function numberScale(marks: readonly Mark[], decimal: DecimalSign): RatingScale | null {
  const values = marks.map(({ value }) => value).toSorted((a, b) => a - b);
  const lowest = values[0]!;
  if (lowest < 0) return signedScale(values, decimal);
  const stated = mostCommon(marks.map(({ of }) => of));
  const highest = values[Math.ceil(LEAST_HELD * values.length) - 1]!;
  const hasZero = lowest === 0;
  const isTop = (most: number): boolean => highest <= most && (most > 1 || isYesNo(values));
  const top = Number.isNaN(stated) ? TOPS.find(isTop) : stated;
  if (top === undefined) return null;
  return { form: 'numbers', least: leastOf(top, hasZero, values), most: top, decimal };
}

/** Zeros and ones say whether something is recommended; ones alone are bad ratings. */
function isYesNo(values: readonly number[]): boolean {
  return (
    values[0] === 0 && values.every((value) => value === 0 || value === 1) && values.includes(1)
  );
}

function leastOf(top: number, hasZero: boolean, values: readonly number[]): number {
  if (top === 1) return 0;
  if (top === MOST_STARS) return 1;
  if (hasZero) return 0;
  const fifth = top / MOST_STARS;
  // Stars written as percent are 20, 40, 60, 80 and 100; those of ten points are 2, 4, 6, 8 and 10.
  if (values.every((value) => value % fifth === 0)) return fifth;
  return top === 10 ? 1 : 0;
}

function signedScale(values: readonly number[], decimal: DecimalSign): RatingScale | null {
  const most = Math.max(...values.map(Math.abs));
  return most <= 2
    ? { form: 'numbers', least: -Math.ceil(most), most: Math.ceil(most), decimal }
    : null;
}

/** Returns the most common number; of equals, the greatest, and NaN last. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const rank = (number: number): number => (Number.isNaN(number) ? -1 : number);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || rank(b[0]) - rank(a[0]));
  return best![0];
}

const OUT_OF =
  /^(?<text>\d+(?:[.,]\d+)?)\s*(?:\/|out of|of|von|sur|de|分之)\s*(?<of>\d{1,3})(?!\d)/iu;
const WITH_UNIT =
  /^(?<text>\d+(?:[.,]\d+)?)\s*(?:-?\s*stars?|sterne?n?|[ée]toiles?|estrellas?|颗星|星|分|★|⭐|%|％)/iu;
const SIGNS = /^(?:[★⭐☆✩✭🌟]\uFE0F?\s?)+$/u;

interface Part {
  /** The number as written. */
  readonly text: string;
  readonly of: number;
}

/** Splits "4", "4,5", "80 %", "4/5", "5 stars" and "★★★★☆" into a number and the highest rating. */
function partOf(clean: string): Part {
  if (SIGNS.test(clean)) {
    return { text: String(clean.match(/[★⭐🌟✭]/gu)?.length ?? 0), of: MOST_STARS };
  }
  const outOf = OUT_OF.exec(clean)?.groups;
  if (outOf) return { text: outOf.text!, of: Number(outOf.of) };
  return { text: WITH_UNIT.exec(clean)?.groups?.text ?? clean, of: NaN };
}

function readMark({ text, of }: Part, decimal: DecimalSign): Mark | null {
  const value = readNumber(text, decimal);
  return typeof value === 'number' && of !== 0 ? { value, of } : null;
}
