import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { mean, sum } from '#core/base/statistics/statistics.ts';
import { likenesses } from '#core/model/process/covariance.ts';
import { predictProcess, type GaussianProcess } from '#core/model/process/gaussian-process.ts';
import { denseRows } from '#core/model/process/sparse-rows.ts';
import { drawNormal } from '../../../support/demo-shop/draws.ts';
import { launchTable, type LaunchRow } from '../../../support/launch-table.ts';
import { drawnLaunches, encoded, fitted } from './support.ts';

const OF_CATEGORY: Record<string, number> = { Kitchen: 400, Garden: 40, Office: 8 };

function byCategory(seed: number, count = 120) {
  const random = seededRandom(seed);
  const units = ({ category }: LaunchRow) =>
    Math.round(OF_CATEGORY[category!]! * Math.exp(0.2 * drawNormal(random)));
  return drawnLaunches(count, random, units);
}

/** Past launches as the process compares them. */
function pastRows({ products, decisions, pulls }: GaussianProcess) {
  return { x: denseRows(products), phi: decisions, count: pulls.length };
}

describe('a Gaussian process', () => {
  it('leaves of each launch what its noise explains: y = f + noise · pull', () => {
    const table = byCategory(1);
    const { process } = fitted(table);
    // Prices keep the sign of their effect, which is not the covariance's.
    const unsigned = { ...process, signed: [] };
    const forecast = predictProcess(unsigned, pastRows(process));
    const noises = forecast.map(
      (log, i) => (Math.log1p(table.units[i]!) - log) / process.pulls[i]!,
    );
    const noise = mean(noises);
    expect(noise).toBeGreaterThan(0);
    for (const own of noises) expect(own).toBeCloseTo(noise, 6);
  });

  it('solves for the covariance that its likenesses give', () => {
    const table = byCategory(2, 40);
    const { process } = fitted(table);
    const past = pastRows(process);
    const alike = likenesses(process.respects, past);
    const { products, decisions, together, time } = process.weights;
    const weights = [...products, ...decisions, ...together.flatMap((each) => [...each]), time];
    const unsigned = predictProcess({ ...process, signed: [] }, past);
    const rows = Array.from(process.pulls, (_, i) => alike(i));
    // Each row ends at the launch itself: the rest are in later rows.
    const likeness = (r: number, i: number, j: number) =>
      rows[Math.max(i, j)]![r]![Math.min(i, j)]!;
    Array.from(unsigned).forEach((log, i) => {
      const covariances = process.pulls.map(
        (_, j) => 0.3 + sum(weights.map((weight, r) => weight * likeness(r, i, j))),
      );
      const expected =
        process.mean + sum(covariances.map((covariance, j) => covariance * process.pulls[j]!));
      expect(log).toBeCloseTo(expected, 6);
    });
  });

  it('learns that categories count where units are theirs', () => {
    const table = byCategory(3);
    const { process } = fitted(table);
    const { products } = process.respects;
    const ofCategory = products.findIndex(
      (own, k) => own.kind === 'marks' && own.isPaired && k > 0,
    );
    const words = products.findIndex((own) => own.kind === 'marks');
    expect(process.weights.products[ofCategory]).toBeGreaterThan(
      20 * process.weights.products[words]!,
    );
  });

  it('forecasts new launches of the same world nearly as well as their own means', () => {
    const { encoding, process } = fitted(byCategory(4, 240));
    const later = byCategory(5);
    const forecast = predictProcess(process, encoded(later, encoding));
    const errorOf = (logOf: (i: number) => number) =>
      mean(Array.from(later.units, (units, i) => (Math.log1p(units) - logOf(i)) ** 2));
    const best = errorOf((i) => Math.log1p(OF_CATEGORY[later.category[i]!]!));
    expect(errorOf((i) => forecast[i]!)).toBeLessThan(1.2 * best);
  });

  it('finds what suits a product together with a decision', () => {
    const random = seededRandom(6);
    const suits = ({ category, channel }: LaunchRow) =>
      (category === 'Kitchen') === (channel === 'shop') ? 300 : 30;
    const { encoding, process } = fitted(drawnLaunches(240, random, suits));
    const later = drawnLaunches(60, random, suits);
    const forecast = predictProcess(process, encoded(later, encoding));
    const misses = Array.from(forecast, (log, i) => Math.abs(log - Math.log1p(later.units[i]!)));
    expect(mean(misses)).toBeLessThan(0.5);
  });

  it('gives the same numbers again, and none that is not finite', () => {
    const tables = [
      byCategory(7, 35),
      launchTable(Array.from({ length: 40 }, () => ({ title: 'Mug', units: 5 }))),
      launchTable(Array.from({ length: 40 }, (_, i) => ({ title: `Mug ${i}`, units: i % 2 }))),
    ];
    for (const table of tables) {
      const { encoding, process } = fitted(table);
      const forecast = predictProcess(process, encoded(table, encoding));
      expect([...forecast].every(Number.isFinite)).toBe(true);
      expect(fitted(table).process).toEqual(process);
    }
  });
});
