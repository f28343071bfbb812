import { isoDate, type Day } from '#core/base/dates.ts';
import { languageTag } from '#messages/language-tag.ts';

/** Returns a day for use within a sentence, such as "8 March 2026". */
export function dayWords(day: Day): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${isoDate(day)}T00:00Z`).toLocaleDateString(languageTag(), options);
}
