import { expect, it } from 'vitest';
import { missRange, spreadAt, type Miss } from '#core/model/segments/miss-range.ts';
import { seededRandom } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';

/** Misses with a standard deviation that grows with the prediction. */
function drawn(seed: number, { from = 0, count = 1000, shift = 0 } = {}): Miss[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const predicted = 1 + 3 * random();
    const miss = shift + 0.2 * predicted * normalQuantile(random());
    return { predicted, miss, study: from + Math.floor(i / 50) };
  });
}

function heldBy(range: ReturnType<typeof missRange>, misses: readonly Miss[]): number {
  const inside = misses.filter(({ predicted, miss }) => {
    const ratio = miss / spreadAt(range.spread, predicted);
    return ratio >= range.low90 && ratio <= range.high90;
  });
  return inside.length / misses.length;
}

it('holds nine tenths of later misses, at every size', () => {
  const range = missRange(drawn(1), 25);
  const later = drawn(2, { count: 20_000 });
  expect(heldBy(range, later)).toBeCloseTo(0.9, 1);
  const [small, large] = [
    later.filter(({ predicted }) => predicted < 2),
    later.filter(({ predicted }) => predicted > 3),
  ];
  expect(Math.abs(heldBy(range, small) - heldBy(range, large))).toBeLessThan(0.04);
});

it('widens the end beyond which recent studies missed', () => {
  const calm = missRange(drawn(1), 25);
  const changed = missRange([...drawn(1), ...drawn(3, { from: 20, count: 400, shift: -0.4 })], 25);
  const later = drawn(4, { shift: -0.4 });
  expect(heldBy(calm, later)).toBeLessThan(0.8);
  expect(heldBy(changed, later)).toBeGreaterThan(heldBy(calm, later) + 0.05);
  expect(changed.low90).toBeLessThan(calm.low90);
});
