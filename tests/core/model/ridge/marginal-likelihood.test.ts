import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from '#core/base/random.ts';
import { pairGroups, type CoefficientGroups } from '#core/model/ridge/coefficient-groups.ts';
import { fitRidge } from '#core/model/ridge/marginal-likelihood.ts';
import type { RidgeRows } from '#core/model/ridge/ridge-rows.ts';
import { predictRidge, type Ridge } from '#core/model/ridge/ridge.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { denseInteractions, solveRidge, times } from '../../../support/dense.ts';

/** Eight words and a category of three; the constant, four channels and a price. */
const PRODUCT_GROUPS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1];
const ACTION_GROUPS = [0, 1, 1, 1, 1, 2];
const GROUPS = pairGroups(PRODUCT_GROUPS, ACTION_GROUPS);
const [INPUTS, BASIS] = [PRODUCT_GROUPS.length, ACTION_GROUPS.length];
const LEVEL_OF_WORDS = 3;
const CHANNEL_OF_WORDS = 4;
const CHANNEL_OF_CATEGORY = 7;
const BATCHES = GROUPS.count;

/** What launches do whose words say how many they sell, and whose category which channel suits. */
function truthOf(random: Random): Float64Array {
  const spreads = new Map([
    [1, 0.5],
    [2, 0.3],
    [LEVEL_OF_WORDS, 0.6],
    [CHANNEL_OF_CATEGORY, 0.7],
  ]);
  return Float64Array.from(
    GROUPS.ofCoefficient,
    (group) => (spreads.get(group) ?? 0) * normal(random),
  );
}

interface Simulation {
  readonly rows: number;
  readonly seed: number;
  readonly noise?: number;
  readonly batchRows?: number;
}

/** The truth depends on the seed of worlds alone, so that other rows are of the same world. */
function simulate({ rows, seed, noise = 0.5, batchRows = 8 }: Simulation) {
  const random = seededRandom(seed);
  const x = new Float32Array(rows * INPUTS);
  const phi = new Float32Array(rows * BASIS);
  for (let row = 0; row < rows; row++) {
    for (let word = 0; word < 8; word++) x[row * INPUTS + word] = random() < 0.25 ? 1 : 0;
    x[row * INPUTS + 8 + Math.floor(3 * random())] = 1;
    phi[row * BASIS] = 1;
    phi[row * BASIS + 1 + Math.floor(4 * random())] = 1;
    phi[row * BASIS + 5] = normal(random);
  }
  const batch = Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / batchRows));
  const weight = Float64Array.from({ length: rows }, () => 0.5 + random());
  const truth = truthOf(seededRandom(77));
  const signal = predictRidge(asRidge(truth), x, phi, rows);
  const target = signal.map((value, i) => value + (noise * normal(random)) / Math.sqrt(weight[i]!));
  return { rows: { x, phi, target, weight, batch } satisfies RidgeRows, truth, signal };
}

