import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  believingActions,
  calibratedLog,
  calibrationShares,
  changedShares,
  isWhole,
  UNCALIBRATED,
  type UnseenLogs,
} from '#core/model/blend/calibration.ts';
import { seededRandom } from '#core/base/random.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';

/** Launches of which the model says so much, of which these shares are true. */
function judgedBy(
  count: number,
  {
    product,
    action,
    noise,
    seed = 1,
  }: { product: number; action: number; noise: number; seed?: number },
): UnseenLogs {
  const random = seededRandom(seed);
  const draws = (deviation: number) =>
    Float64Array.from({ length: count }, () => deviation * drawNormal(random));
  const [ofProduct, ofAction, luck, published] = [draws(0.5), draws(0.5), draws(noise), draws(0.2)];
  const usual = ofProduct.map((log) => 4 + log);
  const predicted = usual.map((log, i) => log + ofAction[i]! + published[i]!);
  return {
    ...{ usual, predicted, published },
    middle: new Float64Array(count).fill(4),
    actual: usual.map(
      (_, i) => 5 + product * ofProduct[i]! + action * ofAction[i]! + published[i]! + luck[i]!,
    ),
    soldOut: new Array<boolean>(count).fill(false),
  };
}

describe('a market that has changed', () => {
  const believed = { productShare: 1, actionShare: 1 };
  const changesOf = (count: number, action: number) =>
    Array.from({ length: 200 }, (_, seed) =>
      changedShares(judgedBy(count, { product: 1, action, noise: 0.7, seed }), believed),
    ).filter((shares) => shares !== null);

  it('shows where the newest launches answer to actions the other way round', () => {
    const changes = changesOf(80, -0.5);
    expect(changes.length).toBeGreaterThan(190);
    expect(Math.max(...changes.map(({ actionShare }) => actionShare))).toBeLessThan(0.2);
  });

  it('is not seen in launches like earlier ones, nor in a few', () => {
    expect(changesOf(80, 1).length).toBeLessThan(3);
    expect(changesOf(40, 0.9).length).toBeLessThan(6);
    expect(changesOf(19, -1)).toHaveLength(0);
  });

  it('shows the slope of actions, and leaves products as they were', () => {
    const judged = judgedBy(4000, { product: 0.7, action: 0.3, noise: 0.5 });
    const { productShare, actionShare } = changedShares(judged, believed)!;
    expect(productShare).toBe(1);
    expect(actionShare).toBeCloseTo(0.3, 1);
  });

  it('shows where only the last third contradicts, and hardly anything is left to chance', () => {
    const before = judgedBy(60, { product: 1, action: 1, noise: 0.1, seed: 2 });
    const after = judgedBy(40, { product: 1, action: -1, noise: 0.1, seed: 3 });
    const joined = Object.fromEntries(
      Object.keys(before).map((name) => {
        const values = (part: UnseenLogs): ArrayLike<number | boolean> =>
          part[name as keyof UnseenLogs];
        return [name, [...Array.from(values(before)), ...Array.from(values(after))]];
      }),
    ) as unknown as UnseenLogs;
    expect(changedShares(joined, believed)!.actionShare).toBeLessThan(0.5);
  });

  it('shows where all products are expected to sell alike', () => {
    const judged = judgedBy(80, { product: 0, action: -1, noise: 0.2 });
    const alike = { ...judged, usual: new Float64Array(80).fill(4) };
    const predicted = Float64Array.from(judged.predicted, (log, i) => log - judged.usual[i]! + 4);
    expect(changedShares({ ...alike, predicted }, believed)!.actionShare).toBe(0);
  });
});

