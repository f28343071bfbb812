// The lesson promises that every number on its pages is computed: none is written into its texts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The names of ranges, which are what a range is and not what came out. */
const RANGE_NAMES = /\b(?:50|80)%/g;
const PARTS = ['lesson', 'lessonnet', 'lessontruth', 'leader', 'handout'];
const folder = join(import.meta.dirname, '../../src/messages');

function textsOf(locale: string, part: string): [key: string, text: string][] {
  const texts = JSON.parse(readFileSync(join(folder, locale, `${part}.json`), 'utf8')) as object;
  return Object.entries(texts).map(([key, value]) => [key, JSON.stringify(value)]);
}

it.each(['en', 'zh'])('writes no digits into the texts of the lesson (%s)', (locale) => {
  const written = PARTS.flatMap((part) => textsOf(locale, part)).filter(([, text]) =>
    /\d/.test(text.replaceAll(/\{[^}]*\}/g, '').replaceAll(RANGE_NAMES, '')),
  );
  expect(written).toEqual([]);
  expect(PARTS.flatMap((part) => textsOf(locale, part)).length).toBeGreaterThan(200);
});
