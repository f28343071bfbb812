// Created on first use: a browser takes 50 ms to load its character tables.
let segments: Intl.Segmenter | undefined;

/** Splits a text into the characters that people see (grapheme clusters): accents and composed emoji stay whole. */
export function charactersOf(text: string): string[] {
  segments ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segments.segment(text), ({ segment }) => segment);
}
