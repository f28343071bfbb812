import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '#core/schema/fields.ts';
import { matchHeaders } from '#core/schema/match-headers.ts';
import { matchProductHeaders } from '#core/schema/match-product-headers.ts';
import {
  BRAND_NAMES,
  CATEGORIES,
  CHANNELS,
  MATERIALS,
  PROMOTIONS,
  SETS,
  STYLES,
  THEMES,
  type Words,
} from '../support/demo-shop/vocabulary.ts';

const TEXT_COLUMNS = ['title', 'category', 'brand', 'material', 'channel', 'promotion'];
const CHINESE = /^[\p{Script=Han} （）]+$/u;

function columnsOf(name: string): { headers: string[]; rows: string[][] } {
  const text = readFileSync(new URL(`../../static/samples/${name}`, import.meta.url), 'utf8');
  const [headers, ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return { headers: headers!, rows };
}

const files = ['demo-shop', 'demo-shop-new-products'];

describe.each(files)('the demo shop in Chinese: %s', (name) => {
  const english = columnsOf(`${name}.csv`);
  const chinese = columnsOf(`${name}.zh.csv`);
  const isText = (column: number) => TEXT_COLUMNS.includes(english.headers[column]!);

  it('has the same numbers in the same places', () => {
    const numbers = (rows: string[][]) => rows.map((row) => row.filter((_, i) => !isText(i)));
    expect(chinese.headers).toHaveLength(english.headers.length);
    expect(numbers(chinese.rows)).toEqual(numbers(english.rows));
  });

  it('writes headers and texts in Chinese characters throughout', () => {
    const texts = chinese.rows.flatMap((row) => row.filter((_, i) => isText(i)));
    const leftOver = new Set([...chinese.headers, ...texts].filter((text) => !CHINESE.test(text)));
    expect([...leftOver]).toEqual([]);
  });

  it('says one thing for each English thing, and never the same for two', () => {
    english.headers.forEach((_, column) => {
      if (!isText(column)) return;
      const said = new Map<string, string>();
      english.rows.forEach((row, i) => {
        const inChinese = chinese.rows[i]![column]!;
        expect(said.get(row[column]!) ?? inChinese).toBe(inChinese);
        said.set(row[column]!, inChinese);
      });
      expect(new Set(said.values()).size).toBe(said.size);
    });
  });
});

describe('the headers of the demo shop in Chinese', () => {
  it('are understood like the English ones, each by its own name', () => {
    const english = columnsOf('demo-shop.csv');
    const chinese = columnsOf('demo-shop.zh.csv');
    const inChinese = matchHeaders(chinese.headers, chinese.rows.slice(0, 200));
    const inEnglish = matchHeaders(english.headers, english.rows.slice(0, 200));
    const placesOf = (columns: typeof english, { fields, attributes }: typeof inEnglish) => ({
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, header]) => [field, columns.headers.indexOf(header)]),
      ),
      attributes: attributes.map((header) => columns.headers.indexOf(header)),
    });
    const absent = ['firstStock', 'returns', 'rating'];
    const known = Object.keys(FIELDS).filter((field) => !absent.includes(field));
    expect(Object.keys(inChinese.fields).sort()).toEqual(known.sort());
    expect(placesOf(chinese, inChinese)).toEqual(placesOf(english, inEnglish));
    expect(inChinese.attributes).toEqual(['材质']);
  });

  it('are found again in the file of new products', () => {
    const history = columnsOf('demo-shop.zh.csv');
    const mapping = matchHeaders(history.headers, history.rows.slice(0, 200));
    const { headers, rows } = columnsOf('demo-shop-new-products.zh.csv');
    const { fields, attributes } = matchProductHeaders(headers, rows, mapping);
    expect([...Object.values(fields), ...Object.values(attributes)].sort()).toEqual(headers.sort());
  });

  it('are understood without looking at the values, too', () => {
    const { headers, rows } = columnsOf('demo-shop.zh.csv');
    expect(matchHeaders(headers, []).fields).toEqual(matchHeaders(headers, rows).fields);
  });
});

describe('the words of the demo shop', () => {
  const lists: Record<string, readonly Words[]> = {
    themes: Object.values(THEMES).flatMap(({ words }) => words),
    styles: STYLES.flatMap(({ words }) => words),
    materials: Object.values(MATERIALS).map(({ name }) => name),
    nouns: CATEGORIES.flatMap(({ nouns }) => nouns.map(({ name }) => name)),
    categories: CATEGORIES.map(({ name }) => name),
    brands: BRAND_NAMES,
    channels: CHANNELS.map(({ name }) => name),
    promotions: PROMOTIONS.map(({ name }) => name),
    sets: SETS.map(({ name }) => name),
  };

  it.each(Object.keys(lists))('%s: each has a Chinese word of its own', (list) => {
    const words = lists[list]!;
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(new Set(words.map(({ en }) => en)).size);
  });

  it('of titles are told apart across their kinds', () => {
    const { themes, styles, materials, nouns } = lists;
    const all = [themes!, styles!, materials!, nouns!].flat().filter(({ en }) => en !== '');
    expect(new Set(all.map(({ zh }) => zh)).size).toBe(new Set(all.map(({ en }) => en)).size);
  });
});
