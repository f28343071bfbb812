import { describe, expect, it } from 'vitest';
import type { NetShape } from '#core/model/net/net.ts';
import {
  log1pOfExp,
  unitsFromHeads,
  unitsFromOutcomes,
  type UnitsScale,
} from '#core/model/outcomes/units-scale.ts';

const shape: NetShape = {
  inputs: 1,
  members: 2,
  width: 1,
  hasSkip: true,
  heads: ['impressions', 'clickRate', 'conversion'].map((name) => ({ name, basis: 1 })),
};
const funnel: UnitsScale = {
  kind: 'funnel',
  impressionsMean: Math.log(1000),
  impressionsDeviation: 2,
  clickOffset: -3,
  orderOffset: -2,
  unitsPerOrder: 1.5,
  headIndexes: { impressions: 0, clickRate: 1, conversion: 2 },
};

describe('the funnel', () => {
  it('multiplies impressions, rates and units per order', () => {
    const z = Float32Array.from([0, 0, Math.log(3), 0, 0, Math.log(3)]); // rates 0.5 and 0.75
    const [units] = unitsFromHeads(z, { shape, rowCount: 1, units: funnel });
    expect(Math.expm1(units!)).toBeCloseTo(1000 * 0.5 * 0.75 * 1.5, 1);
  });

  it('averages the members as logarithms', () => {
    const z = Float32Array.from([0, 50, 50, 1, 50, 50]); // rates of one; 1000 and 1000·e² impressions
    const [units] = unitsFromHeads(z, { shape, rowCount: 1, units: funnel });
    expect(Math.expm1(units!)).toBeCloseTo(1500 * Math.E, 0);
  });

  it('keeps rates without hope finite', () => {
    const z = Float32Array.from([0, -200, -200, 0, -200, -200]);
    expect(unitsFromHeads(z, { shape, rowCount: 1, units: funnel })[0]).toBe(0);
  });
});

it('reads the direct head of each row and averages its members', () => {
  const units: UnitsScale = { kind: 'direct', mean: 2, deviation: 0.5, headIndex: 1 };
  const z = Float32Array.from([9, 1, 9, 9, 2, 9, 9, 3, 9, 9, 4, 9]); // [2 members, 2 rows, 3 heads]
  const result = unitsFromHeads(z, { shape, rowCount: 2, units });
  expect(Array.from(result)).toEqual([2 + 0.5 * 2, 2 + 0.5 * 3]);
});

describe('one z for each outcome', () => {
  it('is read as the heads of a single member are', () => {
    const outcomes = [Float64Array.of(0, 1), [0, -2], Float32Array.of(Math.log(3), 0)];
    const z = Float32Array.from([0, 0, Math.log(3), 1, -2, 0]);
    const single = { ...shape, members: 1 };
    expect(unitsFromOutcomes(outcomes, funnel)).toEqual(
      unitsFromHeads(z, { shape: single, rowCount: 2, units: funnel }),
    );
  });

  it('is on the scale of log1p(units) where units are learnt directly', () => {
    const direct: UnitsScale = { kind: 'direct', mean: 2, deviation: 0.5, headIndex: 0 };
    expect([...unitsFromOutcomes([[1, -2, 0]], direct)]).toEqual([2.5, 1, 2]);
    expect(unitsFromOutcomes([[]], direct)).toHaveLength(0);
  });
});

it('gives log1p(units) from log(units) without overflow', () => {
  expect(log1pOfExp(0)).toBeCloseTo(Math.log(2), 12);
  expect(log1pOfExp(800)).toBe(800);
  expect(log1pOfExp(-40)).toBeCloseTo(Math.exp(-40), 30);
});
