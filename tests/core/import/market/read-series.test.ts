import { describe, expect, it } from 'vitest';
import { dayFromCalendar, isoDate } from '#core/base/dates.ts';
import type { MarketSeries } from '#core/import/market/market.ts';
import {
  hasTrendsFiles,
  readMarketFile,
  reasonOf,
  recogniseFile,
  trendsFile,
} from '../../../support/market-file.ts';

const seriesOf = async (content: string | File, savedOn: number | null = null) =>
  (await readMarketFile('trends', content, { savedOn })).series;
const ends = ({ days }: MarketSeries): string[] => [days[0]!, days.at(-1)!].map(isoDate);
const total = ({ values }: MarketSeries): number => values.reduce((sum, value) => sum + value, 0);
const valueOn = ({ days, values }: MarketSeries, date: string): number =>
  values[days.findIndex((day) => isoDate(day) === date)]!;
/** Weeks from a Sunday on. */
const weeks = (count: number, from = dayFromCalendar(2024, 1, 7)): string[] =>
  Array.from({ length: count }, (_, i) => isoDate(from + 7 * i));

/**
 * Figures of Python's csv module, for each file:
 * python3 -c "import csv,sys;d=[r for r in csv.reader(open(sys.argv[1],encoding='utf-8',newline='')) if len(r)>1];
 * v=[float(r[1]) for r in d[1:]];print(d[0],len(v),d[1],d[-1],sum(v),d[v.index(max(v))+1])"
 */
const REAL = [
  {
    file: 'multiTimeline_en_week.csv',
    ...{ term: 'yeezy', place: 'United States', step: 'week', count: 205, sum: 4707 },
    ...{ ends: ['2015-05-03', '2019-03-31'], top: '2016-02-14', isPartial: false },
    known: {
      '2015-05-03': 4,
      '2015-07-12': 8,
      '2016-02-07': 65,
      '2017-04-16': 18,
      '2019-03-31': 25,
    },
  },
  {
    file: 'multiTimeline_fr_month.csv',
    ...{ term: 'Corona', place: 'États-Unis', step: 'month', count: 264, sum: 2190 },
    ...{ ends: ['2004-01-01', '2025-12-01'], top: '2020-03-01', isPartial: false },
    known: { '2004-11-01': 4, '2007-05-01': 5, '2015-01-01': 4, '2025-12-01': 8 },
  },
  {
    file: 'multiTimeline_ja_month.csv',
    ...{ term: 'カップケーキ', place: 'すべての国', step: 'month', count: 223, sum: 10_845 },
    ...{ ends: ['2004-01-01', '2022-07-01'], top: '2013-03-01', isPartial: false },
    known: { '2004-11-01': 6, '2007-05-01': 15, '2013-04-01': 88, '2022-07-01': 33 },
  },
  {
    file: 'multiTimeline_pt_week_no-preamble.csv',
    ...{ term: 'Culinária', place: 'Brasil', step: 'week', count: 51, sum: 3602 },
    ...{ ends: ['2019-06-16', '2020-05-31'], top: '2019-08-18', isPartial: false },
    known: { '2019-08-25': 94, '2019-12-08': 59, '2020-03-22': 44, '2020-05-31': 81 },
  },
  {
    file: 'multiTimeline_zh-preamble_fr-header_edited.csv',
    ...{ term: 'toilet paper', place: 'USA', step: 'week', count: 114, sum: 618 },
    ...{ ends: ['2020-02-09', '2022-04-10'], top: '2020-03-15', isPartial: true },
    known: { '2020-04-19': 13, '2020-11-15': 7, '2021-03-14': 2, '2022-04-10': 0 },
  },
] as const;

