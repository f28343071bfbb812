import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { FIELDS } from '#core/launch/fields.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { matchProductHeaders } from '#core/import/schema/match-product-headers.ts';
import { generateShop } from '../support/demo-shop/generator.ts';
import { PLAIN } from '../support/demo-shop/trade.ts';
import { LOCALES, TRADES } from '../support/demo-shop/trades.ts';

const TEXT_COLUMNS = ['title', 'category', 'brand', 'material', 'channel', 'promotion'];
const CHINESE = /^[\p{Script=Han}\d（）【】 ]*\p{Script=Han}[\p{Script=Han}\d（）【】 ]*$/u;

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

  it('has as many rows with the same columns, all filled, numbers where the English one has them', () => {
    expect(chinese.headers).toHaveLength(english.headers.length);
    expect(chinese.rows).toHaveLength(english.rows.length);
    const numeric = (cell: string) => cell !== '' && Number.isFinite(Number(cell));
    chinese.rows.forEach((row, place) => {
      expect(row.map(numeric)).toEqual(english.rows[place]!.map(numeric));
    });
  });

  it('writes headers and texts in Chinese throughout', () => {
    const texts = chinese.rows.flatMap((row) => row.filter((_, i) => isText(i)));
    const leftOver = new Set([...chinese.headers, ...texts].filter((text) => !CHINESE.test(text)));
    expect([...leftOver]).toEqual([]);
  });
});

describe('the Chinese demo shop', () => {
  const { launches } = generateShop({ locale: 'zh' });
  const launchedIn = (from: string, to: string) =>
    launches.filter(({ action }) => {
      const day = isoDate(action.launchDay).slice(5);
      return day >= from && day <= to;
    }).length;

  it('sells where Chinese shops sell, with the offers that they make', () => {
    const of = (pick: (launch: (typeof launches)[number]) => string) => new Set(launches.map(pick));
    const channels = of(({ action }) => action.channel);
    expect(channels).toEqual(new Set(['天猫', '抖音', '小红书', '微信小程序', '拼多多']));
    const promotions = of(({ action }) => action.promotion);
    const offers = ['无活动', '满减', '直播专享价', '第二件半价', '新人券'];
    expect(promotions).toEqual(new Set(offers));
  });

  it.each([
    ['618', '05-21', '06-17'],
    ['双11', '10-14', '11-10'],
  ])('puts many launches into the four weeks before %s', (_, from, to) => {
    expect(launchedIn(from, to)).toBeGreaterThan(1.3 * (launches.length / 13));
  });

  it('puts many launches into the weeks around the new year, for 年货节', () => {
    const around = launchedIn('12-17', '12-31') + launchedIn('01-01', '01-13');
    expect(around).toBeGreaterThan(1.3 * (launches.length / 13));
  });

  it('keeps the feasts of China, not those of Britain', () => {
    const titles = launches.map(({ product }) => product.title).join('\n');
    expect(titles).not.toMatch(/圣诞|复活节|万圣|情人节/);
    for (const feast of ['新年', '520', '七夕', '中秋', '开学季']) expect(titles).toContain(feast);
  });

  it('has price tags such as 39.9 and 128 yuan', () => {
    for (const { product } of launches) expect(product.listPrice.toFixed(2)).toMatch(/\.90$|\.00$/);
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
    const absent = ['firstStock', 'returns', 'rating', 'discount'];
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

describe.each(LOCALES)('the words of the demo shop, in %s', (locale) => {
  const trade = TRADES[locale];
  const titleWords = [
    ...Object.values(trade.themes).flatMap(({ words }) => words),
    ...trade.styles.flatMap(({ words }) => words),
    ...Object.values(trade.materials).map(({ name }) => name),
    ...trade.categories.flatMap(({ nouns }) => nouns.map(({ name }) => name)),
  ].filter((word) => word !== '');

  it('of titles are told apart across their kinds', () => {
    expect(new Set(titleWords).size).toBe(titleWords.length);
  });

  it('name each channel, promotion, category, brand and set once', () => {
    const { channels, promotions, categories, sets, brands } = trade;
    for (const named of [channels, promotions, categories, sets]) {
      expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    }
    expect(new Set(brands).size).toBe(brands.length);
  });

  it('mean materials and themes that the shop has, and a fit with each of its channels', () => {
    for (const category of trade.categories) {
      expect(Object.keys(trade.materials)).toEqual(expect.arrayContaining([...category.materials]));
      expect(Object.keys(trade.themes)).toEqual(expect.arrayContaining([...category.themes]));
      expect(category.themes).not.toContain(PLAIN);
    }
    for (const { channelLean } of trade.styles) {
      expect(channelLean).toHaveLength(trade.channels.length);
    }
  });

  it('are as many as those of the other shop, where plans choose among them', () => {
    const counts = ({
      channels,
      promotions,
      categories,
      styles,
      sets,
      brands,
      themes,
    }: typeof trade) =>
      [channels, promotions, categories, styles, sets, brands, Object.keys(themes)].map(
        ({ length }) => length,
      );
    expect(counts(trade)).toEqual(counts(TRADES.en));
  });
});
