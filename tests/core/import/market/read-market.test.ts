import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import type { MarketKind } from '#core/import/market/market.ts';
import { fileUnder, readMarketFile, reasonOf } from '../../../support/market-file.ts';

const day = (year: number, month: number, date: number) => dayFromCalendar(year, month, date);
const under = (name: string, ...rows: readonly Readonly<Record<string, string>>[]) =>
  fileUnder(name, ...rows);
const refusal = async (kind: MarketKind, content: string) =>
  reasonOf(await readMarketFile(kind, content).catch((error: unknown) => error));

describe('Opportunity Explorer', () => {
  const NICHES = 'Opportunity Explorer niches';
  const niche = {
    ...{ 'Customer Need': 'cloud lamp', 'Top Search Term 1': 'cloud lamp' },
    ...{ 'Top Search Term 2': 'cloud light', 'Search Volume (Past 360 days)': '123,456' },
    'Search Volume Growth (Past 180 days)': '0.25',
    ...{ 'Search Volume (Past 90 days)': '31000', 'Search Volume Growth (Past 90 days)': '-0.1' },
    'Units Sold Lower Bound (Past 360 days)': '10,000',
    'Units Sold Upper Bound (Past 360 days)': '20,000',
    'Range of Average Units Sold Lower Bound (Past 360 days)': '500',
    'Range of Average Units Sold Upper Bound (Past 360 days)': '1000',
    ...{ '# of Top Clicked Products': '18', 'Average Price (USD)': '24.99' },
    'Minimum Price (Past 360 days) (USD)': '9.5',
    ...{ 'Maximum Price (Past 360 days) (USD)': '1,099.00', 'Return Rate (Past 360 days)': '0.06' },
  };

  it('gives niches with bounds, prices and shares', async () => {
    const { niches, account } = await readMarketFile(
      'niches',
      under(NICHES, niche, niche, { 'Customer Need': 'moon lamp' }, { 'Average Price (USD)': '5' }),
    );
    expect(niches).toEqual([
      {
        ...{ name: 'cloud lamp', terms: ['cloud lamp', 'cloud light'] },
        ...{
          searches360: 123_456,
          searches90: 31_000,
          searchGrowth180: 0.25,
          searchGrowth90: -0.1,
        },
        ...{ unitsLow360: 10_000, unitsHigh360: 20_000, meanUnitsLow360: 500 },
        ...{ meanUnitsHigh360: 1000, products: 18, currency: 'USD', priceMean: 24.99 },
        ...{ priceLow360: 9.5, priceHigh360: 1099, returnRate360: 0.06 },
      },
      expect.objectContaining({ name: 'moon lamp', terms: [], searches360: NaN, priceMean: NaN }),
    ]);
    expect(account).toMatchObject({ rows: 4, read: 2, leftOut: { repeated: 1, 'no-name': 1 } });
  });

  it('may write growth and shares in per cent, decided over the column', async () => {
    const growth = 'Search Volume Growth (Past 90 days)';
    const rate = 'Return Rate (Past 360 days)';
    const read = async (...cells: readonly (readonly [string, string])[]) =>
      (
        await readMarketFile(
          'niches',
          under(
            NICHES,
            ...cells.map(([change, share], i) => ({
              ...{ 'Customer Need': `n${i}`, [growth]: change, [rate]: share },
            })),
          ),
        )
      ).niches.map(({ searchGrowth90, returnRate360 }) => [searchGrowth90, returnRate360]);
    expect(await read(['12%', '4%'], ['-3%', '-'])).toEqual([
      [0.12, 0.04],
      [-0.03, NaN],
    ]);
    expect(await read(['12', '4'], ['-30', '0.5'], ['0.75', '90'])).toEqual([
      [0.12, 0.04],
      [-0.3, 0.005],
      [0.0075, 0.9],
    ]);
    expect(await read(['2.5', '0.04'], ['0.1', '0.5'], ['-0.2', '0'])).toEqual([
      [2.5, 0.04],
      [0.1, 0.5],
      [-0.2, 0],
    ]);
    expect(await read(['0.5', '4%'], ['-12', '150%'], ['0.25', '-'])).toEqual([
      [0.005, 0.04],
      [-0.12, NaN],
      [0.0025, NaN],
    ]);
    expect(await read(['-', '-4'])).toEqual([[NaN, NaN]]);
  });

  it('gives the products of a niche, with its name and day', async () => {
    const product = {
      ...{ 'Product Name': 'Cloud, lamp', ASIN: 'B0CLOUD001', Brand: 'Nuvola', Category: 'Lamps' },
      ...{ 'Launch Date': '3/15/2022', 'Niche Click Count (Past 360 days)': '12,345' },
      'Click Share (Past 360 days)': '0.125',
      'Average Selling Price (Past 360 days) (USD)': '24.50',
      ...{ 'Total Ratings': '1,204', 'Average Customer Rating': '4.4', 'Average BSR': '5,021' },
    };
    const { offers, facts } = await readMarketFile(
      'niche-products',
      under('Opportunity Explorer products', product, {
        ...product,
        ASIN: 'B0CLOUD002',
        'Launch Date': '4/2/2023',
      }),
    );
    expect(facts).toMatchObject({ niche: 'Cloud lamps', updated: day(2026, 5, 7) });
    expect(offers[0]).toEqual({
      ...{ title: 'Cloud, lamp', id: 'B0CLOUD001', brand: 'Nuvola', category: 'Lamps' },
      ...{ launchDay: day(2022, 3, 15), currency: 'USD', price: 24.5, clickShare360: 0.125 },
      ...{ clicks360: 12_345, ratings: 1204, meanRating: 4.4, salesRank: 5021 },
      ...{ units30: NaN, revenue30: NaN, productUnits30: NaN },
    });
    expect(offers[1]!.launchDay).toBe(day(2023, 4, 2));
  });

  it('were made when their file was saved, where it states no day', async () => {
    const rows = under('Helium 10 Xray, downloaded', { ASIN: 'B0A', 'ASIN Sales': '900' });
    const updated = async (savedOn: number | null) =>
      (await readMarketFile('niche-products', rows, { savedOn })).facts.updated;
    expect(await updated(day(2026, 2, 7))).toBe(day(2026, 2, 7));
    expect(await updated(null)).toBeNaN();
    const stating = under('Opportunity Explorer products', { ASIN: 'B0A' });
    const reading = { savedOn: day(2026, 6, 1) };
    const { facts } = await readMarketFile('niche-products', stating, reading);
    expect(facts.updated).toBe(day(2026, 5, 7));
  });

  it('with other wording is read too', async () => {
    const { offers } = await readMarketFile(
      'niche-products',
      under('Opportunity Explorer products, other wording', {
        ...{ 'Product Name': 'Wolke', ASIN: 'B0W', 'Launch date': '2023-01-31' },
        ...{ 'Niche Click CountPast 360 days': '7', 'Click Share (past 360 days)': '12.5%' },
        'Average Selling Price (past 360 days) (EUR)': '19,99',
        'Avg. Best Seller RankPast 360 days': '88',
      }),
    );
    expect(offers).toMatchObject([
      {
        ...{ currency: 'EUR', price: 19.99, clickShare360: 0.125, clicks360: 7, salesRank: 88 },
        launchDay: day(2023, 1, 31),
      },
    ]);
  });

  it('gives the search terms of a niche', async () => {
    const { terms, facts } = await readMarketFile(
      'niche-terms',
      under('Opportunity Explorer search terms', {
        ...{ 'Search Term': 'cloud lamp', 'Search Volume (Past 360 days)': '45,000' },
        ...{ 'Search Volume Growth (Past 90 days)': '0.5', 'Click Share (Past 360 days)': '0.4' },
        'Search Conversion Rate (Past 360 days)': '0.03',
        ...{ 'Top Clicked Product 1 (Title)': 'Lamp', 'Top Clicked Product 1 (Asin)': 'B0A' },
        'Top Clicked Product 3 (Asin)': 'B0C',
      }),
    );
    expect(facts.niche).toBe('Cloud lamps');
    expect(terms).toEqual([
      {
        ...{ term: 'cloud lamp', searches360: 45_000, searches30: NaN, units30: NaN },
        ...{ searchGrowth180: NaN, searchGrowth90: 0.5, clickShare360: 0.4 },
        conversionRate360: 0.03,
        clicked: [
          { id: 'B0A', title: 'Lamp', clickShare: NaN, conversionShare: NaN },
          { id: 'B0C', title: '', clickShare: NaN, conversionShare: NaN },
        ],
      },
    ]);
  });
});

