import { describe, expect, it } from 'vitest';
import { compareAll, compareLike, verdictOf } from '#core/lesson/truth/ads-effect.ts';
import { ADS_SEED, adsShop, type AdsShop } from '#core/lesson/truth/ads-shop.ts';

const COUNT = 120;
const TRUE_EFFECT = 0.2;
const idle = (chosenBy: AdsShop['chosenBy'], seed: number) =>
  adsShop({ trueEffect: 0, chosenBy }, seed, COUNT);
const working = (chosenBy: AdsShop['chosenBy'], seed: number) =>
  adsShop({ trueEffect: TRUE_EFFECT, chosenBy }, seed, COUNT);
const SEEDS = Array.from({ length: 250 }, (_, seed) => seed);
const shareOf = (holds: (seed: number) => boolean) => SEEDS.filter(holds).length / SEEDS.length;

describe('a shop in which ads do nothing', () => {
  it('seems to have ads that work where all launches are compared', () => {
    expect(shareOf((seed) => compareAll(idle('seller', seed)).effect.low80 > 0.1)).toBe(1);
  });

  it('shows nothing where like is compared with like, as often as an 80% range should', () => {
    const share = shareOf((seed) => verdictOf(compareLike(idle('seller', seed)).effect) === 'none');
    expect(Math.abs(share - 0.8)).toBeLessThan(0.06);
  });

  it('shows nothing where a coin chose, as often as an 80% range should', () => {
    const share = shareOf((seed) => verdictOf(compareAll(idle('coin', seed)).effect) === 'none');
    expect(Math.abs(share - 0.8)).toBeLessThan(0.06);
  });
});

describe('a shop in which ads work', () => {
  it('is overrated where all launches are compared', () => {
    expect(shareOf((seed) => compareAll(working('seller', seed)).effect.low80 > TRUE_EFFECT)).toBe(
      1,
    );
  });

  it.each(['seller', 'coin'] as const)('shows it where like is compared with like: %s', (by) => {
    expect(shareOf((seed) => compareLike(working(by, seed)).effect.low80 > 0)).toBeGreaterThan(
      0.97,
    );
    const share = shareOf((seed) => {
      const { low80, high80 } = compareLike(working(by, seed)).effect;
      return low80 <= TRUE_EFFECT && TRUE_EFFECT <= high80;
    });
    expect(Math.abs(share - 0.8)).toBeLessThan(0.06);
  });
});

it('shows a shop in which every comparison says what it should', () => {
  const verdictsOf = (shop: typeof idle) =>
    [
      compareAll(shop('seller', ADS_SEED)),
      compareLike(shop('seller', ADS_SEED)),
      compareAll(shop('coin', ADS_SEED)),
    ].map(({ effect }) => verdictOf(effect));
  expect(verdictsOf(idle)).toEqual(['more', 'none', 'none']);
  expect(verdictsOf(working)).toEqual(['more', 'more', 'more']);
});

describe('the picture of like launches', () => {
  it('has the slope that a constant for each group gives (Frisch, Waugh and Lovell)', () => {
    const { adSpends, units, effect, unitsAt } = compareLike(working('seller', 3));
    const [xs, ys] = [adSpends.map(Math.log2), units.map(Math.log)];
    const meanOf = (values: number[]) =>
      values.reduce((sum, each) => sum + each, 0) / values.length;
    const [mx, my] = [meanOf(xs), meanOf(ys)];
    const slope =
      xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i]! - my), 0) /
      xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
    expect(Math.log1p(effect.expected)).toBeCloseTo(slope, 10);
    expect(unitsAt(200) / unitsAt(100)).toBeCloseTo(1 + effect.expected, 10);
  });
});
