import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { headerCurrency } from '#core/import/schema/header-currency.ts';
import { matchHeaders } from '#core/import/schema/match-headers.ts';
import { matchProductHeaders } from '#core/import/schema/match-product-headers.ts';
import {
  chooseTitle,
  deriveGiftware,
  dropCancelled,
  findLaunches,
  joinWithoutOverlap,
  launchesCsv,
  newProductsCsv,
  readInvoiceLines,
} from '#workers/build/giftware/derive-giftware.ts';

const invoicesFolder = '../shared/data/online-retail';

const header = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';
const invoices = (...rows: string[]) => readInvoiceLines([header, ...rows].join('\n'));

/** A kettle sold from the first day on, so that the invoices start and end on known days. */
const kettle = [
  '100,22001,OLD KETTLE,1,2010-01-01 09:00:00,9.95,1,France',
  '900,22001,OLD KETTLE,1,2010-12-31 09:00:00,9.95,1,France',
];

describe('readInvoiceLines', () => {
  it('reads both years by position and brings product numbers to one case', () => {
    const [line] = invoices('7,22501b,"BOWL, BLUE",3,2010-06-01 10:00:00,1.25,42,France');
    expect(line).toMatchObject({ productId: '22501B', description: 'BOWL, BLUE', quantity: 3 });
    expect(line).toMatchObject({ unitPrice: 1.25, customerId: '42' });
    expect(isoDate(line!.day)).toBe('2010-06-01');
  });
});

describe('joinWithoutOverlap', () => {
  it('keeps of the earlier file what was sold before the later one starts', () => {
    const earlier = invoices(
      '1,22501,BOWL,1,2010-11-30 17:00:00,1,1,France',
      '2,22501,BOWL,1,2010-12-01 09:00:00,1,1,France',
    );
    const later = invoices('2,22501,BOWL,1,2010-12-01 09:00:00,1,1,France');
    expect(joinWithoutOverlap(earlier, later)).toEqual([earlier[0], later[0]]);
  });
});

describe('dropCancelled', () => {
  it('takes back the last earlier sale of the same customer, product and quantity', () => {
    const lines = invoices(
      '1,22501,BOWL,5,2010-06-01 09:00:00,1,1,France',
      '2,22501,BOWL,5,2010-06-02 09:00:00,1,1,France',
      '3,22501,BOWL,5,2010-06-02 09:00:00,1,2,France',
      'C4,22501,BOWL,-5,2010-06-03 09:00:00,1,1,France',
      '5,22501,BOWL,5,2010-06-04 09:00:00,1,1,France',
    );
    expect(dropCancelled(lines).map(({ invoice }) => invoice)).toEqual(['1', '3', '5']);
  });

  it('keeps a sale of which only a part comes back, and those of unnamed customers', () => {
    const lines = invoices(
      '1,22501,BOWL,5,2010-06-01 09:00:00,1,1,France',
      'C2,22501,BOWL,-2,2010-06-02 09:00:00,1,1,France',
      '3,22501,BOWL,4,2010-06-03 09:00:00,1,,France',
      'C4,22501,BOWL,-4,2010-06-04 09:00:00,1,,France',
    );
    expect(dropCancelled(lines).map(({ invoice }) => invoice)).toEqual(['1', '3']);
  });
});

describe('chooseTitle', () => {
  it('takes the commonest description in capitals and tidies its spaces', () => {
    const title = chooseTitle(['damaged', 'damaged', 'RED  MUG ', 'RED MUG', 'MUG RED', '?']);
    expect(title).toBe('RED MUG');
  });

  it('finds no title among notes', () => {
    expect(chooseTitle(['check', '??', 'lost in space'])).toBe('');
  });
});

