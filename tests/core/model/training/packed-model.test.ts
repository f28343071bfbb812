import { serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { packModel, unpackModel } from '#core/model/training/packed-model.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { seededRandom } from '#core/base/random.ts';

const random = seededRandom(1);
const numbers = (length: number) => Float32Array.from({ length }, () => 2 * random() - 1);

/** What packing looks at, and some of the rest. */
const model = {
  net: { offsets: [0.5], theta: roundToHalf(numbers(30_000)) },
  ridges: [1, 2].map((base) => ({
    base,
    weights: roundToHalf(numbers(8_000)),
    signed: [{ column: 0, sign: 1 }],
    penalties: Float64Array.of(1, 12.3),
    noise: 0.5,
  })),
  trees: [
    {
      ...{ base: 1.25, depth: 5, column: new Int32Array(31 * 100).fill(4) },
      threshold: Float32Array.from({ length: 31 * 100 }, (_, node) => (node % 40) / 7),
      leaf: roundToHalf(numbers(32 * 100)),
    },
  ],
  analogues: {
    ...{ starts: Uint32Array.of(0, 2, 3), marks: Uint16Array.of(0, 7, 7) },
    ...{ rarity: numbers(8), priceInput: 9, price: roundToHalf(numbers(2)) },
    ...{ firstAction: 1, actions: roundToHalf(numbers(8)) },
    outcomes: [{ mean: 0.3, beyond: roundToHalf(numbers(2)), weight: Float32Array.of(1, 0) }],
  },
  encoding: { encoder: { words: Array.from({ length: 300 }, (_, i) => `word${i}`) } },
  residuals: Float64Array.from({ length: 200 }, random),
  report: { modelId: 0, datasetId: 1, storedBytes: 0, limits: ['no-cost'], holdout: [] },
} as unknown as TrainedModel;

describe('a packed model', () => {
  it('comes back as it was', () => {
    const { report, ...rest } = unpackModel(packModel(model));
    expect({ ...rest, report: { ...report, storedBytes: 0 } }).toEqual(model);
  });

  it('says in its report how many bytes are written for it', () => {
    const packed = packModel(model);
    const written = serialize(packed).length; // by V8, as Chromium does
    expect(packed.report.storedBytes / written).toBeCloseTo(1, 1);
    expect(written).toBeLessThan(0.6 * serialize(model).length);
  });

  it('keeps the weights of every ridge at half precision, and their penalties exactly', () => {
    const { ridges } = packModel(model);
    expect(ridges.map(({ base }) => base)).toEqual([1, 2]);
    for (const { weights, penalties } of ridges) {
      expect(weights).toBeInstanceOf(Uint16Array);
      expect(penalties).toEqual(Float64Array.of(1, 12.3));
    }
  });

  it('has no net where there were too few launches for one', () => {
    const few = { ...model, net: null, trees: [], analogues: null };
    expect(packModel(few)).toMatchObject({ net: null, trees: [], analogues: null });
    expect(unpackModel(packModel(few))).toMatchObject({ net: null, trees: [], analogues: null });
  });
});
