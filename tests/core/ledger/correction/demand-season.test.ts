import { describe, expect, it } from 'vitest';
import { mondayOf } from '#core/demand/series/demand-panel.ts';
import { demandSeason, seasonOfLaunch } from '#core/ledger/correction/demand-season.ts';

const firstDay = mondayOf(20_000);
const weeksOf = (units: readonly number[]) => units.map((each) => ({ units: each }));
const mugs = {
  category: 'Mug',
  units: Float64Array.of(99, 199, 99, 99),
  weeks: weeksOf([399, 399]),
};
const rare = { category: 'Rare', units: Float64Array.of(1, 1, 1, 1), weeks: weeksOf([1, 1]) };
const season = demandSeason({ firstDay, categories: [mugs, rare] })!;
const of = (launchDay: number, category: string, weeks = 2) =>
  seasonOfLaunch(season, { launchDay, category }, weeks);

describe('demandSeason', () => {
  it('follows the weeks of the category, those that are over and those that are foreseen', () => {
    expect(of(firstDay + 7, 'Mug', 4).map((log) => Math.round(Math.exp(log)))).toEqual([
      ...[200, 100, 100, 400],
    ]);
  });

  it('takes the shop’s where a category sells too little to tell, or is not known', () => {
    expect(of(firstDay, 'Rare')).toEqual(of(firstDay, 'Hat'));
    expect(of(firstDay, 'Rare')[1]).toBeCloseTo(Math.log(201), 10);
  });

  it('mixes two weeks where a launch’s week begins between Mondays, and stays at the ends', () => {
    const [log] = of(firstDay + 2, 'Mug', 1);
    expect(log).toBeCloseTo((5 * Math.log(100) + 2 * Math.log(200)) / 7, 10);
    expect(of(firstDay + 700, 'Mug', 1)[0]).toBeCloseTo(Math.log(400), 10);
    expect(of(firstDay - 700, 'Mug', 1)[0]).toBeCloseTo(Math.log(100), 10);
  });

  it('fills weeks in which the shop was closed or that are not known from those around them', () => {
    const units = Float64Array.of(NaN, 99, 99, 0, 399, 99, 99);
    const filled = demandSeason({ firstDay, categories: [{ ...mugs, units, weeks: [] }] })!;
    expect(Math.exp(filled.shop[3]!)).toBeCloseTo(200, 6);
    expect(Math.exp(filled.shop[0]!)).toBeCloseTo(100, 6);
  });

  it('is the shop’s for a category of which no week is known', () => {
    const unknown = { category: 'Hat', units: Float64Array.of(NaN, NaN), weeks: [] };
    const known = { ...mugs, units: Float64Array.of(99, 99), weeks: [] };
    const found = demandSeason({ firstDay, categories: [known, unknown] });
    const logs = seasonOfLaunch(found, { launchDay: firstDay, category: 'Hat' }, 1);
    expect(logs[0]).toBeCloseTo(Math.log(100), 10);
  });

  it('is none where no week is known', () => {
    expect(demandSeason({ firstDay, categories: [] })).toBeNull();
    const unknown = { ...mugs, units: Float64Array.of(NaN), weeks: [] };
    expect(demandSeason({ firstDay, categories: [unknown] })).toBeNull();
    expect(seasonOfLaunch(null, { launchDay: firstDay, category: 'Mug' }, 3)).toEqual([0, 0, 0]);
  });
});
