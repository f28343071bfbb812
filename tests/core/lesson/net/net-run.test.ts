import { beforeAll, describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import { NetRun, type NetSettings } from '#core/lesson/net/net-run.ts';
import { rivalsOf } from '#core/lesson/net/net-view.ts';
import {
  BY_HEART,
  CURES,
  curedSettings,
  DEFAULT_SETTINGS,
  pretrainingOf,
  SHOP_SEEDS,
  type Cure,
} from '#core/lesson/net/settings.ts';
import { drawShop, VISITED_SHOPS } from '#core/lesson/shops/visited-launches.ts';

const SHOPS = 10;
const CURED_SHOPS = 8;
const SLOW_MS = 240_000; // many trainings, on a machine that may be busy
const seedsTo = (count: number) => Array.from({ length: count }, (_, seed) => seed);

function finished(run: NetRun): NetRun {
  while (!run.isDone) run.trainPass();
  return run;
}

const small: NetSettings = { ...DEFAULT_SETTINGS, passes: 5, dropout: 0.2 };

describe('a run', () => {
  const shop = drawShop(VISITED_SHOPS.straight, 3);

  it('is the same from the same seed, and another from another', () => {
    const one = finished(new NetRun(shop, small));
    expect(finished(new NetRun(shop, small)).weights).toEqual(one.weights);
    expect(finished(new NetRun(shop, { ...small, seed: 9 })).weights).not.toEqual(one.weights);
  });

  it('measures its errors before the first pass and after each', () => {
    const run = finished(new NetRun(shop, small));
    expect(run.errors.seen).toHaveLength(6);
    expect(run.keptError).toBe(run.errors.unseen[5]);
  });

  it('shows one weight’s change as it was made', () => {
    const run = new NetRun(shop, small);
    expect(run.update).toBeNull();
    run.trainPass();
    const { before, direction, after } = run.update!;
    expect(after).toBeCloseTo(before - small.rate * direction, 12);
    expect(run.weights[0]).toBe(after);
  });

  it('keeps the pass that is best on the launches held back, and never looks at unseen ones for it', () => {
    const stops = { ...BY_HEART, passes: 40, stopsEarly: true };
    const run = finished(new NetRun(drawShop(VISITED_SHOPS.few, 2), stops));
    const others = {
      ...drawShop(VISITED_SHOPS.few, 2),
      unseen: drawShop(VISITED_SHOPS.few, 8).unseen,
    };
    expect(finished(new NetRun(others, stops)).keptPass).toBe(run.keptPass);
    expect(run.keptError).toBe(run.errors.unseen[run.keptPass]);
    const { unseen } = drawShop(VISITED_SHOPS.few, 2);
    const off = run.predict(unseen, true).map((units, i) => Math.abs(units - unseen.units[i]!));
    const sold = unseen.units.reduce((sum, units) => sum + units, 0);
    expect(off.reduce((sum, each) => sum + each, 0) / sold).toBeCloseTo(run.keptError, 12);
  });

  it('begins with the weights that it is given', () => {
    const start = finished(new NetRun(shop, { ...small, seed: 2 })).weights.slice();
    expect(new NetRun(shop, { ...small, start }).weights).toEqual(start);
  });
});

describe('the two shops of the lesson', () => {
  const wins = (name: 'bend' | 'straight') =>
    seedsTo(SHOPS).filter((seed) => {
      const shop = drawShop(VISITED_SHOPS[name], 10 + seed);
      const run = finished(new NetRun(shop, { ...DEFAULT_SETTINGS, seed }));
      return run.keptError < rivalsOf(shop).ridge.unseen;
    }).length;

  it('are made so that the net wins where there is a bend', { timeout: SLOW_MS }, () => {
    expect(wins('bend')).toBeGreaterThanOrEqual(SHOPS - 1);
  });

  it('and the line where launches are few and straight', { timeout: SLOW_MS }, () => {
    expect(wins('straight')).toBeLessThanOrEqual(1);
  });
});

describe('the shop that is watched', () => {
  it.each(['bend', 'straight'] as const)('shows what the lesson says: %s', (name) => {
    const shop = drawShop(VISITED_SHOPS[name], SHOP_SEEDS.watched);
    const { keptError } = finished(new NetRun(shop, DEFAULT_SETTINGS));
    const lead = rivalsOf(shop).ridge.unseen - keptError;
    expect(name === 'bend' ? lead : -lead).toBeGreaterThan(0.1);
  });
});

describe('learning by heart', () => {
  const runWith = (cures: ReadonlySet<Cure>, seed: number, shopSeed = 50 + seed): NetRun => {
    const shop = drawShop(VISITED_SHOPS[cures.has('more') ? 'more' : 'few'], shopSeed);
    const settings = curedSettings(cures, seed);
    if (!cures.has('start')) return finished(new NetRun(shop, settings));
    const large = drawShop(VISITED_SHOPS.large, SHOP_SEEDS.large);
    const { weights } = finished(new NetRun(large, pretrainingOf(settings)));
    return finished(new NetRun(shop, { ...settings, start: weights }));
  };
  let byHeart: readonly NetRun[];

  beforeAll(() => {
    byHeart = seedsTo(CURED_SHOPS).map((seed) => runWith(new Set(), seed));
  }, SLOW_MS);

  it('knows the launches seen, and its error on others rises after the best pass', () => {
    const rises = byHeart.filter(
      ({ errors, keptError }) =>
        errors.seen.at(-1)! < 0.1 && keptError > 1.1 * Math.min(...errors.unseen),
    );
    expect(rises.length).toBeGreaterThanOrEqual(CURED_SHOPS - 1);
  });

  it.each(CURES)(
    'is cured on average, and in most shops, by: %s',
    { timeout: SLOW_MS, tags: ['whole'] },
    (cure) => {
      const cured = seedsTo(CURED_SHOPS).map((seed) => runWith(new Set([cure]), seed).keptError);
      expect(mean(cured)).toBeLessThan(mean(byHeart.map(({ keptError }) => keptError)) - 0.02);
      const better = cured.filter((error, i) => error < byHeart[i]!.keptError);
      expect(better.length).toBeGreaterThan(CURED_SHOPS / 2);
    },
  );

  it.each(CURES)(
    'is cured in the shop that the lesson shows by: %s',
    { timeout: SLOW_MS, tags: ['whole'] },
    (cure) => {
      const seed = SHOP_SEEDS.byHeart;
      const before = runWith(new Set(), seed, seed).keptError;
      expect(runWith(new Set([cure]), seed, seed).keptError).toBeLessThan(before - 0.02);
    },
  );
});
