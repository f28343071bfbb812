import { m } from '#messages';
import { tally } from './counts.ts';
import { inEachLanguage } from './in-each-language.ts';

const lists = inEachLanguage((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));
const MOST_NAMED = 6;

/** Joins items as "a, b and c". In Chinese, the conjunction is set apart from Latin letters and digits by spaces. */
export function listed(items: readonly string[]): string {
  const parts = lists().formatToParts(items);
  return parts
    .map(({ type, value }, i) => {
      if (type !== 'literal' || !/\p{Script=Han}/u.test(value)) return value;
      const [before = '', after = ''] = [parts[i - 1]?.value, parts[i + 1]?.value];
      return `${/[a-z0-9]$/i.test(before) ? ' ' : ''}${value}${/^[a-z0-9]/i.test(after) ? ' ' : ''}`;
    })
    .join('');
}

/** Lists names in quotes. Of more than six, lists the first six and counts the others. */
export function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((value) => m.forms_quoted({ value }));
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, m.forms_more_values(tally(more))] : shown);
}