describe('findLaunches', () => {
  const launchOf = (...rows: string[]) => findLaunches(invoices(...kettle, ...rows)).launches;

  it('counts the first 28 days from the first sale and prices by the first week', () => {
    const launches = launchOf(
      '5,22501,BOWL,1,2010-06-28 23:00:00,2.00,2,France',
      '6,22501,BOWL,100,2010-06-29 00:00:00,2.00,2,France',
      '3,22501,BOWL,2,2010-06-01 10:00:00,3.00,1,France',
      '3,22501,BOWL,1,2010-06-01 10:00:00,4.00,1,France',
      '4,22501,BOWL,1,2010-06-07 10:00:00,5.00,1,France',
    );
    expect(launchesCsv(launches)).toBe(
      'product_id,title,price_gbp,launch_date,orders_4w,units_4w,revenue_4w_gbp\n' +
        '22501,BOWL,4.00,2010-06-01,3,5,17.00\n',
    );
  });

  it.each([
    ['a product sold in the first 120 days', '3,22501,BOWL,1,2010-04-30 10:00:00,3,1,France'],
    ['a launch whose 28 days are not over', '3,22501,BOWL,1,2010-12-04 10:00:00,3,1,France'],
    ['a line of old numbers', '3,84501,BOWL,1,2010-06-01 10:00:00,3,1,France'],
    ['postage', '3,POST,POSTAGE,1,2010-06-01 10:00:00,3,1,France'],
    ['goods written off', '3,22501,BOWL,-1,2010-06-01 10:00:00,3,1,France'],
    ['goods given away', '3,22501,BOWL,1,2010-06-01 10:00:00,0,1,France'],
    ['goods that only a note names', '3,22501,found,1,2010-06-01 10:00:00,3,1,France'],
  ])('leaves out %s', (_, row) => {
    expect(launchOf(row)).toEqual([]);
  });

  it('takes the days at both ends that just count', () => {
    const launches = launchOf(
      '3,22501,BOWL,1,2010-05-01 10:00:00,3,1,France',
      '4,22502,JUG,1,2010-12-03 10:00:00,3,1,France',
    );
    expect(launches.map(({ productId }) => productId)).toEqual(['22501', '22502']);
  });

  it('starts a product whose first sale was taken back with the next one', () => {
    const [launch] = launchOf(
      '3,22501,BOWL,7000,2010-06-01 10:00:00,3,1,France',
      'C4,22501,BOWL,-7000,2010-06-01 10:15:00,3,1,France',
      '5,22501,BOWL,6,2010-06-09 10:00:00,3,2,France',
    );
    expect(launch).toMatchObject({ units: 6, orders: 1 });
    expect(isoDate(launch!.launchDay)).toBe('2010-06-09');
  });
});

describe('the new products', () => {
  const soldOn = (day: string, invoiceCount: number) =>
    Array.from(
      { length: invoiceCount },
      (_, i) => `${300 + i},22502,JUG,1,2010-12-${day} 10:00:00,${i === 0 ? 9 : 3},1,France`,
    );
  const productsOf = (rows: string[]) => findLaunches(invoices(...kettle, ...rows)).newProducts;

  it('are what came so late that its 28 days are not over, without what it sold', () => {
    expect(newProductsCsv(productsOf(soldOn('04', 20)))).toBe(
      'product_id,title,price_gbp\n22502,JUG,3.00\n',
    );
  });

  it.each([
    ['a launch of the history', soldOn('03', 20)],
    ['a product on too few invoices for a usual price', soldOn('04', 19)],
  ])('are never %s', (_, rows) => {
    expect(productsOf(rows)).toEqual([]);
  });
});

describe('the giftware sample', () => {
  const sample = readFileSync('static/samples/giftware.csv', 'utf8');

  it('holds a thousand launches in order of date, each with a title, a price and units', () => {
    const rows = sample
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => /^(\w+),(.+),([\d.]+),([\d-]+),(\d+),(\d+),([\d.]+)$/.exec(row));
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows).not.toContain(null);
    const dates = rows.map((row) => row![4]!);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(rows.map((row) => row![1])).size).toBe(rows.length);
    expect(rows.every((row) => Number(row![6]) >= Number(row![5]))).toBe(true);
  });

  it.skipIf(!existsSync(invoicesFolder))(
    'is derived line for line from the invoices in both languages, where they are at hand',
    { timeout: 60_000, tags: ['whole'] },
    () => {
      const { launches, newProducts } = deriveGiftware(invoicesFolder);
      const shipped = (name: string) => readFileSync(`static/samples/${name}`, 'utf8');
      expect(launchesCsv(launches)).toBe(sample);
      expect(launchesCsv(launches, 'zh')).toBe(shipped('giftware.zh.csv'));
      expect(newProductsCsv(newProducts)).toBe(shipped('giftware-new-products.csv'));
      expect(newProductsCsv(newProducts, 'zh')).toBe(shipped('giftware-new-products.zh.csv'));
    },
  );
});

