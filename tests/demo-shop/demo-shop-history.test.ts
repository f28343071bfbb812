import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { generateShop, type PastLaunch } from '../support/demo-shop/generator.ts';
import { expectedOutcome } from '../support/demo-shop/truth.ts';
import { visibleQuality } from '../support/demo-shop/world.ts';
import { LOCALES } from '../support/demo-shop/trades.ts';
import { inLanguage, launchesCsv, newProductsCsv } from '../support/demo-shop/write.ts';

const shops = { en: generateShop(), zh: generateShop({ locale: 'zh' }) };
const small = { launches: 60, newProducts: 5 };
const sample = (name: string) =>
  readFileSync(new URL(`../../static/samples/${name}`, import.meta.url), 'utf8');

describe('the demo shop sample', () => {
  it.each(LOCALES)('is written byte for byte by the generator, in %s', (locale) => {
    const shop = shops[locale];
    const launches = sample(inLanguage('demo-shop.csv', locale));
    const products = sample(inLanguage('demo-shop-new-products.csv', locale));
    expect(launchesCsv(shop.launches, locale)).toBe(launches);
    expect(newProductsCsv(shop.newProducts, locale)).toBe(products);
  });

  it('is the same for the same seed and another for another seed', () => {
    const once = launchesCsv(generateShop({ ...small, seed: 7 }).launches);
    expect(launchesCsv(generateShop({ ...small, seed: 7 }).launches)).toBe(once);
    expect(launchesCsv(generateShop({ ...small, seed: 8 }).launches)).not.toBe(once);
  });

  it('keeps its world and new products when the history grows', () => {
    const { world, newProducts } = generateShop({ seed: 7, launches: 10, newProducts: 5 });
    const longer = generateShop({ seed: 7, launches: 20, newProducts: 8 });
    expect(longer.world).toEqual(world);
    expect(longer.newProducts.slice(0, 5)).toEqual(newProducts);
  });

  it.each(LOCALES)('covers 2,000 launches of three years in order of date, in %s', (locale) => {
    const shop = shops[locale];
    const dates = shop.launches.map(({ action }) => isoDate(action.launchDay));
    expect(dates).toHaveLength(2000);
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]!.slice(0, 7)).toBe('2023-01');
    expect(dates.at(-1)!.slice(0, 7)).toBe('2025-12');
    expect(new Set(shop.launches.map(({ product }) => product.id)).size).toBe(2000);
  });
});

describe('the generator', () => {
  it.each(['src', 'workers'])('is imported by nothing in %s', (folder) => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(ts|js|svelte)$/.test(name),
    );
    expect(scripts.length).toBeGreaterThan(5);
    const importing = scripts.filter((name) =>
      /(?:from|import)[\s(]*'[^']*tests\//.test(readFileSync(path.join(folder, name), 'utf8')),
    );
    expect(importing).toEqual([]);
  });
});

describe.each(LOCALES)('the outcomes of past launches, in %s', (locale) => {
  const shop = shops[locale];

  it('count no more orders than clicks, clicks than impressions, and units for every order', () => {
    for (const { outcome } of shop.launches) {
      expect(outcome.clicks).toBeLessThanOrEqual(outcome.impressions);
      expect(outcome.orders).toBeLessThanOrEqual(outcome.clicks);
      expect(outcome.units).toBeGreaterThanOrEqual(outcome.orders);
    }
  });

  it('make revenue of units and sale price, to the penny', () => {
    for (const { outcome, salePrice } of shop.launches) {
      const pence = outcome.units * Math.round(salePrice * 100);
      expect(Math.round(outcome.revenue * 100)).toBe(pence);
    }
  });

  it('are of a size that a gift shop knows', () => {
    const units = sorted(shop.launches.map(({ outcome }) => outcome.units));
    expect(quantile(units, 0.05)).toBeGreaterThanOrEqual(5);
    expect(quantile(units, 0.95)).toBeLessThanOrEqual(600);
    expect(shop.launches.every(({ product }) => product.unitCost < product.listPrice)).toBe(true);
    expect(quantile(sorted(shop.launches.map(profitOf)), 0.15)).toBeGreaterThan(0);
  });

  it('are as noisy as launches are: half of the spread is beyond anyone who knows the truth', () => {
    const units = shop.launches.map(({ outcome }) => outcome.units);
    const known = shop.launches.map(({ product, action }) => {
      const seen = { ...product, hiddenQuality: 0 };
      return expectedOutcome(shop.world, seen, action).units;
    });
    const median = quantile(sorted(units), 0.5);
    const noise = absoluteErrorShare(units, known);
    const spread = absoluteErrorShare(
      units,
      units.map(() => median),
    );
    expect(noise, 'error of the truth, as a share of units').toBeGreaterThan(0.33);
    expect(noise, 'error of the truth, as a share of units').toBeLessThan(0.42);
    expect(spread, 'error of the median, as a share of units').toBeGreaterThan(0.7);
  });

  it('carry the habits of the merchandiser: promotions for the weak, advertising for the good', () => {
    const quality = ({ product }: PastLaunch) => visibleQuality(shop.world, product);
    const { promotions, plannedAdSpend } = shop.world.trade;
    const unpromoted = promotions[0]!.name;
    const promoted = shop.launches.filter(({ action }) => action.promotion !== unpromoted);
    const plain = shop.launches.filter(({ action }) => action.promotion === unpromoted);
    expect(mean(promoted.map(quality))).toBeLessThan(mean(plain.map(quality)) - 0.05);
    const advertised = shop.launches.filter(({ action }) => action.adSpend > 1.5 * plannedAdSpend);
    const quiet = shop.launches.filter(({ action }) => action.adSpend <= 1.5 * plannedAdSpend);
    expect(mean(advertised.map(quality))).toBeGreaterThan(mean(quiet.map(quality)) + 0.05);
  });
});

function profitOf({ product, action, outcome, channelFee, salePrice }: PastLaunch): number {
  return outcome.units * (salePrice * (1 - channelFee) - product.unitCost) - action.adSpend;
}

function absoluteErrorShare(actual: readonly number[], predicted: readonly number[]): number {
  const errors = actual.map((value, i) => Math.abs(value - predicted[i]!));
  return mean(errors) / mean(actual);
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.floor(share * (ascending.length - 1))]!;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
