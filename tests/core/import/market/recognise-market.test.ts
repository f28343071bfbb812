import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { AppError } from '#core/base/errors.ts';
import { readMarket } from '#core/import/market/read-market.ts';
import { marketHeaders, recogniseMarket } from '#core/import/market/recognise-market.ts';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import { recogniseReviews } from '#core/import/reviews/recognise-reviews.ts';
import {
  hasTrendsFiles,
  MARKET_HEADERS,
  recogniseFile,
  trendsFile,
} from '../../../support/market-file.ts';
import { textRows } from '../../../support/text-rows.ts';

const root = join(import.meta.dirname, '../../../..');
const shared = join(root, '../shared/data');
const fixtures = join(root, 'tests/fixtures');
const recordsOf = (csv: string): string[][] => Papa.parse<string[]>(csv).data;
const kindOf = (csv: string) => recogniseMarket(recordsOf(csv))?.kind ?? null;
const weeks = Array.from({ length: 30 }, (_, i) => isoDate(19_723 + 7 * i));

/** Texts of all tables below a folder, in whichever encoding: headers in ASCII stay. */
function tablesBelow(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name): [string, string][] => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return tablesBelow(path);
    return /\.(?:csv|tsv|txt)$/.test(name)
      ? [[path, readFileSync(path, 'utf8').slice(0, 200_000)]]
      : [];
  });
}

