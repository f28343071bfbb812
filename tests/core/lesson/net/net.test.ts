import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import {
  ACTIVATIONS,
  dropoutFactors,
  initialWeights,
  layersOf,
  layerValues,
  lossAndGradient,
  weightCount,
  type NetBatch,
  type NetShape,
} from '#core/lesson/net/net.ts';
import { bundleForNode } from '../../../support/bundle-for-node.ts';
import recorded from '../../../support/references/lesson-net.json';

const SHAPES: readonly NetShape[] = ACTIVATIONS.flatMap((activation) => [
  { inputs: 1, width: 8, depth: 2, outputs: 1, activation },
  { inputs: 3, width: 5, depth: 3, outputs: 2, activation },
  { inputs: 2, width: 4, depth: 1, outputs: 1, activation },
]);

function drawnBatch(shape: NetShape, rows: number, seed: number): NetBatch {
  const random = seededRandom(seed);
  const drawn = (count: number) => Float64Array.from({ length: count }, () => 4 * random() - 2);
  return {
    rows,
    inputs: drawn(rows * shape.inputs),
    targets: drawn(rows * shape.outputs),
    importance: [1, 3].slice(0, shape.outputs),
  };
}

const largestGap = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Math.max(...Array.from(one, (value, i) => Math.abs(value - other[i]!)));

const SOURCE = '../../../support/references/lesson-net-autodiff.ts';
const folder = mkdtempSync(join(tmpdir(), 'debut-autodiff-'));
const bundle = join(folder, 'autodiff.mjs');
const RUN = `import(${JSON.stringify(pathToFileURL(bundle).href)}).then(({ autodiff }) =>
  console.log(JSON.stringify(autodiff(JSON.parse(process.argv[1])))))`;
beforeAll(async () => {
  const source = fileURLToPath(new URL(SOURCE, import.meta.url));
  writeFileSync(bundle, await bundleForNode(source));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Gradients by automatic differentiation, in the single precision of TensorFlow.js. */
function autodiff(
  shape: NetShape,
  theta: Float64Array,
  { batch, factors }: { batch: NetBatch; factors: Float64Array | null },
): number[] {
  const { rows, importance } = batch;
  const input = JSON.stringify({
    ...{ shape, layers: layersOf(shape), theta: [...theta], rows, importance },
    ...{ inputs: [...batch.inputs], targets: [...batch.targets] },
    factors: factors && [...factors],
  });
  const told = execFileSync(process.execPath, ['-e', RUN, input], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  return JSON.parse(told) as number[];
}

describe('the gradient', () => {
  it.each(SHAPES)('equals automatic differentiation by TensorFlow.js: %o', (shape) => {
    const theta = initialWeights(shape, 4);
    const batch = drawnBatch(shape, 9, 5);
    const { gradient } = lossAndGradient(shape, theta, { batch, factors: null });
    const expected = autodiff(shape, theta, { batch, factors: null });
    expect(largestGap(gradient, expected)).toBeLessThan(1e-6);
  });

  it('equals it under dropout', () => {
    const shape = SHAPES[1]!;
    const theta = initialWeights(shape, 6);
    const batch = drawnBatch(shape, 9, 7);
    const factors = dropoutFactors(shape, 9, { share: 0.5, random: seededRandom(8) });
    const { gradient } = lossAndGradient(shape, theta, { batch, factors });
    expect(largestGap(gradient, autodiff(shape, theta, { batch, factors }))).toBeLessThan(1e-6);
  });

  it.each(recorded.nets)(
    'and the loss equal those of PyTorch in double precision: $shape',
    (net) => {
      const { loss, gradient } = lossAndGradient(
        net.shape as NetShape,
        Float64Array.from(net.theta),
        {
          batch: {
            rows: net.inputs.length / net.shape.inputs,
            inputs: Float64Array.from(net.inputs),
            targets: Float64Array.from(net.targets),
            importance: net.importance,
          },
          factors: null,
        },
      );
      expect(loss).toBeCloseTo(net.loss, 10);
      expect(largestGap(gradient, net.gradient)).toBeLessThan(1e-9);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('equals finite differences, draw %i', (seed) => {
    const random = seededRandom(seed);
    const shape: NetShape = {
      inputs: 1 + Math.floor(3 * random()),
      width: 2 + Math.floor(6 * random()),
      depth: 1 + Math.floor(3 * random()),
      outputs: 1 + Math.floor(2 * random()),
      activation: 'tanh',
    };
    const theta = initialWeights(shape, seed);
    const batch = drawnBatch(shape, 5, seed + 40);
    const { gradient } = lossAndGradient(shape, theta, { batch, factors: null });
    const lossWith = (i: number, by: number) => {
      const moved = theta.slice();
      moved[i] = moved[i]! + by;
      return lossAndGradient(shape, moved, { batch, factors: null }).loss;
    };
    const H = 1e-5;
    const slopes = Array.from(theta, (_, i) => (lossWith(i, H) - lossWith(i, -H)) / (2 * H));
    expect(largestGap(gradient, slopes)).toBeLessThan(1e-8);
  });
});

describe('a net', () => {
  it('has a place for each weight and bias', () => {
    const shape: NetShape = { inputs: 2, width: 4, depth: 2, outputs: 1, activation: 'relu' };
    expect(weightCount(shape)).toBe(2 * 4 + 4 + 4 * 4 + 4 + 4 + 1);
    expect(layersOf(shape).map(({ inputs, outputs }) => [inputs, outputs])).toEqual([
      ...[
        [2, 4],
        [4, 4],
        [4, 1],
      ],
    ]);
  });

  it('works out a layer as the sum of the method: 0.2 · 1 + 0.5 · 10 + 5 = 10.2', () => {
    const shape: NetShape = { inputs: 2, width: 1, depth: 1, outputs: 1, activation: 'relu' };
    const values = layerValues(shape, Float64Array.from([0.2, 0.5, 5, 1, 0]), [1, 10]);
    expect(values.map(([value]) => value)).toEqual([
      expect.closeTo(10.2, 12),
      expect.closeTo(10.2, 12),
    ]);
  });

  it('begins alike from the same seed, and otherwise from another', () => {
    const shape = SHAPES[0]!;
    expect(initialWeights(shape, 3)).toEqual(initialWeights(shape, 3));
    expect(initialWeights(shape, 3)).not.toEqual(initialWeights(shape, 4));
  });

  it('drops the share asked for and keeps the mean', () => {
    const shape: NetShape = { inputs: 1, width: 16, depth: 2, outputs: 1, activation: 'tanh' };
    const factors = dropoutFactors(shape, 2000, { share: 0.25, random: seededRandom(1) });
    const dropped = factors.filter((factor) => factor === 0).length / factors.length;
    expect(Math.abs(dropped - 0.25)).toBeLessThan(0.01);
    expect(factors.reduce((sum, factor) => sum + factor, 0) / factors.length).toBeCloseTo(1, 1);
  });
});
