import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { accountWords, fileWords } from '#components/pages/data/market/market-words.ts';
import { daysOf } from '#components/pages/data/market/market-days.ts';
import { NO_FACTS, searchFile } from '../../../../support/market-data.ts';
import { fileUnder, readMarketFile } from '../../../../support/market-file.ts';

const trends = searchFile();
const empty = { rows: 3, read: 3, leftOut: {}, otherColumns: [] };

describe('a market data file in words', () => {
  it('is named by its kind and file', () => {
    expect(fileWords(trends)).toBe('Google Trends from trends.csv');
    expect(fileWords({ ...trends, kind: 'keyword-series' })).toContain('Searches by keyword');
  });

  it('says which days it covers, to the end of the last period, and of what', () => {
    const { series } = trends;
    const [first] = series;
    const months = Int32Array.of(19_723, 19_754);
    const monthly = { ...first!, step: 'month' as const, days: months, term: 'mug' };
    expect(accountWords(trends)).toBe(
      'All 3 rows are read. It covers 8 January 2024 to 28 January 2024. It is about “cloud lamp”.',
    );
    // 1 January to 29 February 2024.
    expect(daysOf({ ...trends, series: [...series, monthly] })).toEqual({
      ...{ from: 19_723, until: 19_782 },
    });
  });

  it('accounts for what is left out, and why', () => {
    const account = {
      ...{ rows: 30, read: 12, otherColumns: ['Notes'] },
      leftOut: { 'no-value': 10, 'off-step': 8 },
    };
    const [series] = trends.series;
    const partial = [{ ...series!, lastIsPartial: true, term: '' }];
    const words = accountWords({ ...trends, account, series: partial });
    expect(words).toContain('12 of 30 rows are read.');
    expect(words).toContain('Left out: 10 without a number and 8 between the usual dates.');
    expect(words).toContain('The last period was not over');
    expect(words).toContain('Columns not read: “Notes”.');
    expect(words).not.toContain('It is about');
  });

  it('names the first niches, products, terms and queries, and counts the others', async () => {
    const products = Array.from({ length: 9 }, (_, i) => ({
      ...{ 'Product Name': i % 2 ? '' : `Lamp ${i}`, ASIN: `B0CLOUD00${i}` },
    }));
    const name = 'Opportunity Explorer products';
    const read = await readMarketFile('niche-products', fileUnder(name, ...products));
    expect(daysOf(read)).toBeNull();
    expect(accountWords(read)).toContain('“Lamp 0”, “B0CLOUD001”, “Lamp 2”');
    expect(accountWords(read)).toContain('3 more');
    expect(accountWords(read)).not.toMatch(/NaN|–/);
  });

  it('takes days from rows and from the lines above the table', () => {
    const [from, until] = [dayFromCalendar(2025, 3, 2), dayFromCalendar(2025, 3, 8)];
    const ranks: MarketFile = {
      ...{ kind: 'top-search-terms', fileName: 'a.csv', account: empty },
      facts: { ...NO_FACTS, from, until },
      ranks: [
        {
          term: 'lamp',
          rank: 1,
          day: until,
          department: '',
          brands: [],
          categories: [],
          clicked: [],
        },
        { term: 'mug', rank: 2, day: NaN, department: '', brands: [], categories: [], clicked: [] },
      ],
    };
    expect(daysOf(ranks)).toEqual({ from, until });
    const histories = [from, until].map((day) => ({
      ...{ id: `B0${day}`, title: '', currency: null, days: Int32Array.of(day) },
      ...{ prices: Float64Array.of(5), salesRanks: Float64Array.of(NaN) },
    }));
    const prices: MarketFile = {
      ...{ kind: 'price-history', fileName: 'a.csv', account: empty, facts: NO_FACTS, histories },
    };
    expect(daysOf(prices)).toEqual({ from, until });
  });
});
