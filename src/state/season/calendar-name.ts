import { m } from '#messages';
import { locales, type Locale } from '#messages/runtime';

/**
 * Returns the name of a calendar to show. A name that Debut gave is in the language on screen; the seller's own is
 * unchanged.
 */
export function calendarName(stored: string): string {
  return givenName(stored) ?? stored;
}

/** Returns a name that Debut gave, in the language on screen; null where the name is the seller's own. */
function givenName(name: string): string | null {
  for (const locale of locales) {
    if (name === m.season_first_name({}, { locale })) return m.season_first_name();
    const copied = nameOfOriginal(name, locale);
    const original = copied === null ? null : givenName(copied);
    if (original !== null) return m.season_copy_name({ name: original });
  }
  return null;
}

/** Returns the original's name where this is the name of a copy in that language, else null. */
function nameOfOriginal(name: string, locale: Locale): string | null {
  const place = '\u0000';
  const [before = '', after = ''] = m.season_copy_name({ name: place }, { locale }).split(place);
  if (!name.startsWith(before) || !name.endsWith(after)) return null;
  const original = name.slice(before.length, name.length - after.length);
  return original.length < name.length ? original : null;
}
