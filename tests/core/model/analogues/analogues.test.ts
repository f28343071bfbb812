import { describe, expect, it } from 'vitest';
import { fitAnalogues } from '#core/model/analogues/analogues.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';

const compared = { markCount: 3, priceInput: 3, firstAction: 1, actionCount: 2 };
/** Marks 0 and 2; mark 2; none. */
const x = Float32Array.of(1, 0, 1, 0.3, 9, 0, 0, 1, -1, 9, 0, 0, 0, 0, 9);
const phi = Float32Array.of(1, 0.1, 1, 9, 1, 0.2, 0, 9, 1, 0.3, 1, 9);

function lessons(places: number[], target: number[], weight: number[]) {
  return {
    places: Uint32Array.from(places),
    target: Float64Array.from(target),
    weight: Float64Array.from(weight),
  };
}

describe('past launches', () => {
  const taught = lessons([0, 2], [1, 5], [1, 9]);
  const analogues = fitAnalogues({ x, phi, count: 3 }, compared, [taught]);

  it('are kept by their marks, price and what was decided, at half precision', () => {
    expect([...analogues.starts]).toEqual([0, 2, 3, 3]);
    expect([...analogues.marks]).toEqual([0, 2, 2]);
    expect(analogues.price).toEqual(roundToHalf(Float32Array.of(0.3, -1, 0)));
    expect(analogues.actions).toEqual(roundToHalf(Float32Array.of(0.1, 1, 0.2, 0, 0.3, 1)));
  });

  it('say more by a rare mark than by a frequent one', () => {
    const [once, never, twice] = analogues.rarity;
    expect(never).toBeGreaterThan(once!);
    expect(once).toBeGreaterThan(twice!);
    expect(twice).toBeGreaterThan(0);
  });

  it('weigh nothing where their outcome is not known', () => {
    const [{ mean, beyond, weight }] = analogues.outcomes as [(typeof analogues.outcomes)[0]];
    expect(mean).toBeCloseTo((1 * 1 + 3 * 5) / (1 + 3), 12); // the root of 9 is 3
    expect([...beyond]).toEqual([-3, 0, 1]);
    expect(weight[1]).toBe(0);
    expect(weight[2]! / weight[0]!).toBeCloseTo(3, 2);
  });

  it('say nothing of an outcome that none of them knows', () => {
    const { outcomes } = fitAnalogues({ x, phi, count: 3 }, compared, [lessons([], [], [])]);
    expect(outcomes).toEqual([
      { mean: 0, beyond: new Float32Array(3), weight: new Float32Array(3) },
    ]);
  });
});
