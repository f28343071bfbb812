// Counts with their noun, in the plural form of the language on screen.

import { m } from '#messages';
import { formatCount, formatUnits, isNumber, type Maybe } from './numbers.ts';

/** Returns a count for a message: the number selects the plural form, and the text is shown. */
export function tally(count: number): { readonly count: number; readonly text: string } {
  return { count, text: formatCount(count) };
}

/** Returns a number of units with its noun, such as "290 units", to two significant figures. */
export function countedUnits(value: Maybe): string {
  const text = formatUnits(value);
  return isNumber(value) ? m.format_units({ count: Math.round(value), text }) : text;
}

/** Returns "1 launch" or "2,000 launches". */
export function countedLaunches(count: number): string {
  return m.format_launches(tally(count));
}

export function countedProducts(count: number): string {
  return m.format_products(tally(count));
}

export function countedNewProducts(count: number): string {
  return m.format_new_products(tally(count));
}

export function countedPlans(count: number): string {
  return m.format_plans(tally(count));
}

export function countedChannels(count: number): string {
  return m.format_channels(tally(count));
}

export function countedCategories(count: number): string {
  return m.format_categories(tally(count));
}

export function countedMonths(count: number): string {
  return m.format_months(tally(count));
}

export function countedDatasets(count: number): string {
  return m.format_datasets(tally(count));
}