describe('Helium 10 and Jungle Scout', () => {
  it('give offers with estimates of 30 days', async () => {
    const downloaded = await readMarketFile(
      'niche-products',
      `\uFEFF${under('Helium 10 Xray, downloaded', {
        ...{ 'Display Order': '4.', 'Product Details': 'Cloud lamp', ASIN: 'B0A', Brand: 'N' },
        ...{ 'Price  $': '24.99', 'Parent Level Sales': '1,500', 'ASIN Sales': '900' },
        ...{ 'ASIN Revenue': '35,577.01', BSR: '1,234', Ratings: '4.6', 'Review Count': '2,001' },
        'Creation Date': 'Mar 22, 2011',
      })}`,
    );
    expect(downloaded.offers).toMatchObject([
      {
        ...{ currency: '$', price: 24.99, productUnits30: 1500, units30: 900 },
        ...{ revenue30: 35_577.01, salesRank: 1234, meanRating: 4.6, ratings: 2001 },
        launchDay: day(2011, 3, 22),
      },
    ]);
    const pasted = await readMarketFile(
      'niche-products',
      under('Helium 10 Xray, pasted', {
        ...{ 'Product Details': 'Lamp', ASIN: 'B0A', 'Price $': 'N/A', Sales: '80', Ratings: '0' },
        ...{ Revenue: '1,000', 'Review Count': '-', Category: 'Home' },
      }),
    );
    expect(pasted.offers).toMatchObject([
      { price: NaN, units30: 80, revenue30: 1000, ratings: NaN, meanRating: NaN, category: 'Home' },
    ]);
    const scout = await readMarketFile(
      'niche-products',
      under('Jungle Scout', {
        ...{ 'Product Name': 'Lamp', ASIN: 'B0J', Price: '$19.99', 'Mo. Sales': '410' },
        ...{ 'Mo. Revenue': '$8,195.90', 'Date First Available': '11/30/2021', Reviews: '77' },
        ...{ Rating: '4.1', Rank: '999' },
      }),
    );
    expect(scout.offers).toMatchObject([
      {
        ...{ currency: '$', price: 19.99, units30: 410, revenue30: 8195.9, ratings: 77 },
        ...{ meanRating: 4.1, salesRank: 999, launchDay: day(2021, 11, 30) },
      },
    ]);
  });

  it('gives keywords, and names the columns of competitors as not read', async () => {
    const { terms, account } = await readMarketFile(
      'niche-terms',
      under(
        'Helium 10 Cerebro',
        {
          'Keyword Phrase': 'cloud lamp',
          'Keyword Sales': '55',
          'Search Volume': '12,000',
          B0CLOUD001: '-',
        },
        { 'Search Volume': '7' },
      ),
    );
    expect(terms).toMatchObject([
      { term: 'cloud lamp', searches30: 12_000, units30: 55, clicked: [] },
    ]);
    expect(account).toMatchObject({ read: 1, leftOut: { 'no-name': 1 } });
    expect(account.otherColumns).toEqual(['Position (Rank)', 'B0CLOUD001', 'B0CLOUD002']);
  });
});

