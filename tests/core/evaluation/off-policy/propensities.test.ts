import { describe, expect, it } from 'vitest';
import type { ChoiceInputs } from '#core/evaluation/off-policy/choice-inputs.ts';
import {
  crossFittedPropensities,
  FOLDS,
  type ChoiceHistory,
  type Propensities,
} from '#core/evaluation/off-policy/propensities.ts';
import { seededRandom } from '#core/base/random.ts';

const PLACES = [
  { channel: 0, promotion: 0 },
  { channel: 1, promotion: 0 },
];
const COUNT = 400;
/** Of the second channel, where the mark is there and where it is not. */
const CHANCES = [0.3, 0.8];

function history(change: Partial<ChoiceHistory> = {}): ChoiceHistory {
  const random = seededRandom(2);
  const marks = Array.from({ length: COUNT }, () => (random() < 0.5 ? 1 : 0));
  const inputs: ChoiceInputs = {
    width: 2,
    starts: Uint32Array.from({ length: COUNT + 1 }, (_, i) => 2 * i),
    columns: Uint32Array.from({ length: 2 * COUNT }, (_, e) => e % 2),
    values: Float64Array.from({ length: 2 * COUNT }, (_, e) =>
      e % 2 === 0 ? 1 : marks[(e - 1) / 2]!,
    ),
    groups: Int16Array.of(-1, 0),
    names: ['category'],
  };
  const taken = marks.map((mark) => (random() < CHANCES[mark]! ? 1 : 0));
  const products = marks.map((_, i) => `P${i}`);
  return { inputs, taken, products, places: PLACES, ...change };
}

function estimated(asked: ChoiceHistory): Propensities {
  const steps = crossFittedPropensities(asked);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('chances by models that had not seen a launch', () => {
  const own = history();
  const found = estimated(own);

  it('are about as they are', () => {
    for (let i = 0; i < COUNT; i++) {
      const mark = own.inputs.values[2 * i + 1]!;
      expect(found.chances[2 * i + 1]).toBeGreaterThan(CHANCES[mark]! - 0.15);
      expect(found.chances[2 * i + 1]).toBeLessThan(CHANCES[mark]! + 0.15);
    }
  });

  it('do not hang on what was done in the launch itself', () => {
    const changed = Array.from(own.taken, (action, i) => (i === 7 ? 1 - action : action));
    const again = estimated({ ...own, taken: changed });
    expect(again.chances[15]).toBeCloseTo(found.chances[15]!, 3);
    const moved = Math.abs(again.chances[17]! - found.chances[17]!);
    expect(moved).toBeGreaterThan(1e-4);
  });

  it('do not hang on another launch of the same product either', () => {
    const products = own.products.map((product, i) => (i === 8 ? 'P7' : product));
    const changed = Array.from(own.taken, (action, i) => (i === 8 ? 1 - action : action));
    const [before, after] = [own.taken, changed].map((taken) =>
      estimated({ ...own, products, taken }),
    );
    expect(after!.chances[15]).toBeCloseTo(before!.chances[15]!, 3);
  });

  it('come with the input that tells most', () => {
    expect(found.models).toHaveLength(FOLDS);
    expect(found.strongest!.input).toBe('category');
    expect(found.strongest!.odds).toBeGreaterThan(1.5);
  });
});
