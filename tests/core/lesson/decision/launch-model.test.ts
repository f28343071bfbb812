import { describe, expect, it } from 'vitest';
import { decisionShop } from '#core/lesson/decision/decision-shop.ts';
import { fitLaunches, forecastLog } from '#core/lesson/decision/launch-model.ts';

const launches = decisionShop(1, 150);

describe('the model of the invented shop', () => {
  it('learns that price, channel and season matter as they do in the shop', () => {
    const model = fitLaunches(decisionShop(3, 4000), 3900);
    const offer = { week: 47, channel: 'own', price: 25, isPromoted: false } as const;
    const log = (change: object) => forecastLog(model, { ...offer, ...change });
    expect(log({})).toBeCloseTo(4.9, 1);
    expect(log({ price: 37.5 }) - log({})).toBeCloseTo(-1.3 * Math.log(1.5), 1);
    expect(log({ channel: 'market' }) - log({})).toBeCloseTo(0.4, 1);
    expect(log({ week: 21 }) - log({})).toBeCloseTo(-0.8, 1);
    expect(log({ isPromoted: true }) - log({})).toBeCloseTo(0.3, 1);
  });

  it('takes its errors from later launches only', () => {
    const model = fitLaunches(launches, 100);
    expect(model.residuals).toHaveLength(50);
    const changed = launches.map((launch, i) => (i < 100 ? launch : { ...launch, units: 5 }));
    expect(fitLaunches(changed, 100).weights).toEqual(model.weights);
    expect(fitLaunches(changed, 100).residuals).not.toEqual(model.residuals);
  });

  it('is the same for the same seed', () => {
    expect(decisionShop(1, 150)).toEqual(launches);
    expect(decisionShop(2, 150)).not.toEqual(launches);
  });
});
