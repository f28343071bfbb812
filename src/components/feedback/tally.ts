import { formatCount } from '../format.ts';

/** A count for a message: the number chooses the form of the words, the text is what is read. */
export function tally(count: number): { readonly count: number; readonly text: string } {
  return { count, text: formatCount(count) };
}
