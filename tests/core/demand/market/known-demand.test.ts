import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { categoryTerms, knownDemand, termsByMeaning } from '#core/demand/market/known-demand.ts';
import type { MarketFile, MarketSeries } from '#core/import/market/market.ts';

const MONDAY = dayFromCalendar(2026, 1, 5);

function fileOf(term: string, firstDay: number, values: readonly number[]): MarketFile {
  const series: MarketSeries = {
    ...{ term, place: '', step: 'week', scale: 'index', lastIsPartial: false, download: 1 },
    days: Int32Array.from(values, (_, i) => firstDay + 7 * i),
    values: Float32Array.from(values),
  };
  return { kind: 'trends', fileName: `${term}.csv`, series: [series] } as unknown as MarketFile;
}

const own = {
  ...{ firstDay: MONDAY, weekCount: 3 },
  series: [
    { name: 'Mugs', units: Float64Array.of(5, 6, 7) },
    { name: 'Bags', units: Float64Array.of(NaN, 1, 2) },
  ],
};

describe('knownDemand', () => {
  it('puts the market on the weeks of the shop, from where it begins to where the shop ends', () => {
    const files = [fileOf('mug', MONDAY - 14, [10, 20, 30, 40, 50, 60, 70])];
    const known = knownDemand({ own, files, categories: [] })!;
    expect(known.panel).toMatchObject({ firstDay: MONDAY - 14, weekCount: 5 });
    expect(known.panel.series.map(({ units }) => [...units])).toEqual([
      [NaN, NaN, 5, 6, 7],
      [NaN, NaN, NaN, 1, 2],
    ]);
    expect(Array.from(known.market[0]!, (log) => Math.round(Math.expm1(log)))).toEqual([
      10, 20, 30, 40, 50,
    ]);
    expect(known.market[1]).toBeNull();
    expect(known.isOwn).toBe(true);
  });

  it('is the market alone for a shop without own weeks', () => {
    const files = [fileOf('mug', MONDAY, [10, 20]), fileOf('rug', MONDAY - 7, [5, 6, 7, 8])];
    const known = knownDemand({
      own: null,
      files,
      categories: ['Rugs', 'Mugs', 'Mugs', '', 'Bags'],
    })!;
    expect(known.isOwn).toBe(false);
    expect(known.panel).toMatchObject({ firstDay: MONDAY - 7, weekCount: 4 });
    const rounded = known.panel.series.map(({ name, units }) => [
      name,
      Array.from(units, Math.round),
    ]);
    expect(rounded).toEqual([
      ['Rugs', [5, 6, 7, 8]],
      ['Mugs', [NaN, 10, 20, NaN]],
    ]);
  });

  it('takes the newer of two downloads of a term', () => {
    const files = [fileOf('mug', MONDAY, [1, 2, 3]), fileOf('mug', MONDAY - 70, [9, 9])];
    expect(knownDemand({ own, files, categories: [] })!.joined[0]!.values[0]).toBe(1);
  });

  it('is null where nothing is known', () => {
    expect(knownDemand({ own: null, files: [], categories: ['Mugs'] })).toBeNull();
    expect(
      knownDemand({ own: null, files: [fileOf('sofa', MONDAY, [1])], categories: ['Mugs'] }),
    ).toBeNull();
  });
});

describe('what was found by meaning', () => {
  const files = [fileOf('mug', MONDAY, [10, 20]), fileOf('holdall', MONDAY, [5, 6])];
  const meaning = { terms: { Bags: 'holdall', Mugs: 'holdall', Gone: 'gone' }, niches: {} };

  it('stands for a category, and says so', () => {
    const sources = { own, files, categories: [], meaning };
    expect(categoryTerms(sources)).toEqual([
      { category: 'Mugs', term: 'mug', isByMeaning: false },
      { category: 'Bags', term: 'holdall', isByMeaning: true },
    ]);
    expect(knownDemand(sources)!.joined[1]!.term).toBe('holdall');
    expect(categoryTerms({ ...sources, choices: { Bags: 'holdall' } })[1]!.isByMeaning).toBe(false);
    expect(termsByMeaning(sources)).toEqual({ Bags: 'holdall' });
    expect(termsByMeaning({ ...sources, choices: { Bags: '' } })).toEqual({});
    expect(termsByMeaning({ files })).toEqual({});
  });
});