describe('Brand Analytics', () => {
  it('gives ranks of search terms with clicked products, in per cent', async () => {
    const row = {
      ...{ 'Search Frequency Rank': '1,204', 'Search Term': 'cloud lamp' },
      ...{ 'Top Clicked Brand #1': 'Nuvola', 'Top Clicked Brands #2': 'Luna' },
      ...{ 'Top Clicked Category #1': 'Lamps', 'Top Clicked Product #1: ASIN': 'B0A' },
      'Top Clicked Product #1: Product Title': 'Lamp',
      'Top Clicked Product #1: Click Share': '12.5',
      ...{ 'Top Clicked Product #1: Conversion Share': '0.75', 'Reporting Date': '4/11/2026' },
    };
    const { ranks, facts, account } = await readMarketFile(
      'top-search-terms',
      `\uFEFF${under('Brand Analytics', row, row, { ...row, 'Search Frequency Rank': '', 'Search Term': 'x' })}`,
    );
    expect(facts).toMatchObject({ from: day(2026, 4, 5), until: day(2026, 4, 11) });
    expect(ranks).toEqual([
      {
        ...{ term: 'cloud lamp', rank: 1204, day: day(2026, 4, 11), department: '' },
        ...{ brands: ['Nuvola', 'Luna'], categories: ['Lamps'] },
        clicked: [{ id: 'B0A', title: 'Lamp', clickShare: 0.125, conversionShare: 0.0075 }],
      },
    ]);
    expect(account).toMatchObject({ rows: 3, read: 1, leftOut: { repeated: 1, 'no-value': 1 } });
  });

  it('gives only the ranks of terms that are asked for, and of these the first 10,000', async () => {
    const ranked = (rank: number, term: string) => ({
      ...{ 'Search Frequency Rank': String(rank), 'Search Term': term },
    });
    const lamps = Array.from({ length: 10_002 }, (_, i) => ranked(10_003 - i, `lamp ${i}`));
    const { ranks, account } = await readMarketFile(
      'top-search-terms',
      under('Brand Analytics', ranked(1, 'dog bed'), ...lamps, ranked(9, '')),
      { isAbout: (term) => term.startsWith('lamp') },
    );
    expect(ranks).toHaveLength(10_000);
    expect(ranks.map(({ rank }) => rank).toSorted((a, b) => b - a)[0]).toBe(10_001);
    expect(account).toMatchObject({
      ...{ rows: 10_004, read: 10_000 },
      leftOut: { 'other-term': 1, 'lower-rank': 2, 'no-name': 1 },
    });
  });

  it('tells day and month by the week above, and reads Chinese', async () => {
    const { ranks } = await readMarketFile(
      'top-search-terms',
      under('Brand Analytics, Chinese', {
        ...{ 搜索频率排名: '7', 搜索词: '云朵灯', '点击量最高的商品 #1：ASIN': 'B0A' },
        ...{ '点击量最高的商品 #1：点击份额': '12.50%', 报告日期: '4/11/2026' },
      }),
    );
    expect(ranks).toMatchObject([
      { rank: 7, day: day(2026, 4, 11), clicked: [{ clickShare: 0.125 }] },
    ]);
    const old = await readMarketFile(
      'top-search-terms',
      under('Brand Analytics, Chinese, before 2023', {
        ...{ 部门: 'Amazon.com', 搜索词: '云朵灯', 搜索频率排名: '9', '#2 已点击的 ASIN': 'B0B' },
        '#2 点击共享': '0.2',
      }),
    );
    expect(old.ranks).toMatchObject([
      { department: 'Amazon.com', rank: 9, day: NaN, clicked: [{ id: 'B0B', clickShare: 0.2 }] },
    ]);
  });

  it('gives what search queries led to, by brand and by ASIN', async () => {
    const figures = {
      ...{
        'Reporting Date': '2026-02-07',
        'Search Query': 'cloud lamp',
        'Search Query Score': '1',
      },
      ...{ 'Search Query Volume': '5,000', 'Impressions: Total Count': '40,000' },
      'Clicks: Total Count': '900',
    };
    const brand = await readMarketFile(
      'search-query-performance',
      under('Search Query Performance, Brand view', {
        ...figures,
        ...{ 'Impressions: Brand Count': '800', 'Clicks: Brand Count': '30' },
      }),
    );
    expect(brand).toMatchObject({
      view: 'brand',
      facts: { brand: 'Nuvola', asin: '', from: day(2026, 2, 1), until: day(2026, 2, 7) },
    });
    expect(brand.queries).toEqual([
      {
        ...{ query: 'cloud lamp', score: 1, day: day(2026, 2, 7), searches: 5000 },
        ...{ impressions: 40_000, clicks: 900, cartAdds: NaN, purchases: NaN },
        ...{ ownImpressions: 800, ownClicks: 30, ownCartAdds: NaN, ownPurchases: NaN },
        ...{ medianPrice: NaN, ownMedianPrice: NaN },
      },
    ]);
    const asin = await readMarketFile(
      'search-query-performance',
      under('Search Query Performance, ASIN view', { ...figures, 'Clicks: ASIN Count': '4' }),
    );
    expect(asin).toMatchObject({
      ...{ view: 'asin', facts: { asin: 'B0CLOUD001' } },
      queries: [{ ownClicks: 4 }],
    });
    const british = await readMarketFile(
      'search-query-performance',
      'Search Query,Search Query Volume,Basket Adds: Total Count,Basket Adds: Brand Count\nlamp,9,5,2',
    );
    expect(british.queries).toMatchObject([{ cartAdds: 5, ownCartAdds: 2, day: NaN }]);
    const more = await readMarketFile(
      'search-query-performance',
      under('Search Query Performance, more columns', {
        ...figures,
        ...{ 'Cart Adds: Total Count': '90', 'Purchases: Total Count': '12' },
        ...{ 'Purchases: Brand Count': '2', 'Purchases: Price (Median)': '24.99' },
        'Purchases: Brand Price (Median)': '22.50',
      }),
    );
    expect(more.queries).toMatchObject([
      { cartAdds: 90, purchases: 12, ownPurchases: 2, medianPrice: 24.99, ownMedianPrice: 22.5 },
    ]);
  });
});