function asRidge(weights: ArrayLike<number>): Ridge {
  return {
    base: 0,
    weights: Float32Array.from(weights),
    signed: [],
    penalties: new Float64Array(),
    noise: 1,
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const optionsOf = (seed: number, groups: CoefficientGroups = GROUPS) => ({
  groups,
  random: seededRandom(seed),
});
const fitted = (rows: RidgeRows, seed = 1) => finished(fitRidge(rows, optionsOf(seed)));
const predictedBy = (ridge: Ridge, { x, phi, target }: RidgeRows) =>
  predictRidge(ridge, x, phi, target.length);

function rootMeanSquare(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.sqrt(mean(Array.from(a, (value, i) => (value - b[i]!) ** 2)));
}

/** Of every coefficient; a batch has one. */
function penaltiesOf({ penalties }: Ridge, batch: Uint32Array): number[] {
  const marks = Array.from({ length: 1 + Math.max(...batch) }, () => penalties[BATCHES]!);
  return [...Array.from(GROUPS.ofCoefficient, (group) => penalties[group]!), ...marks];
}

/** How far residuals are trusted, as the t distribution of 30 degrees of freedom has it. */
function precisionOf(rows: RidgeRows, fit: ArrayLike<number>, noise: number): number[] {
  return Array.from(rows.target, (value, i) => {
    const square = rows.weight[i]! * (value - fit[i]!) ** 2;
    return ((31 / (30 + square / noise)) * rows.weight[i]!) / noise;
  });
}

/** The solution under a ridge's own penalties with the noise under which its weights come nearest to it. */
function denseFit(rows: RidgeRows, ridge: Ridge) {
  const matrix = denseInteractions(rows);
  const penalties = penaltiesOf(ridge, rows.batch);
  const target = rows.target.map((value) => value - ridge.base);
  const under = (noise: number) => {
    let precision = rows.weight.map((value) => value / noise) as ArrayLike<number>;
    let all = solveRidge(matrix, target, { precision, penalties });
    for (let round = 0; round < 2; round++) {
      precision = precisionOf({ ...rows, target }, times(matrix, all), noise);
      all = solveRidge(matrix, target, { precision, penalties });
    }
    const weights = all.slice(0, ridge.weights.length);
    return { noise, all, precision, weights, apart: rootMeanSquare(weights, ridge.weights) };
  };
  const tries = Array.from({ length: 22 }, (_, i) => under(0.15 * 1.06 ** i));
  const best = tries.reduce((a, b) => (b.apart < a.apart ? b : a));
  return { ...best, matrix, target, penalties };
}

describe('groups of coefficients', () => {
  it('are one for each pair of product and action groups, those of every product first', () => {
    const groups = pairGroups([0, 0, 1], [0, 1, 1, 2]);
    expect(groups.count).toBe(9);
    expect(groups.sharedCount).toBe(3);
    expect([...groups.ofCoefficient]).toEqual([
      ...[0, 1, 1, 2], // the constant
      ...[3, 4, 4, 5],
      ...[3, 4, 4, 5],
      ...[6, 7, 7, 8],
    ]);
  });
});

describe('the fit', () => {
  it('solves the normal equations of its own penalties, noise and trust in each row', () => {
    const { rows } = simulate({ rows: 160, seed: 5 });
    const ridge = fitted(rows);
    const exact = denseFit(rows, ridge);
    // The true noise is 0.25. Constant and channels say nearly the same, so that what is left of solving stays among them.
    expect(exact.noise).toBeGreaterThan(0.2);
    expect(exact.noise).toBeLessThan(0.32);
    const predicted = predictedBy(ridge, rows);
    const exactly = predictedBy({ ...ridge, weights: Float32Array.from(exact.weights) }, rows);
    expect(rootMeanSquare(predicted, exactly)).toBeLessThan(0.015 * standardDeviation(predicted));
    const others = Array.from(exact.weights.keys()).filter((i) => GROUPS.ofCoefficient[i]! >= 2);
    for (const i of others)
      expect(Math.abs(exact.weights[i]! - ridge.weights[i]!)).toBeLessThan(0.012);
  });

  it('shuts off groups that tell nothing and keeps those that do', () => {
    const { rows, truth } = simulate({ rows: 500, seed: 6 });
    const { penalties, weights } = fitted(rows);
    const silent = [CHANNEL_OF_WORDS, 5, 8];
    for (const group of [LEVEL_OF_WORDS, CHANNEL_OF_CATEGORY]) {
      expect(penalties[group]).toBeLessThan(10);
      for (const other of silent) expect(penalties[other]).toBeGreaterThan(10 * penalties[group]!);
    }
    const inGroup = (values: ArrayLike<number>, group: number) =>
      Array.from(values).filter((_, i) => GROUPS.ofCoefficient[i] === group);
    for (const group of silent)
      expect(rootMeanSquare(inGroup(weights, group), inGroup(truth, group))).toBeLessThan(0.04);
    const [learnt, known] = [weights, truth].map((values) => inGroup(values, LEVEL_OF_WORDS));
    expect(rootMeanSquare(learnt!, known!)).toBeLessThan(0.12);
  });

  it('predicts other launches clearly better than one penalty for all, the best there is', () => {
    const ratios = [6, 7, 8].map((seed) => {
      const { rows } = simulate({ rows: 250, seed });
      const other = simulate({ rows: 400, seed: 100 + seed });
      const own = rootMeanSquare(predictedBy(fitted(rows), other.rows), other.signal);
      const [matrix, others] = [rows, other.rows].map((each) =>
        denseInteractions(each).map((row) => row.slice(0, GROUPS.ofCoefficient.length)),
      );
      const base = mean(rows.target);
      const plain = [1, 3, 10, 30, 100].map((penalty) => {
        const penalties = Array.from(GROUPS.ofCoefficient, () => penalty);
        const target = rows.target.map((value) => value - base);
        const weights = solveRidge(matrix!, target, { precision: rows.weight, penalties });
        return rootMeanSquare(
          times(others!, weights).map((value) => value + base),
          other.signal,
        );
      });
      return own / Math.min(...plain);
    });
    expect(Math.max(...ratios)).toBeLessThan(0.85);
  });

  it('gives the same for the same seed, and much the same for another', () => {
    const { rows } = simulate({ rows: 200, seed: 9 });
    expect(fitted(rows, 4)).toEqual(fitted(rows, 4));
    const [one, other] = [4, 5].map((seed) => predictedBy(fitted(rows, seed), rows));
    expect(rootMeanSquare(one!, other!)).toBeLessThan(0.1 * standardDeviation(one!));
  });

  it('leaves what it is given as it is', () => {
    const { rows } = simulate({ rows: 60, seed: 9 });
    const start = fitted(rows);
    const before = structuredClone({ rows, start });
    finished(fitRidge(rows, { ...optionsOf(1), start }));
    expect({ rows, start }).toEqual(before);
  });

  it('needs fewer rounds, and ends where it did, from an earlier fit', () => {
    const { rows } = simulate({ rows: 200, seed: 10 });
    const first = fitted(rows);
    const steps = (start?: Ridge) => [...fitRidge(rows, { ...optionsOf(2), start })].length;
    expect(steps(first)).toBeLessThan((2 / 3) * steps());
    const again = finished(fitRidge(rows, { ...optionsOf(2), start: first }));
    expect(Math.abs(Math.log(again.noise / first.noise))).toBeLessThan(0.1);
    const [one, other] = [first, again].map((ridge) => predictedBy(ridge, rows));
    expect(rootMeanSquare(one!, other!)).toBeLessThan(0.05 * standardDeviation(one!));
  });

  it('learns penalties from the newest 2,000 launches and coefficients from all', () => {
    const { rows, truth } = simulate({ rows: 2400, seed: 11, batchRows: 20 });
    const { weights, penalties } = fitted(rows);
    expect(penalties[CHANNEL_OF_WORDS]).toBeGreaterThan(10 * penalties[LEVEL_OF_WORDS]!);
    const newest = fitted({
      x: rows.x.slice(400 * INPUTS),
      phi: rows.phi.slice(400 * BASIS),
      target: rows.target.slice(400),
      weight: rows.weight.slice(400),
      batch: rows.batch.slice(400),
    });
    expect(penalties).toEqual(newest.penalties);
    expect(weights).not.toEqual(newest.weights);
    const words = Array.from(GROUPS.ofCoefficient.keys()).filter(
      (i) => GROUPS.ofCoefficient[i] === LEVEL_OF_WORDS,
    );
    for (const i of words) expect(Math.abs(weights[i]! - truth[i]!)).toBeLessThan(0.12);
  });

  it('lets a slip of a hundredfold move the predictions of others little', () => {
    const { rows } = simulate({ rows: 200, seed: 12 });
    const slipped = { ...rows, target: rows.target.with(100, rows.target[100]! + Math.log(100)) };
    const [before, after] = [rows, slipped].map((each) => predictedBy(fitted(each), rows));
    const exact = denseFit(rows, fitted(rows));
    const trusting = [rows, slipped].map(({ target }) =>
      times(
        exact.matrix,
        solveRidge(
          exact.matrix,
          target.map((value) => value - mean(target)),
          { ...exact, precision: rows.weight.map((value) => value / exact.noise) },
        ),
      ).map((value) => value + mean(target)),
    );
    const moved = rootMeanSquare(before!, after!);
    expect(moved).toBeLessThan(0.1 * standardDeviation(before!));
    expect(moved).toBeLessThan(0.7 * rootMeanSquare(trusting[0]!, trusting[1]!));
  });

  it('ascribes what befell a whole week to the week, and predicts without it', () => {
    const { rows, truth } = simulate({ rows: 240, seed: 13, batchRows: 12 });
    const week = 7;
    const struck = (row: number) => rows.batch[row] === week;
    // All of them on the second channel, which had nothing to do with it.
    const phi = rows.phi.map((value, i) => {
      const [row, column] = [Math.floor(i / BASIS), i % BASIS];
      return struck(row) && column > 0 && column < 5 ? Number(column === 2) : value;
    });
    const signal = predictRidge(asRidge(truth), rows.x, phi, 240);
    const noise = seededRandom(3);
    const target = signal.map((value) => value + 0.5 * normal(noise));
    const calm = { ...rows, phi, target };
    const shocked = { ...calm, target: target.map((value, row) => value + (struck(row) ? 3 : 0)) };
    const blind = (each: RidgeRows) => ({ ...each, batch: new Uint32Array(240) });
    // Between launches: the level of all is in part that of the week.
    const moved = (a: RidgeRows, b: RidgeRows) => {
      const [one, other] = [a, b].map((each) => predictedBy(fitted(each), calm));
      return standardDeviation(one!.map((value, i) => value - other![i]!));
    };
    expect(moved(calm, shocked)).toBeLessThan(0.33 * moved(blind(calm), blind(shocked)));
    const ridge = fitted(shocked);
    expect(ridge.weights).toHaveLength(GROUPS.ofCoefficient.length);
    expect(ridge.penalties[BATCHES]).toBeLessThan(fitted(calm).penalties[BATCHES]! / 2);
  });
});

describe('with next to nothing to learn from', () => {
  const { rows } = simulate({ rows: 30, seed: 15 });
  const first = (count: number): RidgeRows => ({
    x: rows.x.slice(0, count * INPUTS),
    phi: rows.phi.slice(0, count * BASIS),
    target: rows.target.slice(0, count),
    weight: rows.weight.slice(0, count),
    batch: rows.batch.slice(0, count),
  });
  const target = (value: number) => new Float64Array(30).fill(value);

  it.each([
    { says: 'no launch', given: first(0), base: 0 },
    { says: 'one launch', given: first(1), base: rows.target[0]! },
    { says: 'launches that count for nothing', given: { ...rows, weight: target(0) }, base: 0 },
    {
      says: 'launches that all went the same',
      given: { ...rows, target: target(1 / 3) },
      base: 1 / 3,
    },
    { says: 'launches that all went as usual', given: { ...rows, target: target(0) }, base: 0 },
  ])('predicts the base after $says', ({ given, base }) => {
    const ridge = fitted(given);
    expect(ridge.base).toBeCloseTo(base, 12);
    expect(ridge.weights).toHaveLength(GROUPS.ofCoefficient.length);
    expect(ridge.penalties).toHaveLength(GROUPS.count + 1);
    expect(ridge.penalties.every(Number.isFinite)).toBe(true);
    predictedBy(ridge, rows).forEach((value) => expect(value).toBeCloseTo(base, 6));
  });

  it('keeps the penalties and the noise that it was given where no launch speaks of them', () => {
    const start = fitted(rows);
    const none = finished(fitRidge(first(0), { ...optionsOf(1), start }));
    expect([none.penalties, none.noise]).toEqual([start.penalties, start.noise]);
    expect(none.penalties).not.toBe(start.penalties);
  });

  it('stays finite with an input that no product has and launches all alike', () => {
    const alike = { ...rows, x: new Float32Array(rows.x.length), phi: rows.phi.map(() => 1) };
    const ridge = fitted(alike);
    expect([...ridge.weights, ...ridge.penalties].every(Number.isFinite)).toBe(true);
    expect(new Set(ridge.weights.slice(BASIS))).toEqual(new Set([0]));
  });
});

describe('others find the same', () => {
  type Names = 'x' | 'phi' | 'target' | 'weight' | 'batch' | 'newX' | 'newPhi' | 'predicted';
  type Recorded = Readonly<Record<Names, number[]>>;
  interface References {
    readonly one: Recorded & { readonly penalty: readonly [number] };
    readonly several: Recorded &
      Readonly<Record<'productGroups' | 'actionGroups' | 'penalties', readonly number[]>>;
  }
  // tests/support/references/evidence.py
  const { one, several } = JSON.parse(
    readFileSync(new URL('../../../support/references/evidence.json', import.meta.url), 'utf8'),
  ) as References;

  function compared(recorded: Recorded, groups: CoefficientGroups) {
    const { x, phi, target, weight, batch, newX, newPhi, predicted } = recorded;
    const rows: RidgeRows = {
      x: Float32Array.from(x),
      phi: Float32Array.from(phi),
      target: Float64Array.from(target),
      weight: Float64Array.from(weight),
      batch: Uint32Array.from(batch),
    };
    const ridge = finished(fitRidge(rows, optionsOf(1, groups)));
    const ours = predictRidge(
      ridge,
      Float32Array.from(newX),
      Float32Array.from(newPhi),
      predicted.length,
    );
    const apart = rootMeanSquare(ours, predicted) / standardDeviation(predicted);
    return { penalties: ridge.penalties, apart };
  }

  it('scikit-learn, where one group is penalised: within a twentieth of the spread', () => {
    const { penalties, apart } = compared(one, pairGroups(new Array<number>(12).fill(0), [0]));
    expect(penalties[1]! / one.penalty[0]).toBeCloseTo(1, 0.5);
    expect(apart).toBeLessThan(0.05);
  });

  it('a fixed point with exact traces, where there are several: within a twentieth too', () => {
    const groups = pairGroups(several.productGroups, several.actionGroups);
    const { penalties, apart } = compared(several, groups);
    expect(apart).toBeLessThan(0.05);
    several.penalties.forEach((penalty, group) => {
      // Beyond a hundred a group says nothing, however far beyond.
      if (penalty > 100) expect(penalties[group]).toBeGreaterThan(100);
      else expect(Math.abs(Math.log(penalties[group]! / penalty))).toBeLessThan(0.25);
    });
  });
});