describe('recogniseMarket', () => {
  it.each(Object.entries(MARKET_HEADERS))('%s', (_, { kind, above, header }) => {
    const lines = above.length > 0 ? recordsOf(above.join('\n')) : [];
    const found = recogniseMarket([...lines, header, header.map(() => '1')]);
    expect(found?.kind).toBe(kind);
    expect(found!.headerRow).toBe(above.length + 1);
    const read = marketHeaders(found!);
    expect(new Set(read).size).toBe(read.length);
    expect([...read, ...found!.otherColumns].toSorted()).toEqual(
      header.map((name) => name.replace(/\s+/g, ' ')).toSorted(),
    );
  });

  it.each(Object.entries(MARKET_HEADERS))('%s is taken by no other reader', (_, { header }) => {
    const rows = weeks.map((week) => header.map((name) => (/date/i.test(name) ? week : '1')));
    expect(recogniseTable(header, rows)).toBeNull();
    expect(recogniseReviews(header, rows)).toBeNull();
  });

  it.skipIf(!hasTrendsFiles)('takes real downloads, which no other reader takes', async () => {
    const folder = join(shared, 'market-files/google-trends');
    for (const name of readdirSync(folder)) {
      expect((await recogniseFile(trendsFile(name)))?.kind, name).toBe('trends');
      const [headers, ...rows] = recordsOf(readFileSync(join(folder, name), 'utf8')).filter(
        (record) => record.length > 1,
      );
      expect(recogniseTable(headers!, rows), name).toBeNull();
      expect(recogniseReviews(headers!, rows), name).toBeNull();
    }
  });

  it('alone takes tables of searches and of prices', () => {
    const tables: Readonly<Record<string, (week: string, i: number) => string[]>> = {
      'week,keyword,search volume': (week, i) => [week, 'lamp', String(i)],
      '日期,关键词,搜索指数': (week, i) => [week, '云朵灯', String(i)],
      'Week,cloud lamp,moon lamp': (week, i) => [week, String(900 + i), '5'],
      'date,asin,title,buy box,new': (week, i) => [week, 'B0A', 'Lamp', '9.5', String(i)],
      'date,product,price': (week) => [week, 'Lamp', '9.5'],
    };
    for (const [names, rowAt] of Object.entries(tables)) {
      const headers = names.split(',');
      const rows = weeks.map(rowAt);
      expect(recogniseMarket([headers, ...rows]), names).not.toBeNull();
      expect(recogniseTable(headers, rows), names).toBeNull();
      expect(recogniseReviews(headers, rows), names).toBeNull();
    }
  });

  it('leaves exports, reviews and launches alone', () => {
    const files = [join(root, 'static/samples'), fixtures].flatMap(tablesBelow);
    expect(files.length).toBeGreaterThan(40);
    for (const [path, csv] of files) expect(kindOf(csv), path).toBeNull();
    for (const name of ['exports', 'reviews']) {
      const headers = JSON.parse(
        readFileSync(join(fixtures, name, 'headers.json'), 'utf8'),
      ) as Record<string, string[]>;
      for (const [platform, header] of Object.entries(headers))
        expect(recogniseMarket([header, header.map(() => '2024-01-07')]), platform).toBeNull();
    }
  });

  it.skipIf(!existsSync(shared))('leaves real exports alone', () => {
    const folders = ['real-exports', 'export-formats', 'hostile-csv'];
    const files = folders.flatMap((name) => tablesBelow(join(shared, name)));
    expect(files.length).toBeGreaterThan(100);
    for (const [path, csv] of files) expect(kindOf(csv), path).toBeNull();
    const formats = JSON.parse(
      readFileSync(join(shared, 'export-formats/headers.json'), 'utf8'),
    ) as { header?: string[] }[];
    for (const { header } of formats)
      if (Array.isArray(header))
        expect(recogniseMarket([header, header.map(() => '1')]), header.join()).toBeNull();
  });

  it('leaves a shop’s own figures alone', () => {
    const rows = (cells: (i: number) => string) => weeks.map((week, i) => `${week},${cells(i)}`);
    const table = (header: string, cells: (i: number) => string) =>
      [header, ...rows(cells)].join('\n');
    const falling = (i: number) => String(100 - i);
    for (const name of [
      'units',
      'orders',
      'sessions',
      '访客数',
      '销量',
      'Umsatz',
      'net sales',
      'price',
    ])
      expect(kindOf(table(`date,${name}`, falling)), name).toBeNull();
    expect(kindOf(table('week,sku,units', (i) => `A${i % 3},${i}`))).toBeNull();
    expect(kindOf(table('date,title,price', (i) => `Lamp ${i},20`))).toBeNull();
    expect(kindOf(table('date,GMV', falling))).toBeNull();
    expect(kindOf(table('launch date,title,price', (i) => `Lamp ${i},20`))).toBeNull();
    expect(kindOf(table('date,sku,price,quantity', (i) => `A${i % 3},20,1`))).toBeNull();
    expect(kindOf(table('date,campaign,keyword,impressions', (i) => `C,lamp,${i}`))).toBeNull();
    expect(kindOf('date,cloud lamp\n2024-01-07,100\n2024-01-14,3')).toBeNull();
  });
});

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    '<1',
    '100',
    '-1',
    '1e999',
    '1e300',
    'NaN',
    '12.5%',
    '2024-01',
    '∞',
    '=1+1',
    '"',
    '\u0000',
  ),
  fc.constantFrom('2024-01-07', '2024-01-14', '1900-01-01', '9999-99-99', '2024-01-07T03', '0x10'),
  fc.integer().map(String),
);
const header = fc.oneof(
  fc.constantFrom(...new Set(Object.values(MARKET_HEADERS).flatMap((each) => each.header))),
  fc.constantFrom('week', 'keyword', 'search volume', '日期', '搜索指数', 'lamp: (UK)', 'Buy Box'),
  fc.constantFrom('date', 'asin', 'Searches: Jan 2024', 'Searches: Feb 2024', 'isPartial', ': ()'),
  cell,
);
const table = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
    fc.oneof(
      fc.constantFrom(...Object.values(MARKET_HEADERS).map((each) => [...each.header])),
      fc.array(header, { maxLength: 8 }),
    ),
    fc.array(fc.array(cell, { maxLength: 24 }), { maxLength: 12 }),
  )
  .map(([above, names, rows]) => [...above, names, ...rows]);

describe('any table', () => {
  it('is read, refused with AppError, or not recognised', () => {
    let read = 0;
    fc.assert(
      fc.property(
        table,
        fc.option(fc.integer({ min: -40_000, max: 60_000 })),
        (records, savedOn) => {
          const found = recogniseMarket(records);
          if (!found) return;
          const { headers } = { headers: [...marketHeaders(found), ...found.otherColumns] };
          const places = headers.map((name) => records[found.headerRow - 1]!.indexOf(name));
          const rows = records
            .slice(found.headerRow)
            .map((row) => places.map((place) => row[place] ?? ''));
          try {
            const file = readMarket(textRows(headers, rows), found, {
              ...{ fileName: 'any.csv', dateOrder: null, savedOn },
            });
            read += 1;
            const { account } = file;
            const left = Object.values(account.leftOut).reduce((sum, count) => sum + count, 0);
            expect(account.read + left).toBe(account.rows);
            if ('series' in file)
              for (const { days, values } of file.series) {
                expect(days.length).toBe(values.length);
                expect(days.every((day, i) => i === 0 || day > days[i - 1]!)).toBe(true);
                expect(
                  values.every((value) => Number.isNaN(value) || (value >= 0 && value < Infinity)),
                ).toBe(true);
              }
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            expect(error.code).toBe('no-market-data');
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
