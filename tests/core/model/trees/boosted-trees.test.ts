import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  firstTrees,
  meanOfTrees,
  predictTrees,
  TreeGrower,
  treeCount,
  type BoostedTrees,
  type TreeRows,
  type TreeSettings,
} from '#core/model/trees/boosted-trees.ts';

interface Reference {
  readonly x: number[];
  readonly target: number[];
  readonly weight: number[];
  readonly predicted: number[];
}

const SETTINGS: TreeSettings = {
  rounds: 12,
  depth: 3,
  learningRate: 0.3,
  rowShare: 1,
  columnShare: 1,
  minLeafWeight: 3,
  leafPenalty: 1,
};

const reference = JSON.parse(
  readFileSync(new URL('../../../support/references/xgboost-trees.json', import.meta.url), 'utf8'),
) as Reference;
const ROWS: TreeRows = {
  x: Float32Array.from(reference.x),
  target: Float64Array.from(reference.target),
  weight: Float64Array.from(reference.weight),
};

function grown(rows: TreeRows, settings: Partial<TreeSettings> = {}, seed = 1): BoostedTrees {
  return [...new TreeGrower(rows, { ...SETTINGS, ...settings }).grow(seededRandom(seed))].at(-1)!;
}

function squaredError(rows: TreeRows, trees: BoostedTrees): number {
  const predicted = predictTrees(trees, rows.x, rows.target.length);
  return predicted.reduce(
    (total, value, i) => total + rows.weight[i]! * (value - rows.target[i]!) ** 2,
    0,
  );
}

it('predicts what XGBoost does where both must find the same splits', () => {
  predictTrees(grown(ROWS), ROWS.x, ROWS.target.length).forEach((value, i) =>
    expect(value).toBeCloseTo(reference.predicted[i]!, 4),
  );
});

it('lowers the error on its rows with every round', () => {
  const all = grown(ROWS);
  const errors = Array.from({ length: treeCount(all) + 1 }, (_, count) =>
    squaredError(ROWS, firstTrees(all, count)),
  );
  for (let i = 1; i < errors.length; i++) expect(errors[i]).toBeLessThan(errors[i - 1]!);
});

it('gives the same trees for the same seed, and others for another', () => {
  const sampled = { rowShare: 0.8, columnShare: 0.7 };
  expect(grown(ROWS, sampled)).toEqual(grown(ROWS, sampled));
  expect(grown(ROWS, sampled, 2)).not.toEqual(grown(ROWS, sampled));
});

it('reads an order of values only: any stretching of an input gives the same predictions', () => {
  const stretched = { ...ROWS, x: ROWS.x.map((value) => Math.exp(value)) };
  const plain = predictTrees(grown(ROWS), ROWS.x, ROWS.target.length);
  const other = predictTrees(grown(stretched), stretched.x, ROWS.target.length);
  other.forEach((value, i) => expect(value).toBeCloseTo(plain[i]!, 6));
});

it('is the weighted mean where nothing can be told apart', () => {
  const x = new Float32Array(ROWS.x.length);
  const total = ROWS.weight.reduce((a, b) => a + b);
  const mean = ROWS.target.reduce((sum, value, i) => sum + value * ROWS.weight[i]!, 0) / total;
  const values = predictTrees(grown({ ...ROWS, x }), x, ROWS.target.length);
  values.forEach((value) => expect(value).toBeCloseTo(mean, 6));
});

it('says nothing where no outcome is known', () => {
  const none = { x: new Float32Array(0), target: new Float64Array(0), weight: new Float64Array(0) };
  expect(predictTrees(grown(none), ROWS.x, 1)).toEqual(Float64Array.of(0));
});

it('still tells values apart where there are more of them than bins', () => {
  const count = 2000;
  const x = Float32Array.from({ length: count }, (_, i) => i / 7);
  const target = Float64Array.from(x, (value) => (value > 200 ? 5 : 0));
  const trees = grown({ x, target, weight: new Float64Array(count).fill(1) }, { rounds: 30 });
  const [low, high] = predictTrees(trees, Float32Array.from([150, 250]), 2);
  expect(low).toBeCloseTo(0, 1);
  expect(high).toBeCloseTo(5, 1);
});

it('takes the mean of several as one', () => {
  const sampled = { rowShare: 0.6, columnShare: 0.7 };
  const bags = [1, 2, 3].map((seed) => grown(ROWS, sampled, seed));
  const each = bags.map((bag) => predictTrees(bag, ROWS.x, ROWS.target.length));
  predictTrees(meanOfTrees(bags), ROWS.x, ROWS.target.length).forEach((value, i) =>
    expect(value).toBeCloseTo((each[0]![i]! + each[1]![i]! + each[2]![i]!) / 3, 3),
  );
});

it('leaves the mean of several with leaves that storage can hold', () => {
  const { leaf } = meanOfTrees([1, 2, 3].map((seed) => grown(ROWS, { rowShare: 0.6 }, seed)));
  expect(roundToHalf(leaf)).toEqual(leaf);
});
