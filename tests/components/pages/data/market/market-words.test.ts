import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { accountWords, fileWords } from '#components/pages/data/market/market-words.ts';
import { tally } from '#components/words/counts.ts';
import { daysOf } from '#components/pages/data/market/market-days.ts';
import { m } from '#messages';
import { NO_FACTS, searchFile } from '../../../../support/market-data.ts';
import { fileUnder, readMarketFile } from '../../../../support/market-file.ts';

const trends = searchFile();
const empty = { rows: 3, read: 3, leftOut: {}, otherColumns: [] };

describe('a market data file in words', () => {
  it('is named by its kind and file', () => {
    expect(fileWords(trends)).toBe('Google Trends from trends.csv');
    expect(fileWords({ ...trends, kind: 'keyword-series' })).toBe(
      m.market_file({ kind: m.market_kind_keyword_series(), file: 'trends.csv' }),
    );
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
    const unread = m.market_left_no_value({ count: '10' });
    const between = m.market_left_off_step({ count: '8' });
    expect(accountWords({ ...trends, account, series: partial })).toBe(
      [
        m.market_read_some({ read: '12', rows: '30' }),
        m.market_days({ from: '8 January 2024', until: '28 January 2024' }),
        m.market_left_out({ parts: `${unread} and ${between}` }),
        m.market_partial(),
        m.market_other_columns({ names: '“Notes”' }),
      ].join(' '),
    );
  });

  it('names the first niches, products, terms and queries, and counts the others', async () => {
    const products = Array.from({ length: 9 }, (_, i) => ({
      ...{ 'Product Name': i % 2 ? '' : `Lamp ${i}`, ASIN: `B0CLOUD00${i}` },
    }));
    const name = 'Opportunity Explorer products';
    const read = await readMarketFile('niche-products', fileUnder(name, ...products));
    expect(daysOf(read)).toBeNull();
    const shown = '“Lamp 0”, “B0CLOUD001”, “Lamp 2”, “B0CLOUD003”, “Lamp 4”, “B0CLOUD005”';
    const names = `${shown} and ${m.forms_more_values(tally(3))}`;
    expect(accountWords(read)).toContain(
      `${m.market_read_all(tally(9))} ${m.market_names({ names })}`,
    );
  });

  it('takes days from rows and from the lines above the table', () => {
    const [from, until] = [dayFromCalendar(2025, 3, 2), dayFromCalendar(2025, 3, 8)];
    const unnamed = { department: '', brands: [], categories: [], clicked: [] };
    const ranks: MarketFile = {
      ...{ kind: 'top-search-terms', fileName: 'a.csv', account: empty },
      facts: { ...NO_FACTS, from, until },
      ranks: [
        { term: 'lamp', rank: 1, day: until, ...unnamed },
        { term: 'mug', rank: 2, day: NaN, ...unnamed },
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
