import { describe, expect, it } from 'vitest';
import { mondayOf } from '#core/demand/series/demand-panel.ts';
import { demandSeason } from '#core/ledger/correction/demand-season.ts';
import { fitSalesCurve } from '#core/ledger/correction/sales-curve.ts';
import { weeklyLaunches, type WeeklyLaunch } from '../../../support/weekly-launches.ts';

const launches = (count: number): WeeklyLaunch[] =>
  Array.from({ length: count }, (_, i) => ({
    weeks: Array.from({ length: 12 }, (__, week) => (i * (week + 3)) % 17),
  }));
const fit = (all: readonly WeeklyLaunch[], weeks = 9) =>
  fitSalesCurve({ table: weeklyLaunches(all), forecastLogs: [] }, weeks);

describe('fitSalesCurve', () => {
  it('is the mean and the covariance of log1p of weekly units, a part of it drawn to level and noise', () => {
    const all = launches(40);
    const { mean, covariance } = fit(all, 3)!;
    const logs = all.map(({ weeks }) => weeks.slice(0, 3).map(Math.log1p));
    const meanOf = (pick: (log: readonly number[]) => number) =>
      logs.reduce((sum, log) => sum + pick(log), 0) / logs.length;
    const centre = [0, 1, 2].map((week) => meanOf((log) => log[week]!));
    const shown = (i: number, j: number) =>
      meanOf((log) => (log[i]! - centre[i]!) * (log[j]! - centre[j]!));
    const level = (shown(0, 1) + shown(0, 2) + shown(1, 2)) / 3;
    mean.forEach((log, week) => expect(log).toBeCloseTo(centre[week]!, 10));
    expect(covariance[0]![2]).toBeCloseTo(0.8 * shown(0, 2) + 0.2 * level, 10);
    const noise = (shown(0, 0) + shown(1, 1) + shown(2, 2)) / 3;
    expect(covariance[1]![1]).toBeCloseTo(0.8 * shown(1, 1) + 0.2 * noise, 10);
  });

  it('leaves out launches that do not know those weeks, and those that sold out', () => {
    const known = launches(20);
    const short = { weeks: new Array<number>(8).fill(900) };
    const soldOut = { ...known[3]!, units: 12, firstStock: 12 };
    expect(fit([...known, short, soldOut])!.mean).toEqual(fit(known)!.mean);
    expect(fit([...known.slice(1), short, soldOut])).toBeNull();
  });

  it('takes the season out of the weeks of past launches', () => {
    const firstDay = mondayOf(20_000);
    const units = Float64Array.from({ length: 40 }, (_, week) => 1_000 * 1.1 ** week - 1);
    const season = demandSeason({ firstDay, categories: [{ category: '', units, weeks: [] }] });
    const all = Array.from({ length: 20 }, (_, i) => ({
      day: firstDay + 7 * i,
      weeks: Array.from({ length: 12 }, (__, week) => 50 * 1.1 ** (i + week) - 1),
    }));
    const past = { table: weeklyLaunches(all), forecastLogs: [] };
    const { mean, covariance } = fitSalesCurve({ ...past, season }, 9)!;
    mean.forEach((log) => expect(log).toBeCloseTo(Math.log(50 / 1_000), 8));
    expect(covariance[0]![0]).toBeCloseTo(0, 8);
    expect(fitSalesCurve(past, 9)!.covariance[0]![0]).toBeGreaterThan(0.1);
  });
});
