import { describe, expect, it } from 'vitest';
import type { OutcomeHead } from '#core/model/outcomes/heads.ts';
import { regressionTargets, rowsAt } from '#core/model/outcomes/regression-targets.ts';
import { seededRandom } from '#core/base/random.ts';
import { logit, sigmoid, sum } from '#core/base/statistics/statistics.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

const table = launchTable([
  { impressions: 1000, clicks: 50, orders: 5, units: 6 },
  { clicks: 9, orders: 3, units: 3 },
  { impressions: 2000, clicks: 20, orders: 0, units: 0 },
]);
const IMPRESSIONS = { kind: 'count', name: 'impressions', mean: 7, deviation: 0.5 } as const;
const CONVERSION = { kind: 'rate', name: 'conversion', offset: -2 } as const;
const lessons = (head: OutcomeHead, rows = allRows(table)) => regressionTargets(table, rows, head);

describe('lessons', () => {
  it('teach a count on the scale of the net, and leave out what is not known', () => {
    const { places, target, weight } = lessons(IMPRESSIONS);
    expect([...places]).toEqual([0, 2]);
    expect(target[0]).toBeCloseTo((Math.log(1001) - 7) / 0.5, 6);
    expect(target[1]).toBeCloseTo((Math.log(2001) - 7) / 0.5, 6);
    expect([...weight]).toEqual([1, 1]);
  });

  it('teach a rate by its logit, the more tries succeeded the more', () => {
    const { target, weight } = lessons(CONVERSION);
    const logits = [
      [5, 50],
      [3, 9],
      [0, 20],
    ].map(([hits, tries]) => Math.log((hits! + 0.5) / (tries! - hits! + 0.5)));
    target.forEach((value, i) => expect(value).toBeCloseTo(logits[i]!, 10));
    expect(weight[0]).toBeGreaterThan(weight[1]!);
    expect(weight[1]).toBeGreaterThan(weight[2]!);
    expect(weight[2]).toBeGreaterThan(0);
  });

  it('teach rare returns of small launches near their true share', () => {
    const random = seededRandom(4);
    const rows = Array.from({ length: 4000 }, () => ({
      units: 20,
      returns: Array.from({ length: 20 }, () => Number(random() < 0.01)).reduce((a, b) => a + b),
    }));
    const sold = launchTable(rows);
    const offset = logit(0.01);
    const { target, weight } = regressionTargets(sold, allRows(sold), {
      ...{ kind: 'rate', name: 'returnRate', offset },
    });
    const middle = sum(target.map((z, i) => z * weight[i]!)) / sum(weight);
    expect(sigmoid(middle)).toBeGreaterThan(0.007);
    expect(sigmoid(middle)).toBeLessThan(0.02); // half a unit a launch would teach 0.056
  });

  it('say where each launch stands among those asked about', () => {
    const { places, target } = lessons(IMPRESSIONS, Uint32Array.of(1, 2, 1, 0));
    expect([...places]).toEqual([1, 3]);
    expect(target[0]).toBeCloseTo((Math.log(2001) - 7) / 0.5, 6);
  });

  it('are none where nothing is known', () => {
    const { places, target, weight } = lessons(IMPRESSIONS, Uint32Array.of(1));
    expect([places.length, target.length, weight.length]).toEqual([0, 0, 0]);
  });
});

it('picks rows of a matrix in the order of their places', () => {
  const matrix = Float32Array.of(1, 2, 3, 4, 5, 6);
  expect([...rowsAt(matrix, 2, Uint32Array.of(2, 0))]).toEqual([5, 6, 1, 2]);
  expect(rowsAt(matrix, 2, new Uint32Array())).toHaveLength(0);
});
