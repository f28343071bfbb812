import { describe, expect, it } from 'vitest';
import {
  expectedValue,
  fitValueModel,
  valueLikelihood,
} from '#core/model/segments/order-values.ts';
import { cdnowCustomers } from '../../../support/cdnow-customers.ts';

/** Fader and Hardie (2013); of the data before rounding to cents. */
const CDNOW = { p: 6.25, q: 3.74, gamma: 15.44 };

describe('the value model', () => {
  const { values } = cdnowCustomers();
  it('has the published parameters of CDNOW', () => {
    const fitted = fitValueModel(values);
    expect(fitted.p).toBeCloseTo(CDNOW.p, 2);
    expect(fitted.q).toBeCloseTo(CDNOW.q, 2);
    expect(Math.abs(fitted.gamma - CDNOW.gamma)).toBeLessThan(0.01);
    // The likelihood of SciPy's maximum over the same figures.
    expect(valueLikelihood(fitted, values)).toBeCloseTo(-4055.9232, 3);
  });

  it('draws few orders to the mean of all buyers', () => {
    const all = (CDNOW.p * CDNOW.gamma) / (CDNOW.q - 1);
    const one = expectedValue(CDNOW, { orders: 1, meanValue: 100 });
    const many = expectedValue(CDNOW, { orders: 50, meanValue: 100 });
    expect(expectedValue(CDNOW, { orders: 0, meanValue: 0 })).toBeCloseTo(all, 10);
    expect(one).toBeGreaterThan(all);
    expect(many).toBeGreaterThan(one);
    expect(many).toBeLessThan(100);
  });

  it('does not depend on the currency', () => {
    const cents = { orders: values.orders, meanValue: values.meanValue.map((m) => m * 100) };
    const [money, inCents] = [fitValueModel(values), fitValueModel(cents)];
    expect(inCents.p).toBeCloseTo(money.p, 3);
    expect(inCents.gamma / 100).toBeCloseTo(money.gamma, 2);
  });
});
