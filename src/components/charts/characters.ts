const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The characters of a text as people see them: an accent or an emoji of many parts belongs to one. */
export function charactersOf(text: string): string[] {
  return Array.from(segments.segment(text), ({ segment }) => segment);
}