describe('tables of searches', () => {
  const days = (count: number, step: number): string[] =>
    Array.from({ length: count }, (_, i) => isoDate(day(2024, 3, 3) + step * i));

  it('with a row for each term and week are read', async () => {
    const rows = days(4, 7).flatMap((week, i) => [
      `${week},cloud lamp,"1,${i}00"`,
      `${week},vase,${i}`,
    ]);
    const { series } = await readMarketFile(
      'keyword-series',
      ['week,keyword,search volume', ...rows].join('\n'),
    );
    expect(series.map(({ term, scale, step }) => [term, scale, step])).toEqual([
      ['cloud lamp', 'volume', 'week'],
      ['vase', 'volume', 'week'],
    ]);
    expect(series.map(({ values }) => [...values])).toEqual([
      [1000, 1100, 1200, 1300],
      [0, 1, 2, 3],
    ]);
  });

  it('of 百度指数 and 生意参谋 are read', async () => {
    const baidu = await readMarketFile(
      'keyword-series',
      ['日期,关键词,搜索指数', ...days(3, 1).map((date, i) => `${date},云朵灯,${500 + i}`)].join(
        '\n',
      ),
    );
    expect(baidu.series).toMatchObject([
      { term: '云朵灯', scale: 'index', step: 'day', place: '' },
    ]);
    expect([...baidu.series[0]!.values]).toEqual([500, 501, 502]);
    const sycm = await readMarketFile(
      'keyword-series',
      [
        '统计日期,搜索词,搜索人气,搜索热度,点击率',
        ...days(3, 1).map((date) => `${date},云朵灯,"12,345","20,000",35.2%`),
      ].join('\n'),
    );
    expect([...sycm.series[0]!.values]).toEqual([12_345, 12_345, 12_345]);
    expect(sycm.account.otherColumns).toEqual(['搜索热度', '点击率']);
    const devices = await readMarketFile(
      'keyword-series',
      [
        '日期,关键词,PC搜索指数,移动搜索指数,整体搜索指数',
        ...days(3, 1).map((date) => `${date},云朵灯,100,200,300`),
      ].join('\n'),
    );
    expect([...devices.series[0]!.values]).toEqual([300, 300, 300]);
    const weekly = await readMarketFile(
      'keyword-series',
      [
        '周,关键词,搜索量',
        '2024年第9周,云朵灯,5',
        '2024年第10周,云朵灯,6',
        '2024年第12周,云朵灯,8',
      ].join('\n'),
    );
    expect([...weekly.series[0]!.values]).toEqual([5, 6, NaN, 8]);
    expect(isoDate(weekly.series[0]!.days[0]!)).toBe('2024-02-26');
  });

  it('with a column for each term are read', async () => {
    const marked = await readMarketFile(
      'keyword-series',
      ['日期,云朵灯搜索指数,月球灯 搜索指数', ...days(3, 1).map((date) => `${date},300,200`)].join(
        '\n',
      ),
    );
    expect(marked.series.map(({ term }) => term)).toEqual(['云朵灯', '月球灯']);
    const plain = [
      'Week,cloud lamp,moon lamp',
      ...days(9, 7).map((week, i) => `${week},${900 + i},${i}`),
    ];
    const { series } = await readMarketFile('keyword-series', plain.join('\n'));
    expect(series.map(({ term, scale }) => [term, scale])).toEqual([
      ['cloud lamp', 'volume'],
      ['moon lamp', 'volume'],
    ]);
  });

  it('with a column for each month are read', async () => {
    const { series, account } = await readMarketFile(
      'keyword-series',
      [
        'Keyword Stats 2024-05-05 at 10_00_00',
        'Keyword\tAvg. monthly searches\tSearches: Jan 2024\tSearches: Feb 2024\tSearches: Mar 2024',
        'cloud lamp\t2000\t1900\t2100\t',
        'moon lamp\t20\t10\t30\t20',
      ].join('\n'),
    );
    expect(series.map(({ term, step, values }) => [term, step, ...values])).toEqual([
      ['cloud lamp', 'month', 1900, 2100],
      ['moon lamp', 'month', 10, 30, 20],
    ]);
    expect(account).toMatchObject({ rows: 2, read: 2, otherColumns: ['Avg. monthly searches'] });
  });

  it('have no negative values', async () => {
    const rows = ['5', '-5', '1e300', '8'].map((value, i) => `2024-01-0${i + 1},lamp,${value}`);
    const { series, account } = await readMarketFile(
      'keyword-series',
      ['date,keyword,searches', ...rows, '2024-01-05,lamp,9', '2024-01-06,lamp,9'].join('\n'),
    );
    expect([...series[0]!.values]).toEqual([5, NaN, NaN, 8, 9, 9]);
    expect(account.leftOut).toEqual({ 'no-value': 2 });
  });

  it('whose dates have no step are refused', async () => {
    const rows = ['2024-01-01', '2024-01-04', '2024-01-09', '2024-01-22'].map(
      (date) => `${date},lamp,5`,
    );
    expect(await refusal('keyword-series', ['date,keyword,searches', ...rows].join('\n'))).toBe(
      'uneven',
    );
    expect(await refusal('keyword-series', 'date,keyword,searches\n2024-01-01,lamp,5')).toBe(
      'uneven',
    );
    const scattered = [
      '2000-01-01,a,1',
      '2024-01-01,a,1',
      ...days(3, 1).map((date) => `${date},b,2`),
    ];
    const { series, account } = await readMarketFile(
      'keyword-series',
      ['date,keyword,searches', ...scattered].join('\n'),
    );
    expect(series.map(({ term }) => term)).toEqual(['b']);
    expect(account.leftOut).toEqual({ scattered: 2 });
  });

  it('of 50,000 rows are read', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => {
      const week = isoDate(day(2020, 1, 5) + 7 * (i % 250));
      return `${week},term ${Math.floor(i / 250)},${i}`;
    });
    const { series, account } = await readMarketFile(
      'keyword-series',
      ['week,keyword,searches', ...rows].join('\n'),
    );
    expect(series).toHaveLength(200);
    expect(series.every(({ days: own }) => own.length === 250)).toBe(true);
    expect(series[199]!.values.at(-1)).toBe(49_999);
    expect(account).toMatchObject({ rows: 50_000, read: 50_000, leftOut: {} });
  });
});