describe('the shares to be believed', () => {
  it('are the slopes where many launches judge, whatever the level', () => {
    const { productShare, actionShare } = calibrationShares(
      [judgedBy(4000, { product: 0.7, action: 0.4, noise: 0.5 })],
      4000,
    );
    expect(productShare).toBeCloseTo(0.7, 1);
    expect(actionShare).toBeCloseTo(0.4, 1);
  });

  it('are ridge regression around what is usual of so many launches', () => {
    const judged = judgedBy(30, { product: 0.5, action: 0.2, noise: 0.8 });
    const { productShare, actionShare } = calibrationShares([judged], 70);
    // By brute force: the least of the penalised squares on a fine grid.
    const prior = { product: 70 ** 2 / (70 ** 2 + 35 ** 2), action: 0.5 };
    const centre = (list: number[]) =>
      list.map((value) => value - list.reduce((all, each) => all + each / list.length, 0));
    const p = centre(Array.from(judged.usual, (log, i) => log - judged.middle[i]!));
    const a = centre(
      Array.from(judged.predicted, (log, i) => log - judged.usual[i]! - judged.published[i]!),
    );
    const y = centre(Array.from(judged.actual, (log, i) => log - judged.published[i]!));
    const squares = (s: number, t: number) =>
      y.reduce((all, value, i) => all + (value - s * p[i]! - t * a[i]!) ** 2, 0);
    const noise = squares(prior.product, prior.action) / 30;
    const cost = (s: number, t: number) =>
      squares(s, t) + (noise / 0.04) * ((s - prior.product) ** 2 + (t - prior.action) ** 2);
    const least = cost(productShare, actionShare);
    for (let s = 0; s <= 1; s += 0.02)
      for (let t = 0; t <= 1; t += 0.02) expect(cost(s, t)).toBeGreaterThanOrEqual(least - 1e-9);
  });

  it('are what is usual where nothing judges, and lie between nothing and all', () => {
    expect(calibrationShares([], 70).actionShare).toBeCloseTo(0.5, 12);
    expect(calibrationShares([], 35).productShare).toBeCloseTo(0.5, 12);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }),
        (count, product, action, seed) => {
          const judged = judgedBy(count, { product, action, noise: 0.5, seed });
          const shares = Object.values(calibrationShares([judged], count));
          for (const share of shares) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('heed neither launches that sold out nor slips of the pen', () => {
    const judged = judgedBy(60, { product: 0.6, action: 0.3, noise: 0.3 });
    const wild = Array.from(judged.actual, (log, i) => (i % 20 === 0 ? log + 40 : log));
    const soldOut = wild.map((_, i) => i % 20 === 0);
    const without = (list: ArrayLike<number>) => Array.from(list).filter((_, i) => i % 20 !== 0);
    const kept: UnseenLogs = {
      actual: without(judged.actual),
      predicted: without(judged.predicted),
      usual: without(judged.usual),
      published: without(judged.published),
      middle: without(judged.middle),
      soldOut: new Array<boolean>(57).fill(false),
    };
    const wanted = calibrationShares([kept], 60);
    expect(calibrationShares([{ ...judged, actual: wild, soldOut }], 60)).toEqual(wanted);
    const slipped = calibrationShares([{ ...judged, actual: wild }], 60);
    expect(slipped.actionShare).toBeCloseTo(wanted.actionShare, 0);
  });
});

describe('a calibrated prediction', () => {
  it('is the model where all of it is believed, and the middle with what is published where nothing is', () => {
    const beside = { usual: 3.5, published: -0.2 };
    expect(calibratedLog(UNCALIBRATED, 4.25, beside)).toBe(4.25);
    expect(isWhole(UNCALIBRATED)).toBe(true);
    const nothing = { middle: 3, productShare: 0, actionShare: 0 };
    expect(calibratedLog(nothing, 4.25, beside)).toBeCloseTo(2.8, 12);
    const half = { middle: 3, productShare: 0.5, actionShare: 0.5 };
    expect(calibratedLog(half, 4.25, beside)).toBeCloseTo(3 + 0.25 + 0.375 - 0.1, 12);
  });
});

describe('believingActions', () => {
  it('moves an action’s forecast to the usual one by the share, and to what is published', () => {
    const model = { calibration: { ...UNCALIBRATED, productShare: 0.5, actionShare: 0.8 } };
    const { calibration } = believingActions(model, 0.5);
    expect(calibration).toEqual({ ...model.calibration, actionShare: 0.4 });
    const beside = { usual: 3.5, published: 0 };
    const gain = (log: number, by = model.calibration) =>
      calibratedLog(by, log, beside) - calibratedLog(by, beside.usual, beside);
    expect(gain(4.25, calibration)).toBeCloseTo(gain(4.25) / 2, 12);
  });

  it('leaves a model as it is where all is believed', () => {
    const model = { calibration: UNCALIBRATED };
    expect([believingActions(model), believingActions(model, 1)]).toEqual([model, model]);
  });
});
