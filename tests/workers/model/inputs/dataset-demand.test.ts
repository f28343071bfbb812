import { describe, expect, it } from 'vitest';
import { demandIndex } from '#core/demand/forecast/expected-demand.ts';
import { fitPanel } from '#core/demand/forecast/demand-outlook.ts';
import { knownDemand } from '#core/demand/market/known-demand.ts';
import { sameTimeOfYear } from '#core/demand/series/same-week.ts';
import { occurrences } from '#core/launch/events/event-days.ts';
import type { MarketFile } from '#core/import/market/market.ts';
import { withDemand } from '#workers/model/inputs/dataset-demand.ts';
import { launchTable } from '../../../support/launch-table.ts';

const launchOn = (day: number) => ({ category: 'Mugs', units: 3, day });
const table = launchTable([launchOn(19_000)]);
const older = launchTable([launchOn(19_000), launchOn(19_400)]);
const wave = Float64Array.from({ length: 120 }, (_, week) => 50 + 30 * Math.cos(week / 8.3));
const own = { firstDay: 18_995, weekCount: 120, series: [{ name: 'Mugs', units: wave }] };

it('adds the demand of the shop’s categories to its launches', () => {
  const { demand } = withDemand(table, { own, files: [], choices: {}, nicheChoices: {} }, 'GB');
  expect(demand?.series.map(({ category, logs }) => [category, logs.length])).toEqual([
    ['Mugs', 172],
  ]);
  expect(demand?.series[0]?.logs.every(Number.isFinite)).toBe(true);
});

const file = (valueOn: (day: number) => number, weeks = 120): MarketFile => {
  const days = Int32Array.from({ length: weeks }, (_, i) => 18_995 + 7 * (120 - weeks + i));
  const series = {
    ...{ term: 'mug', place: '', step: 'week', scale: 'index', lastIsPartial: false, download: 1 },
    ...{ days, values: Float32Array.from(days, valueOn) },
  };
  return { kind: 'trends', fileName: 'mug.csv', series: [series] } as unknown as MarketFile;
};
const market = (weeks: number) => file((day) => 60 + 30 * Math.sin(day / 58), weeks);
const none = { own: null, files: [], choices: {}, nicheChoices: {} };
const youngOwn = { ...own, firstDay: 18_995 + 7 * 90, weekCount: 30 };
const young = { ...youngOwn, series: [{ name: 'Mugs', units: wave.slice(0, 30) }] };

describe('a shop in its first year', () => {
  it('borrows the demand of the market, and keeps its own beside it', () => {
    const sources = { own: young, files: [market(120)], choices: {}, nicheChoices: {} };
    const { demand, ownDemand } = withDemand(table, sources, null);
    const alone = withDemand(table, { ...sources, own: null }, null);
    expect(demand).toEqual({ ...alone.demand, isBorrowed: true });
    expect(demand?.series[0]?.logs).toHaveLength(172);
    expect(ownDemand).toEqual(withDemand(table, { ...sources, files: [] }, null).demand);
    expect(alone.ownDemand).toBeUndefined();
  });

  it('follows feasts that move only where the market did', () => {
    const newYears = occurrences('CN').filter(({ event }) => event === 'lunar-new-year');
    const nearNewYear = (day: number) =>
      Math.min(...newYears.map(({ from }) => Math.abs(day - from))) < 10 ? 1 : 0;
    const inFebruary = (day: number) =>
      Math.max(0, Math.cos((2 * Math.PI * (day - 19_030)) / 365.25)) ** 40;
    const demandOf = (peak: (day: number) => number, market: 'CN' | null) =>
      withDemand(table, { ...none, files: [file((day) => 20 + 60 * peak(day))] }, market).demand;
    expect(demandOf(inFebruary, 'CN')).toEqual(demandOf(inFebruary, null));
    expect(demandOf(nearNewYear, 'CN')).not.toEqual(demandOf(nearNewYear, null));
  });

  it('borrows nothing if its own weeks show a year', () => {
    const withOwn = (weekCount: number) => {
      const series = [{ name: 'Mugs', units: wave.slice(0, weekCount) }];
      const shown = { firstDay: 18_995 + 7 * (120 - weekCount), weekCount, series };
      return withDemand(table, { ...none, own: shown, files: [market(120)] }, null);
    };
    expect(withOwn(51).demand?.isBorrowed).toBe(true);
    const { demand, ownDemand } = withOwn(52);
    expect(demand?.isBorrowed).toBeUndefined();
    expect(ownDemand).toBeUndefined();
    const sources = { ...none, own, files: [market(120)] };
    expect(withDemand(table, sources, null).demand).toEqual(
      withDemand(older, sources, null).demand,
    );
  });

  it('borrows nothing without a year of the market', () => {
    const sources = { own: young, files: [market(51)], choices: {}, nicheChoices: {} };
    const { demand, ownDemand } = withDemand(table, sources, null);
    expect(demand?.isBorrowed).toBeUndefined();
    expect(ownDemand).toBeUndefined();
  });
});

it('borrows nothing for a shop that launches for a year', () => {
  const files = [market(120)];
  const beside = withDemand(older, { own: young, files, choices: {}, nicheChoices: {} }, null);
  const known = knownDemand({ own: young, files, categories: older.category })!;
  const basis = { sameWeek: sameTimeOfYear, market: known.market };
  const { fit } = fitPanel(known.panel, basis)!;
  expect(beside).toEqual({ ...older, demand: demandIndex(known.panel, fit) });
});

it('leaves launches as they are where nothing is known', () => {
  expect(withDemand(table, { own: null, files: [], choices: {}, nicheChoices: {} }, null)).toBe(
    table,
  );
  const short = { ...own, weekCount: 5, series: [{ name: 'Mugs', units: wave.slice(0, 5) }] };
  expect(withDemand(table, { own: short, files: [], choices: {}, nicheChoices: {} }, null)).toBe(
    table,
  );
});
