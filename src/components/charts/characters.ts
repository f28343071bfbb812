// Made when first asked for: a browser takes 50 ms to load its tables of characters.
let segments: Intl.Segmenter | undefined;

/** The characters of a text as people see them: an accent or an emoji of many parts belongs to one. */
export function charactersOf(text: string): string[] {
  segments ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segments.segment(text), ({ segment }) => segment);
}
