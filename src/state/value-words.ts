import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';

/** What is said of something, within a sentence; '', null and undefined: nothing. */
export function valueWords(field: string, value: string | number | null | undefined): string {
  if (value === undefined || value === null || value === '')
    return m.data_version_unknown({ field });
  const text = typeof value === 'number' ? value.toLocaleString(languageTag()) : value;
  return m.data_version_value({ field, value: text });
}
