import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn } from '#workers/build/site-files.js';

type Text = string | readonly { readonly match: Readonly<Record<string, string>> }[];

const sources = join(import.meta.dirname, '../../src');
const folder = join(sources, 'messages');

/** Names, and words that stand in files, are the same in every language. */
const NAMES = new Set(
  'Shopify Amazon WooCommerce Etsy eBay Square CSV JSON TSV TXT XLSX XLS Parquet Arrow SQL PNG SVG SKU Debut WebGPU WebAssembly GPU SIMD Safari kB MB title Chen D Online Retail II UCI Machine Learning Repository CC BY Python TensorBoard Excel UTC GB Esc Cookie WAPE ZIP CMYK HEIC JPEG R Google Trends Helium Jungle Scout'.split(
    ' ',
  ),
);

const partsOf = (locale: string) => readdirSync(join(folder, locale)).sort();

function textsOf(locale: string): Map<string, readonly string[]> {
  const entries = partsOf(locale).flatMap((part) =>
    Object.entries(
      JSON.parse(readFileSync(join(folder, locale, part), 'utf8')) as Record<string, Text>,
    ),
  );
  return new Map(entries.map(([key, text]) => [key, variantsOf(text)]));
}

function variantsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : text.flatMap(({ match }) => Object.values(match));
}

const placeholder = /\{(\w+)\}/g;
const placeholdersIn = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(placeholder)].map(([, name]) => name)))]
    .sort()
    .join(' ');

const english = textsOf('en');
const chinese = textsOf('zh');
const chineseTexts = [...chinese].flatMap(([key, texts]) => texts.map((text) => ({ key, text })));

describe('texts in both languages', () => {
  it('stand in the same files under the same keys', () => {
    expect(partsOf('zh')).toEqual(partsOf('en'));
    expect([...chinese.keys()]).toEqual([...english.keys()]);
  });

  it('have keys that begin with the name of their file', () => {
    for (const part of partsOf('en')) {
      const keys = Object.keys(
        JSON.parse(readFileSync(join(folder, 'en', part), 'utf8')) as object,
      );
      const prefix = `${part.replace('.json', '')}_`;
      expect(keys.filter((key) => !key.startsWith(prefix))).toEqual([]);
    }
  });

  it('take the same values', () => {
    const differing = [...english].filter(
      ([key, texts]) => placeholdersIn(texts) !== placeholdersIn(chinese.get(key) ?? []),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    const empty = [...english, ...chinese].filter(([, texts]) =>
      texts.some((text) => text.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  it('are all shown somewhere', () => {
    const code = filesIn(sources)
      .filter((path) => /\.(ts|svelte)$/.test(path))
      .map((path) => readFileSync(join(sources, path), 'utf8'))
      .join('\n');
    const used = new Set([...code.matchAll(/\bm\.(\w+)/g)].map(([, key]) => key));
    expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('Chinese', () => {
  it('has no English left but names', () => {
    const leftover = chineseTexts.filter(({ text }) =>
      (text.replace(placeholder, '').match(/[A-Za-z]+/g) ?? []).some((word) => !NAMES.has(word)),
    );
    expect(leftover).toEqual([]);
  });

  it('has full-width punctuation beside its characters', () => {
    const narrow = /\p{Script=Han}\s?[,;:!?()]|[,;:!?()]\s?\p{Script=Han}/u;
    expect(chineseTexts.filter(({ text }) => narrow.test(text))).toEqual([]);
  });

  it('has a space between its characters and Latin letters or numbers', () => {
    const touching = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    const texts = chineseTexts.map(({ key, text }) => ({
      key,
      text: text.replace(placeholder, ''),
    }));
    expect(texts.filter(({ text }) => touching.test(text))).toEqual([]);
  });

  it('has quotes or a space beside names that sellers gave, which may be Latin', () => {
    const given = '\\{(?:title|name|product|channel|category|group|level|file|dataset)\\}';
    const touching = new RegExp(`\\p{Script=Han}${given}|${given}\\p{Script=Han}`, 'u');
    expect(chineseTexts.filter(({ text }) => touching.test(text))).toEqual([]);
  });

  it('says 你, never 您', () => {
    expect(chineseTexts.filter(({ text }) => text.includes('您'))).toEqual([]);
  });
});
