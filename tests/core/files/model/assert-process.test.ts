import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { assertProcess } from '#core/files/model/assert-process.ts';
import { processForm } from '#core/files/model/process-form.ts';
import type { GaussianProcess } from '#core/model/process/gaussian-process.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { drawnLaunches, fitted } from '../../model/process/support.ts';

const random = seededRandom(4);
const { encoding, process } = fitted(drawnLaunches(40, random, () => Math.round(9 * random())));
const check = (own: GaussianProcess) => {
  assertProcess({ process: own, encoding } as TrainedModel);
};

describe('a Gaussian process in a model file', () => {
  it('is read as it was written', () => {
    expect(processForm(process, 'process')).toEqual(process);
    expect(() => {
      check(process);
    }).not.toThrow();
  });

  const { respects, weights, products } = process;
  const [first, ...others] = respects.products;
  it.each<{ says: string; own: Partial<GaussianProcess> }>([
    {
      says: 'compares columns that no product has',
      own: { respects: { ...respects, products: [{ ...first!, from: 9_999 }, ...others] } },
    },
    {
      says: 'compares columns that no decision has',
      own: { respects: { ...respects, decisions: [{ from: 0, count: 999, isPaired: false }] } },
    },
    {
      says: 'tells time by a column that is not there',
      own: { respects: { ...respects, time: 999 } },
    },
    {
      says: 'has a sign for a column that is not there',
      own: { signed: [{ column: 999, sign: 1 }] },
    },
    { says: 'lacks a launch', own: { pulls: process.pulls.slice(1) } },
    { says: 'lacks decisions', own: { decisions: process.decisions.slice(1) } },
    {
      says: 'lacks an input',
      own: { products: { ...products, values: products.values.slice(1) } },
    },
    {
      says: 'has inputs of a launch that ends before it begins',
      own: { products: { ...products, starts: products.starts.with(1, 9_999) } },
    },
    {
      says: 'has an input beyond its width',
      own: { products: { ...products, columns: products.columns.with(0, 9_999) } },
    },
    {
      says: 'has likenesses without weights',
      own: { weights: { ...weights, products: weights.products.slice(1) } },
    },
    {
      says: 'has pairs without weights',
      own: { weights: { ...weights, together: weights.together.map(() => Float64Array.of()) } },
    },
  ])('is refused where it $says', ({ own }) => {
    expect(() => {
      check({ ...process, ...own });
    }).toThrow(/expected .* at process/);
  });
});
