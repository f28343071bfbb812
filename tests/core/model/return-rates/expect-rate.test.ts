import { describe, expect, it } from 'vitest';
import { shuffle, seededRandom } from '#core/base/random.ts';
import { expectRate, rateBelief } from '#core/model/return-rates/expect-rate.ts';
import { fitReturnRates } from '#core/model/return-rates/fit-return-rates.ts';
import type { RateLaunch } from '#core/model/return-rates/rate-launch.ts';
import { rateProduct, someLaunches } from './some-rates.ts';

const launches = someLaunches(300);
const model = fitReturnRates(launches)!;
const dress = (material: string) =>
  rateProduct({
    title: 'Summer dresses',
    ...{ category: 'dresses', brand: 'Ada', listPrice: 40, attributes: { material } },
  });

describe('the expected rate', () => {
  it('is near the true one, with a reason that a page can say', () => {
    const linen = expectRate(model, dress('linen'));
    if (linen.kind !== 'expected') throw new Error(linen.reason);
    expect(linen.mean).toBeGreaterThan(0.15);
    expect(linen.mean).toBeLessThan(0.21);
    expect(linen.low).toBeLessThan(0.18);
    expect(linen.high).toBeGreaterThan(0.18);
    const reason = linen.basis.find(({ kind, texts }) => kind === 'level' && texts[0] === 'linen')!;
    expect(reason.names).toEqual(['attribute:material']);
    expect(reason.points).toBeGreaterThan(0.01);
    const own = launches.filter(({ product }) => product.attributes.material === 'linen');
    expect(reason.launches).toBe(own.length);
    expect(reason.units).toBe(own.reduce((sum, { sold }) => sum + sold, 0));
  });

  it('is the sum of its reasons and of what is expected of a product that nothing is known of', () => {
    const asked = dress('cotton');
    const expected = expectRate(model, asked);
    if (expected.kind !== 'expected') throw new Error(expected.reason);
    const { variances, effects } = model;
    expect(variances.length).toBe(model.groups.length);
    const total = expected.basis.reduce((sum, { points }) => sum + points, 0);
    // The base is taken at the variance of this product.
    expect(expected.mean - total).toBeGreaterThan(1 / (1 + Math.exp(-effects[0]!)) - 0.02);
    expect(expected.mean - total).toBeLessThan(1 / (1 + Math.exp(-effects[0]!)) + 0.02);
  });

  it('does not depend on the order of launches, but for which of them are the later ones', () => {
    const order = Uint32Array.from(launches.keys());
    shuffle(order, seededRandom(4));
    const other = fitReturnRates(Array.from(order, (i) => launches[i]!))!;
    expect(other.spread.size / model.spread.size).toBeCloseTo(1, 3);
    const meanOf = (of: typeof model): number => {
      const { a, b } = rateBelief(of)(dress('linen'));
      return a / (a + b);
    };
    expect(meanOf(other)).toBeCloseTo(meanOf(model), 4);
  });

  it('is refused for a category with few units, and where the range is wide', () => {
    expect(expectRate(model, rateProduct({ category: 'socks' }))).toEqual({
      ...{ kind: 'refused', reason: 'few-units', units: 0 },
    });
    const few = [...launches, launchOf({ category: 'socks' }, 2, 29)];
    const refused = expectRate(fitReturnRates(few)!, rateProduct({ category: 'socks' }));
    expect(refused).toMatchObject({ kind: 'refused', reason: 'few-units', units: 29 });
    const wild = Array.from({ length: 40 }, (_, i) =>
      launchOf({ category: 'dresses' }, i % 2 ? 0 : 18, 20),
    );
    const wide = expectRate(fitReturnRates(wild)!, rateProduct({ category: 'dresses' }));
    expect(wide).toMatchObject({ kind: 'refused', reason: 'wide-range', units: 800 });
  });
});

describe('without anything to tell products apart', () => {
  it('the belief is the rate of all, with the spread between products', () => {
    const same = Array.from({ length: 200 }, () => launchOf({}, 5, 50));
    const { a, b } = rateBelief(fitReturnRates(same)!)(rateProduct());
    expect(a / (a + b)).toBeCloseTo(0.1, 2);
    expect(a + b).toBeGreaterThan(300);
  });

  it('three units say little', () => {
    const meanWith = (more: readonly RateLaunch[]): number => {
      const { a, b } = rateBelief(fitReturnRates([...launches.slice(0, 120), ...more])!)(
        rateProduct({ category: 'gloves' }),
      );
      return a / (a + b);
    };
    const none = meanWith([]);
    expect(meanWith([launchOf({ category: 'gloves' }, 1, 3)])).toBeLessThan(none + 0.06);
    // Three of three: a rate of 100% if they were believed.
    expect(meanWith([launchOf({ category: 'gloves' }, 3, 3)])).toBeLessThan(0.5);
    const many = Array.from({ length: 20 }, () => launchOf({ category: 'gloves' }, 30, 60));
    expect(meanWith(many)).toBeGreaterThan(0.4);
  });
});

describe('bad launches', () => {
  it('teach nothing', () => {
    const bad = [
      launchOf({}, NaN, 4),
      launchOf({}, 3, NaN),
      launchOf({}, 5, 4),
      launchOf({}, 0, 0),
      launchOf({}, -1, 4),
    ];
    expect(fitReturnRates(bad)).toBeNull();
    expect(fitReturnRates([...launches, ...bad])!.units[0]).toBe(model.units[0]);
  });

  it('never make a number that is none', () => {
    const odd: RateLaunch[][] = [
      [launchOf({}, 0, 1)],
      [launchOf({}, 1, 1)],
      Array.from({ length: 30 }, () => launchOf({ category: 'constructor' }, 0, 100)),
      Array.from({ length: 30 }, () => launchOf({ category: 'a', listPrice: 0 }, 9, 9)),
      Array.from({ length: 30 }, (_, i) => launchOf({ listPrice: i % 2 ? 1e12 : 1e-9 }, 1, 1e7)),
    ];
    for (const given of odd) {
      const { a, b } = rateBelief(fitReturnRates(given)!)(dress('silk'));
      expect(a).toBeGreaterThan(0);
      expect(b).toBeGreaterThan(0);
      expect(Number.isFinite(a + b)).toBe(true);
    }
  });
});

function launchOf(
  known: Parameters<typeof rateProduct>[0],
  returned: number,
  sold: number,
): RateLaunch {
  return { product: rateProduct(known), returned, sold };
}
