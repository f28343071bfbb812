import { m } from '#messages';
import { tally } from '../feedback/tally.ts';
import { listed } from '../format.ts';

const MOST_NAMED = 6;

/** In quotes; the first few where there are many. */
export function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((value) => m.forms_quoted({ value }));
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, m.forms_more_values(tally(more))] : shown);
}