describe('the giftware sample in Chinese', () => {
  const rowsOf = (name: string) =>
    Papa.parse<string[]>(readFileSync(`static/samples/${name}`, 'utf8'), { skipEmptyLines: true })
      .data;
  const english = rowsOf('giftware.csv');
  const chinese = rowsOf('giftware.zh.csv');
  const newInEnglish = rowsOf('giftware-new-products.csv');
  const newInChinese = rowsOf('giftware-new-products.zh.csv');
  const table = readFileSync('workers/build/giftware/giftware-titles.zh.json', 'utf8');
  const titles = JSON.parse(table) as Record<string, string>;

  it('has the same launches and the same numbers, row for row', () => {
    const numbers = (rows: string[][]) => rows.slice(1).map((row) => row.toSpliced(1, 1));
    expect(numbers(chinese)).toEqual(numbers(english));
    expect(numbers(newInChinese)).toEqual(numbers(newInEnglish));
  });

  it('has ten new products that no launch of the history is of', () => {
    expect(newInEnglish).toHaveLength(1 + 10);
    const launched = new Set(english.map(([id]) => id));
    expect(newInEnglish.slice(1).filter(([id]) => launched.has(id))).toEqual([]);
  });

  it('has one translation for each title, and none for two', () => {
    const entries = table.split('\n').filter((line) => line.includes('": "'));
    expect(entries).toHaveLength(Object.keys(titles).length);
    expect(new Set(Object.values(titles)).size).toBe(entries.length);
    const titlesOf = (...files: string[][][]) =>
      files.flatMap((rows) => rows.slice(1).map((row) => row[1]!));
    const used = titlesOf(english, newInEnglish);
    expect(Object.keys(titles)).toEqual([...new Set(used)].sort());
    expect(titlesOf(chinese, newInChinese)).toEqual(used.map((title) => titles[title]));
  });

  it('leaves nothing in Latin letters but a shop’s name and two signs', () => {
    const left = Object.values(titles).flatMap((title) => title.match(/[A-Za-z.]+/g) ?? []);
    expect([...new Set(left)].sort()).toEqual([
      'DOTCOMGIFTSHOP',
      'DOTCOMGIFTSHOP.COM',
      'LED',
      'WC',
    ]);
  });

  it.each([
    ['RETROSPOT', '复古圆点'],
    ['VINTAGE', '复古'],
    ['T-LIGHT HOLDER', '小蜡烛台'],
    ['JUMBO BAG', '大号购物袋'],
    ['LUNCH BAG', '午餐袋'],
    ['CHRISTMAS', '圣诞'],
    ['SPACEBOY', '太空男孩'],
    ['DOLLY GIRL', '娃娃女孩'],
    ['REGENCY', '摄政风'],
    ['WICKER', '藤编'],
    ['SET OF 3 ', '3 件套'],
    ['HOT WATER BOTTLE', '热水袋'],
  ])('says %s the same way throughout', (phrase, translation) => {
    const having = Object.entries(titles).filter(([title]) => title.includes(phrase));
    expect(having.length).toBeGreaterThan(1);
    expect(having.filter(([, title]) => !title.includes(translation))).toEqual([]);
  });

  it('has headers that are understood like the English ones, each by its own name', () => {
    const placesOf = ([headers, ...rows]: string[][]) =>
      Object.entries(matchHeaders(headers!, rows.slice(0, 200)).fields)
        .map(([field, header]) => `${headers!.indexOf(header)} ${field}`)
        .sort();
    expect(placesOf(chinese)).toHaveLength(chinese[0]!.length);
    expect(placesOf(chinese)).toEqual(placesOf(english));
  });

  it.each([
    ['English', english, newInEnglish],
    ['Chinese', chinese, newInChinese],
  ])('counts in pounds, as its headers say, in %s', (_, history, products) => {
    const mapping = matchHeaders(history[0]!, history.slice(1, 200));
    const money = [mapping.fields.listPrice!, mapping.fields.revenue!];
    expect(money.map(headerCurrency)).toEqual(['GBP', 'GBP']);
    const [headers, ...rows] = products;
    const { fields } = matchProductHeaders(headers!, rows, mapping);
    expect(Object.keys(fields).sort()).toEqual(['listPrice', 'productId', 'title']);
  });
});