describe('histories of prices', () => {
  it('are read by product, what buyers pay first', async () => {
    const rows = [
      ...['2024-01-01,B0A,24.99,19.99,1000', '2024-01-05,B0A,-1,18.50,1200'],
      ...['2024-01-09,B0A,-1,-1,-1', '2024-01-05,B0A,-1,18.00,1250', ',B0A,1,1,1'],
      ...['2024-01-01,B0B,0,5,', '2024-01-02,B0B,6,,', '2024-01-03,B0B,7,,'],
    ];
    const { histories, account } = await readMarketFile(
      'price-history',
      ['Date,ASIN,Buy Box,New,Sales Rank', ...rows].join('\n'),
    );
    expect(histories.map(({ id }) => id)).toEqual(['B0A', 'B0B']);
    expect([...histories[0]!.days].map(isoDate)).toEqual([
      '2024-01-01',
      '2024-01-05',
      '2024-01-09',
    ]);
    expect([...histories[0]!.prices]).toEqual([24.99, 18, NaN]);
    expect([...histories[0]!.salesRanks]).toEqual([1000, 1250, NaN]);
    expect([...histories[1]!.prices]).toEqual([5, 6, 7]);
    expect(account).toMatchObject({ rows: 8, read: 7, leftOut: { 'no-date': 1 } });
  });

  it('of one product need no name', async () => {
    const rows = ['1/2/2024 10:00', '1/15/2024 11:00', '1/20/2024 9:30'].map(
      (at) => `${at},"$1,024.50"`,
    );
    const { histories } = await readMarketFile(
      'price-history',
      ['Time,Amazon', ...rows].join('\n'),
    );
    expect(histories).toMatchObject([{ id: '', title: '', currency: '$' }]);
    expect([...histories[0]!.days].map(isoDate)).toEqual([
      '2024-01-02',
      '2024-01-15',
      '2024-01-20',
    ]);
    expect(histories[0]!.prices[0]).toBe(1024.5);
  });
});
