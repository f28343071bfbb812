import { describe, expect, it } from 'vitest';
import {
  chanceActive,
  expectedOrders,
  fitRepeatModel,
  repeatLikelihood,
  type RepeatModel,
} from '#core/model/segments/repeat-purchases.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { mean } from '#core/base/statistics/statistics.ts';
import { cdnowCustomers } from '../../../support/cdnow-customers.ts';

const CDNOW: RepeatModel = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** Returns the number of orders in `ahead` weeks of buyers with this history, by rejection: slow and independent. */
function simulatedOrders(model: RepeatModel, repeats: number, observed: number, ahead: number) {
  const random = seededRandom(5);
  const found: number[] = [];
  while (found.length < 4000) {
    const rate = gammaDraw(model.r, random) / model.alpha;
    const [x, y] = [gammaDraw(model.a, random), gammaDraw(model.b, random)];
    const leaving = x / (x + y);
    const orders = ordersUntil(observed + ahead, { rate, leaving, random });
    const before = orders.filter((time) => time <= observed);
    if (before.length === repeats) found.push(orders.length - before.length);
  }
  return mean(found);
}

function ordersUntil(
  end: number,
  { rate, leaving, random }: { rate: number; leaving: number; random: Random },
): number[] {
  const times: number[] = [];
  for (let time = 0; ;) {
    time += -Math.log(1 - random()) / rate;
    if (time > end) return times;
    times.push(time);
    if (random() < leaving) return times;
  }
}

/** Marsaglia and Tsang (2000). */
function gammaDraw(shape: number, random: Random): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * random() ** (1 / shape);
  const [d, c] = [shape - 1 / 3, 1 / Math.sqrt(9 * shape - 3)];
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

describe('the repeat model', () => {
  const customers = cdnowCustomers();
  it('has the published parameters of CDNOW', () => {
    const fitted = fitRepeatModel(customers);
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(fitted[name]).toBeCloseTo(CDNOW[name], 3);
    expect(repeatLikelihood(fitted, customers)).toBeCloseTo(-9582.4, 1);
  });

  it('expects the orders that simulated buyers make', () => {
    // Buyers without repeats: their last order is the first, so all of their history is known.
    const model = { r: 0.8, alpha: 5, a: 1.2, b: 2.5 };
    const history = { repeats: 0, lastAt: 0, observed: 6 };
    expect(expectedOrders(model, history, 20)).toBeCloseTo(simulatedOrders(model, 0, 6, 20), 1);
  });

  it("has the paper's expectation for a customer of CDNOW", () => {
    // Fader, Hardie and Lee's note on BG/NBD in a spreadsheet: ID 1, x = 2, t = 30.43, T = 38.86, 39 weeks.
    const history = { repeats: 2, lastAt: 30.43, observed: 38.86 };
    expect(expectedOrders(CDNOW, history, 39)).toBeCloseTo(1.226, 2);
  });

  it('doubts a buyer who was regular and is silent', () => {
    const late = chanceActive(CDNOW, { repeats: 10, lastAt: 5, observed: 40 });
    const recent = chanceActive(CDNOW, { repeats: 10, lastAt: 39, observed: 40 });
    expect(late).toBeLessThan(0.01);
    expect(recent).toBeGreaterThan(0.9);
    expect(chanceActive(CDNOW, { repeats: 0, lastAt: 0, observed: 40 })).toBe(1);
  });

  it('stays finite without a returning buyer', () => {
    const none = { repeats: new Float64Array(50), lastAt: new Float64Array(50) };
    const model = fitRepeatModel({ ...none, observed: new Float64Array(50).fill(20) });
    const expected = expectedOrders(model, { repeats: 0, lastAt: 0, observed: 20 }, 10);
    expect(expected).toBeGreaterThanOrEqual(0);
    expect(expected).toBeLessThan(0.1);
  });
});
