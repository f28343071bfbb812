import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { fitLookAlikes, soldByLookAlikes } from '#core/model/features/look-alikes.ts';

const SIZE = 6;
function places(seed: number, count: number): Float32Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: SIZE }, () => random() - 0.5),
  );
}

/** The definition, written out. */
function expected(all: readonly Float32Array[], units: readonly number[], own: number): number {
  const logs = units.map(Math.log1p);
  const known = logs.filter((log) => !Number.isNaN(log));
  const centre = known.reduce((sum, log) => sum + log, 0) / known.length;
  const dot = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  let [total, weight] = [0, 0.2];
  all.forEach((place, i) => {
    if (i === own || Number.isNaN(logs[i]!)) return;
    const cosine = dot(all[own]!, place) / Math.sqrt(dot(all[own]!, all[own]!) * dot(place, place));
    const near = Math.max(0, cosine) ** 6;
    total += near * (logs[i]! - centre);
    weight += near;
  });
  return (2 * total) / weight;
}

describe('what look-alikes sold', () => {
  it('is the mean by similarity of looks, without the launch itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.array(fc.oneof(fc.constant(NaN), fc.nat(500)), { minLength: 3, maxLength: 30 }),
        (seed, units) => {
          fc.pre(units.some((each) => !Number.isNaN(each)));
          const all = places(seed, units.length);
          const alikes = fitLookAlikes(all, units)!;
          for (let own = 0; own < all.length; own++)
            expect(soldByLookAlikes(alikes, all[own]!)).toBeCloseTo(expected(all, units, own), 4);
        },
      ),
    );
  });

  it('does not tell what a launch sold, however often its picture was launched', () => {
    const [one, other] = places(1, 2) as [Float32Array, Float32Array];
    const told = (units: number) =>
      soldByLookAlikes(fitLookAlikes([one, one, other, other], [units, 80, 20, 20])!, one);
    // The mean moves, and with it what the others sold beyond it.
    const alone = soldByLookAlikes(fitLookAlikes([one, one], [7, 900])!, one);
    expect(alone).toBe(0);
    expect(Number.isFinite(told(1_000_000))).toBe(true);
  });

  it('is of the newest launches with a picture and known units; null without any', () => {
    const many = places(2, 1_200);
    const units = many.map((_, i) => (i < 100 ? 1e6 : 10));
    const alikes = fitLookAlikes(many, units)!;
    expect(alikes.beyond).toHaveLength(1_000);
    expect(Math.max(...alikes.beyond.map(Math.abs))).toBeLessThan(1e-5);
    expect(fitLookAlikes([null, null], [1, 2])).toBeNull();
    expect(fitLookAlikes(places(1, 2), [NaN, NaN])).toBeNull();
    expect(fitLookAlikes([null, many[0]!], [1, 2])!.beyond).toHaveLength(1);
  });
});
