// Doubts a number of a new product that past launches had in other sizes: perhaps its unit is another, or its date.

import { DAYS_BEFORE, measureIn, readMeasure, type MeasureRange } from '../values/read-measure.ts';

export type NumberDoubt = 'no-number' | 'no-days' | 'far' | 'far-days';

/** A number this many times outside all past numbers is doubtful. */
const FAR_FACTOR = 3;

/**
 * Returns what is doubtful about a text as a number, or null.
 * @param text as `spelledAttribute` writes it; '' is missing, not doubtful
 * @param range numbers of past launches
 */
export function numberDoubt(text: string, { low, high, unit }: MeasureRange): NumberDoubt | null {
  if (text.trim() === '') return null;
  const areDays = unit === DAYS_BEFORE;
  if (!readMeasure(text, '.')) return areDays ? 'no-days' : 'no-number';
  const value = measureIn(unit, text);
  if (value === null) return areDays ? 'no-days' : 'far';
  const least = low > 0 ? low / FAR_FACTOR : low * FAR_FACTOR;
  const most = high > 0 ? high * FAR_FACTOR : high / FAR_FACTOR;
  if (value >= least && value <= most) return null;
  return areDays ? 'far-days' : 'far';
}
