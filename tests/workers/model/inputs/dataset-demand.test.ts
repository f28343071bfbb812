import { expect, it } from 'vitest';
import { withDemand } from '#workers/model/inputs/dataset-demand.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable([{ category: 'Mugs', units: 3 }]);
const wave = Float64Array.from({ length: 120 }, (_, week) => 50 + 30 * Math.cos(week / 8.3));
const own = { firstDay: 18_995, weekCount: 120, series: [{ name: 'Mugs', units: wave }] };

it('adds the demand of the shop’s categories to its launches', () => {
  const { demand } = withDemand(table, { own, files: [], choices: {}, nicheChoices: {} }, 'GB');
  expect(demand?.series.map(({ category, logs }) => [category, logs.length])).toEqual([
    ['Mugs', 172],
  ]);
  expect(demand?.series[0]?.logs.every(Number.isFinite)).toBe(true);
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
