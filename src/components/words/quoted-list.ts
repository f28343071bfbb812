import { m } from '#messages';
import { tally } from './tally.ts';
import { listed } from './format.ts';

const MOST_NAMED = 6;

/** Lists names in quotes. Of more than six, lists the first six and counts the others. */
export function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((value) => m.forms_quoted({ value }));
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, m.forms_more_values(tally(more))] : shown);
}