describe('downloads of Google Trends', () => {
  it.skipIf(!hasTrendsFiles).each(REAL)('$file is read exactly', async (expected) => {
    const { series, account } = await readMarketFile('trends', trendsFile(expected.file));
    expect(series).toHaveLength(1);
    const [only] = series as [MarketSeries];
    expect(only).toMatchObject({ term: expected.term, place: expected.place, scale: 'index' });
    expect([only.step, only.lastIsPartial]).toEqual([expected.step, expected.isPartial]);
    expect([only.days.length, ends(only), total(only)]).toEqual([
      expected.count,
      expected.ends,
      expected.sum,
    ]);
    expect(only.values.some(Number.isNaN)).toBe(false);
    expect(isoDate(only.days[only.values.indexOf(100)]!)).toBe(expected.top);
    for (const [date, value] of Object.entries(expected.known))
      expect(valueOn(only, date), date).toBe(value);
    const { rows, read, leftOut, otherColumns } = account;
    expect({ rows, read, leftOut, otherColumns }).toEqual({
      ...{ rows: expected.count, read: expected.count, leftOut: {}, otherColumns: [] },
    });
  });

  it.skipIf(!hasTrendsFiles)(
    'one day in steps of 8 minutes is refused with its reason',
    async () => {
      const file = trendsFile('multiTimeline_id_3terms_8minutes.csv');
      const recognised = await recogniseFile(file);
      expect(recognised?.kind).toBe('trends');
      const refusal: unknown = await readMarketFile('trends', file).catch(
        (error: unknown) => error,
      );
      expect(refusal).toMatchObject({ name: 'AppError', code: 'no-market-data' });
      expect(reasonOf(refusal)).toBe('under-a-day');
    },
  );

  it('have a term before the last colon, in any language', async () => {
    const above = 'Kategorie: Alle Kategorien\n\n';
    const rows = weeks(4).map((week, i) => `${week};${i};<1`);
    const [one, two] = await seriesOf(
      `${above}Woche;lampe: wolke: (Deutschland);wolken lampe: (Deutschland)\n${rows.join('\n')}`,
    );
    expect([one!.term, one!.place, two!.term]).toEqual([
      'lampe: wolke',
      'Deutschland',
      'wolken lampe',
    ]);
    expect([...one!.values]).toEqual([0, 1, 2, 3]);
    expect([...two!.values]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(one!.download).toBe(two!.download);
  });

  it('with a BOM, CRLF, quotes and German dates are read', async () => {
    const rows = ['06.09.2026', '13.09.2026', '20.09.2026'].map((day) => `"${day}";"<1"`);
    const [only] = await seriesOf(
      `\uFEFF"Kategorie: Alle Kategorien"\r\n\r\n"Woche";"wolkenlampe: (Deutschland)"\r\n${rows.join('\r\n')}\r\n`,
    );
    expect([only!.step, ...ends(only!)]).toEqual(['week', '2026-09-06', '2026-09-20']);
  });

  it('of the newer form are told by their shape alone', async () => {
    const values = [3, 100, 40, 5, 6, 7, 8, 9, 10];
    const days = values.map((_, i) =>
      isoDate(dayFromCalendar(2026, 9, 6) + 7 * i)
        .split('-')
        .map(Number),
    );
    const rows = days.map(([year, month, day], i) => `"${month}/${day}/${year}","${values[i]}"`);
    const [only] = await seriesOf(`"Time","cloud lamp"\n${rows.join('\n')}`);
    expect([only!.term, only!.place, ...ends(only!)]).toEqual([
      ...['cloud lamp', '', '2026-09-06', '2026-11-01'],
    ]);
    expect([...only!.values]).toEqual(values);
    const without = `"Time","cloud lamp"\n${rows.join('\n').replace('"100"', '"99"')}`;
    await expect(readMarketFile('trends', without)).rejects.toThrow('got keyword-series');
    const ofVisits = `"Time","visits"\n${rows.join('\n')}`;
    await expect(readMarketFile('trends', ofVisits)).rejects.toThrow('got no market data');
  });

  it('keep gaps, and weeks that are not on the others’ day are left out', async () => {
    const rows = weeks(8).map((week, i) => `${week},${i === 2 ? '' : 10 * i}`);
    rows.splice(4, 1);
    const { series, account } = await readMarketFile(
      'trends',
      ['Week,lamp: (UK)', ...rows, '2024-01-10,7', rows[0]!, 'total,9'].join('\n'),
    );
    expect([...series[0]!.values]).toEqual([0, 10, NaN, 30, NaN, 50, 60, 70]);
    expect(series[0]!.days).toEqual(
      Int32Array.from([0, 7, 14, 21, 28, 35, 42, 49], (day) => day + 19_729),
    );
    expect(account).toMatchObject({
      ...{ rows: 10, read: 6 },
      leftOut: { 'no-value': 1, 'off-step': 1, repeated: 1, 'no-date': 1 },
    });
  });

  it('mark a last period that was not over', async () => {
    const file = (last: string): string =>
      ['Week,lamp: (UK)', ...weeks(5).map((week, i) => `${week},${i === 4 ? last : 40}`)].join(
        '\n',
      );
    const last = dayFromCalendar(2024, 2, 4);
    const isPartial = async (value: string, savedOn: number | null = null): Promise<boolean> =>
      (await seriesOf(file(value), savedOn))[0]!.lastIsPartial;
    expect(await isPartial('30')).toBe(false);
    expect(await isPartial('0')).toBe(true);
    expect(await isPartial('30', last + 6)).toBe(true);
    expect(await isPartial('30', last + 7)).toBe(false);
    const zeros = file('0').replaceAll(',40', ',0').replace(',0', ',100');
    expect((await seriesOf(zeros))[0]!.lastIsPartial).toBe(false);
    const marked = [
      'date,lamp,isPartial',
      ...weeks(9).map((week, i) => `${week},${i === 3 ? 100 : 7},${i === 8 ? 'True' : 'False'}`),
    ];
    expect(await seriesOf(marked.join('\n'))).toMatchObject([
      { term: 'lamp', lastIsPartial: true },
    ]);
  });

  it('of a month are partial until it is over', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `2024-0${i + 1},50`);
    const file = ['Month,lamp: (UK)', ...rows].join('\n');
    const [open] = await seriesOf(file, dayFromCalendar(2024, 9, 30));
    const [over] = await seriesOf(file, dayFromCalendar(2024, 10, 1));
    expect([open!.step, open!.lastIsPartial, over!.lastIsPartial]).toEqual(['month', true, false]);
  });

  it('in hours become the means of whole days', async () => {
    const hours = Array.from({ length: 24 * 3 + 5 }, (_, i) => {
      const at = 20 + i;
      const day = isoDate(dayFromCalendar(2024, 10, 14) + Math.floor(at / 24));
      return `${day}T${String(at % 24).padStart(2, '0')},${at < 24 ? 0 : Math.floor(at / 24)}`;
    });
    const { series, account } = await readMarketFile(
      'trends',
      ['Category: All categories', '', 'Time,lamp: (UK)', ...hours].join('\n'),
    );
    expect(series[0]).toMatchObject({ step: 'day' });
    expect([...series[0]!.values]).toEqual([1, 2, 3]);
    expect(ends(series[0]!)).toEqual(['2024-10-15', '2024-10-17']);
    expect(account).toMatchObject({ rows: 77, read: 72, leftOut: { 'unfinished-day': 5 } });
  });

  it('of several downloads are never told to be comparable', async () => {
    const file = (value: number): string =>
      ['Week,lamp: (UK)', ...weeks(4).map((week) => `${week},${value}`)].join('\n');
    const [one, again, other] = await Promise.all(
      [file(10), file(10), file(11)].map((each) => seriesOf(each)),
    );
    expect(one![0]!.download).toBe(again![0]!.download);
    const [saved] = await seriesOf(file(10), dayFromCalendar(2024, 1, 29));
    expect([saved!.lastIsPartial, saved!.download]).toEqual([true, one![0]!.download]);
    expect(one![0]!.download).not.toBe(other![0]!.download);
    const pasted = weeks(4).map((week, i) => `${week};x${i};${i};${i};${2 * i}`);
    const { series, account } = await readMarketFile(
      'trends',
      ['Mese;nota;lampada: (Italia);altro;vaso: (Italia)', ...pasted].join('\n'),
    );
    expect(series.map(({ term }) => term)).toEqual(['lampada', 'vaso']);
    expect(series[0]!.download).not.toBe(series[1]!.download);
    expect(account.otherColumns).toEqual(['nota', 'altro']);
  });
});
