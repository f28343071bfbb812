import { formatCount } from './format.ts';

/** Returns a count for a message: the number selects the plural form, and the text is shown. */
export function tally(count: number): { readonly count: number; readonly text: string } {
  return { count, text: formatCount(count) };
}
