import { m } from '#messages';
import { languageTag } from '#messages/language-tag.ts';

/** Returns the value of a field in words, for use within a sentence; '', null and undefined mean that there is none. */
export function valueWords(field: string, value: string | number | null | undefined): string {
  if (value === undefined || value === null || value === '')
    return m.data_version_unknown({ field });
  const text = typeof value === 'number' ? value.toLocaleString(languageTag()) : value;
  return m.data_version_value({ field, value: text });
}
