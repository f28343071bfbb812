import { describe, expect, it } from 'vitest';
import { basisCount } from '#core/model/features/action-basis.ts';
import {
  fitHeads,
  headOffsets,
  netHeads,
  netShape,
  outcomeOf,
  periodOf,
  unitsScale,
} from '#core/model/outcomes/heads.ts';
import { logit } from '#core/base/statistics/statistics.ts';
import { encodingOf, funnelRow } from '../../../support/encoded-launches.ts';
import { allRows, launchTable, type LaunchRow } from '../../../support/launch-table.ts';

describe('heads', () => {
  const table = launchTable(Array.from({ length: 30 }, (_, i) => funnelRow(i)));
  const encoding = encodingOf(table);

  it('learn the funnel where most launches have one', () => {
    expect(encoding.heads.outcomes.map(({ name }) => name)).toEqual([
      'impressions',
      'clickRate',
      'conversion',
    ]);
    expect(encoding.heads.unitsPerOrder).toBeCloseTo(1.2, 12);
    expect(unitsScale(encoding.heads).kind).toBe('funnel');
    expect(headOffsets(encoding.heads)[2]).toBeCloseTo(logit(150.5 / 1501), 9);
  });

  it('learn units directly where there is none', () => {
    const plain = launchTable(Array.from({ length: 30 }, (_, i) => ({ units: i })));
    const { heads } = encodingOf(plain);
    expect(heads.outcomes.map(({ name }) => name)).toEqual(['units']);
    expect(unitsScale(heads).kind).toBe('direct');
  });

  it('learn returns and ratings where two dozen launches know them, after what units come of', () => {
    const names = (known: number, units: LaunchRow = {}) =>
      encodingOf(
        launchTable(
          Array.from({ length: 30 }, (_, i) => ({
            ...(units.units === undefined ? funnelRow(i) : units),
            ...(i < known ? { returns: 1, rating: 3 + (i % 3) } : {}),
          })),
        ),
      ).heads;
    expect(
      names(24)
        .outcomes.map(({ name }) => name)
        .slice(3),
    ).toEqual(['returnRate', 'rating']);
    expect(names(23).outcomes).toHaveLength(3);
    const direct = names(24, { units: 9 });
    expect(direct.outcomes.map(({ name }) => name)).toEqual(['units', 'returnRate', 'rating']);
    expect(unitsScale(direct).kind).toBe('direct');
    const signed = netHeads(direct, encoding.basis).map((head) => head.signed?.length);
    expect(signed.slice(0, 3)).toEqual([2, 0, 0]);
  });

  it('learn no returns where nothing ever came back', () => {
    const table = (returns: number) =>
      launchTable(
        Array.from({ length: 30 }, (_, i) => ({ units: 4 + i, returns: i === 3 ? returns : 0 })),
      );
    const namesOf = (returns: number) =>
      encodingOf(table(returns)).heads.outcomes.map(({ name }) => name);
    expect(namesOf(0)).toEqual(['units']);
    expect(namesOf(1)).toEqual(['units', 'returnRate']);
  });

  it('learn the outcomes that were settled before, whatever more rows say', () => {
    const table = launchTable(
      Array.from({ length: 30 }, (_, i) => ({ ...funnelRow(i), returns: 1, rating: 4 })),
    );
    const { basis } = encodingOf(table);
    const decided = ['units', 'rating'] as const;
    const { outcomes } = fitHeads(table, allRows(table), { basis, decided });
    expect(outcomes.map(({ name }) => name)).toEqual(decided);
  });

  it('say what a z means in the outcome’s own unit', () => {
    const [impressions, clickRate] = encoding.heads.outcomes;
    if (impressions?.kind !== 'count') throw new Error('expected a count');
    const z = (Math.log1p(1234) - impressions.mean) / impressions.deviation;
    expect(outcomeOf(impressions, z)).toBeCloseTo(1234, 6);
    expect(outcomeOf(impressions, -1e3)).toBe(0);
    expect(outcomeOf(clickRate!, logit(0.05))).toBeCloseTo(0.05, 12);
    expect(outcomeOf({ kind: 'score', name: 'rating', mean: 4, deviation: 0.5 }, -1)).toBe(3.5);
  });

  it('count the units of an order without the launches where a slip of the pen shows', () => {
    const rows = Array.from({ length: 30 }, (_, i) => funnelRow(i));
    const unitsPerOrder = (odd: LaunchRow) =>
      encodingOf(launchTable(rows.with(4, { ...rows[4]!, ...odd }))).heads.unitsPerOrder;
    expect(unitsPerOrder({ units: 600 })).toBeCloseTo(1.2, 12);
    expect(unitsPerOrder({ orders: 50, units: 6 })).toBeCloseTo(1.2, 12);
    // All orders together, so that a launch that sold much says more.
    expect(unitsPerOrder({ orders: 45, units: 90 })).toBeCloseTo((29 * 6 + 90) / (29 * 5 + 45), 12);
  });

  it('count one unit an order where nothing was sold', () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ ...funnelRow(i), orders: 0, units: 0 }));
    expect(encodingOf(launchTable(rows)).heads.unitsPerOrder).toBe(1);
  });

  it('give habit heads the constant alone and outcome heads the whole basis', () => {
    const heads = netHeads(encoding.heads, encoding.basis);
    const width = basisCount(encoding.basis);
    expect(heads.slice(0, 3).map(({ basis }) => basis)).toEqual([width, width, width]);
    expect(new Set(heads.slice(3).map(({ basis }) => basis))).toEqual(new Set([1]));
    expect(heads.map(({ name }) => name)).toContain('channel:market');
  });

  it('are linear in the inputs, too, only in a network that starts from ridges', () => {
    const sizes = { members: 2, width: 4 };
    expect(netShape(encoding, sizes)).toMatchObject({ ...sizes, hasSkip: false });
    expect(netShape(encoding, { ...sizes, fromRidges: true })).toMatchObject({ hasSkip: true });
  });
});

it('counts thirteen four-week periods a year', () => {
  const periods = Array.from({ length: 366 }, (_, i) => periodOf(19_723 + i)); // 2024
  expect(new Set(periods)).toEqual(new Set(Array.from({ length: 13 }, (_, p) => p)));
});
