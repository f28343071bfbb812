// Effects of launches, and pairs bought together, in worlds whose truth is known.

import { haloWorld } from './halo-world.ts';
import { pairWorld } from './pair-world.ts';
import { finished } from './finished.ts';
import { basketsOf } from '#core/model/associations/baskets.ts';
import { boughtTogether } from '#core/model/associations/bought-together.ts';
import { productGroups } from '#core/model/associations/groups.ts';
import { studyHalo } from '#core/model/associations/study-halo.ts';

/** Seeds below 1000 were used to choose the widening of standard errors. */
const FIRST_SEED = 1001;
const MOST_FALSE = 0.05;
const COVERAGE = { least: 0.85, most: 0.95 };
const EFFECT_SHARE = 0.1;
/** Products of shops with known pairs: in the larger ones most are in a few orders only. */
const PRODUCTS = [250, 2000] as const;

/** Prints how many found pairs are false and how many intervals hold; returns the missed targets. */
export function worlds(seeds: number): readonly string[] {
  const all = Array.from({ length: seeds }, (_, k) => FIRST_SEED + k);
  return [...haloWorlds(all), ...PRODUCTS.flatMap((count) => pairWorlds(all, count))];
}

interface Tally {
  found: number;
  wrong: number;
  inside: number;
  planted: number;
  /** Mean over worlds of the share of false effects, 0 where none is found. */
  falseShare: number;
  worldsWithFalse: number;
}

function haloWorlds(seeds: readonly number[]): string[] {
  const none = tallyOf(seeds, 0);
  const some = tallyOf(seeds, EFFECT_SHARE);
  const coverage = some.inside / some.found;
  console.log(
    `  no effects: ${none.worldsWithFalse} of ${seeds.length} worlds show any (${none.found} effects)\n` +
      `  effects: ${some.found} found, ${some.wrong} false, mean false share ${percent(some.falseShare)}, ${percent((some.found - some.wrong) / some.planted)} of ${some.planted} planted found, 90% intervals hold ${percent(coverage)}`,
  );
  return [
    ...(some.falseShare <= MOST_FALSE
      ? []
      : [`worlds: ${percent(some.falseShare)} of effects are false`]),
    ...(none.falseShare <= MOST_FALSE
      ? []
      : [`worlds: ${percent(none.falseShare)} of worlds without effects show some`]),
    ...(coverage >= COVERAGE.least && coverage <= COVERAGE.most
      ? []
      : [`worlds: 90% intervals hold ${percent(coverage)}`]),
  ];
}

function tallyOf(seeds: readonly number[], effectShare: number): Tally {
  const tally = { found: 0, wrong: 0, inside: 0, planted: 0, falseShare: 0, worldsWithFalse: 0 };
  for (const seed of seeds) {
    const { log, truthOver } = haloWorld({ seed, effectShare });
    const { effects, weeks, launchedGroups } = finished(
      studyHalo(log, productGroups(log.products)),
    );
    const truth = truthOver(weeks);
    const tested = new Set(launchedGroups?.map(({ name }) => name));
    tally.planted += [...truth.keys()].filter((pair) => tested.has(pair.split('>')[0]!)).length;
    let wrong = 0;
    for (const { launched, other, units, low90, high90 } of effects) {
      const value = truth.get(`${launched}>${other}`) ?? 0;
      wrong += Number(value * units <= 0);
      tally.inside += Number(value >= low90 && value <= high90);
    }
    tally.found += effects.length;
    tally.wrong += wrong;
    tally.falseShare += wrong / Math.max(1, effects.length) / seeds.length;
    tally.worldsWithFalse += Number(wrong > 0);
  }
  return tally;
}

function pairWorlds(seeds: readonly number[], productCount: number): string[] {
  let [found, wrong, planted, right] = [0, 0, 0, 0];
  for (const seed of seeds) {
    const { log, complements } = pairWorld(seed, productCount);
    const baskets = basketsOf(log, Uint32Array.from(log.products.keys()), log.products.length);
    const named = (item: number): { name: string; title: string } => ({
      name: String(item),
      title: '',
    });
    const pairs = finished(boughtTogether(baskets, named, 2000));
    const keys = pairs.map(({ first, second }) =>
      [Number(first), Number(second)].sort((a, b) => a - b).join(' '),
    );
    found += keys.length;
    right += keys.filter((key) => complements.has(key)).length;
    wrong += keys.filter((key) => !complements.has(key)).length;
    planted += complements.size;
  }
  console.log(
    `  bought together, ${productCount} products: ${found} pairs found, ${wrong} false (${percent(wrong / Math.max(1, found))}), ${percent(right / planted)} of ${planted} planted found`,
  );
  return wrong / Math.max(1, found) <= MOST_FALSE
    ? []
    : [`worlds: ${percent(wrong / found)} of pairs are false`];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
