import { languageTag } from '#messages/language-tag.ts';

/** Creates a format when it is first needed, once per language, because Intl formats are slow to create. */
export function inEachLanguage<Format>(make: (tag: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const tag = languageTag();
    const format = made.get(tag) ?? make(tag);
    made.set(tag, format);
    return format;
  };
}
