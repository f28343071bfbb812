import { describe, expect, it } from 'vitest';
import { pastPick } from '#core/evaluation/picks/past-pick.ts';
import { heldOutOf } from '../../../support/held-out.ts';

const exact = { residuals: [0] };

describe('the launches that would have been picked', () => {
  it('are those with the highest forecast, with what they brought', () => {
    const heldOut = heldOutOf({ ...exact, actual: [5, 40, 1, 9], debut: [10, 30, 50, 2] });
    const pick = pastPick(heldOut, 2)!;
    expect(pick.picked.map(({ productId }) => productId)).toEqual(['P 2', 'P 1']);
    expect(pick.measure).toBe('revenue');
    expect([pick.forecast, pick.realised]).toEqual([800, 410]);
    expect(pick.means).toEqual({
      ...{ picked: 205, notPicked: 70, all: 137.5, best: 245 },
      categoryMedian: null,
    });
    expect([pick.firstDay, pick.lastDay, pick.candidateCount]).toEqual([20_000, 20_003, 4]);
  });

  it('are compared in units where a price is not known', () => {
    const price = Float64Array.from([10, NaN, 10, 10]);
    const heldOut = heldOutOf(
      { ...exact, actual: [5, 40, 1, 9], debut: [10, 30, 50, 2] },
      { price },
    );
    expect(pastPick(heldOut, 1)).toMatchObject({ measure: 'units', realised: 1, forecast: 50 });
  });

  it("are compared with those of the category's median", () => {
    const heldOut = heldOutOf(
      { ...exact, actual: [5, 40, 1, 9], debut: [10, 30, 50, 2] },
      { expectedUnits: { 'category-median': Float64Array.from([1, 2, 3, 9]) } },
    );
    expect(pastPick(heldOut, 1)!.means.categoryMedian).toBe(90);
  });

  it('need twice as many launches to choose from', () => {
    const heldOut = heldOutOf({ actual: [1, 2, 3], debut: [1, 2, 3] });
    expect(pastPick(heldOut, 2)).toBeNull();
    const unsold = heldOutOf({ actual: [0, 0, 0], debut: [1, 2, 3] });
    expect(pastPick(unsold, 1)).toBeNull();
    expect(pastPick(heldOut, 0)).toBeNull();
    expect(pastPick(heldOut, 1)).not.toBeNull();
  });

  it('promise what the other launches show, not their own results', () => {
    // Forecasts are twice too high: the correction learns it from four fifths of the launches.
    const debut = Array.from({ length: 400 }, (_, i) => 20 + (i % 97));
    const halves = debut.map((units) => units / 2);
    const pick = pastPick(heldOutOf({ ...exact, actual: halves, debut }), 40)!;
    expect(pick.forecast / pick.realised).toBeCloseTo(2, 6);
    expect(pick.promised / pick.realised).toBeLessThan(1.1);
    // A single surprising launch moves the promise of the others only.
    const surprised = halves.with(96, 1e5);
    const again = pastPick(heldOutOf({ ...exact, actual: surprised, debut }), 40)!;
    const promiseOf = (given: typeof pick) =>
      given.picked.find(({ productId }) => productId === 'P 96')!.promised;
    expect(promiseOf(again)).toBe(promiseOf(pick));
  });
});
