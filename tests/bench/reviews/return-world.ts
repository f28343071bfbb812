// Shops whose true return rates are known. Rates differ by category, material, supplier, words and pairs of them; the
// products differ by more than that, as a logistic-normal variable, not the beta distribution that the model assumes.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';
import { launchTable, type LaunchRow } from '../../support/launch-table.ts';

export const WORLDS = ['effects', 'none', 'changing', 'confounded'] as const;
export type World = (typeof WORLDS)[number];

export interface ReturnWorld {
  /** In order of time. Material is an attribute, the supplier the brand. */
  readonly table: LaunchTable;
  /** True return rate of each product. */
  readonly rates: Float64Array;
  /** Rate without what no column says: the mean over products that are alike. */
  readonly expected: Float64Array;
}

const COUNTS = { category: 8, material: 9, supplier: 14, word: 40 };
/** Standard deviations of effects on the logit. A third of the words have one. */
const SPREADS = { category: 0.45, material: 0.4, supplier: 0.35, word: 0.35, pair: 0.25 };
const WORDS_WITH_EFFECT = 1 / 3;
const BASE = -2.3;
const BETWEEN_PRODUCTS = 0.3;
const MEDIAN_UNITS = 30;
const UNITS_SPREAD = 1.1;
const CHANNELS = ['shop', 'market'];

/** Draws a shop of `count` launches. */
export function returnWorld(world: World, count: number, seed: number): ReturnWorld {
  const random = seededRandom(seed);
  const strength = world === 'none' ? 0 : 1;
  const before = effects(random, strength);
  const after = world === 'changing' ? effects(random, strength) : before;
  const rows: LaunchRow[] = [];
  const rates = new Float64Array(count);
  const expected = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const product = draw(world, i / count, random);
    const share = world === 'changing' ? i / count : 0;
    // A mixture of two independent draws, with the variance of one, and a level that rises by a fifth.
    const eta =
      BASE +
      Math.cos((share * Math.PI) / 4) * effectOf(product, before) +
      Math.sin((share * Math.PI) / 4) * effectOf(product, after) +
      0.2 * share;
    const logit = eta + confounding(world, product);
    rates[i] = sigmoid(logit + BETWEEN_PRODUCTS * normal(random));
    expected[i] = meanRate(logit);
    const units = Math.ceil(MEDIAN_UNITS * Math.exp(UNITS_SPREAD * normal(random)));
    let returns = 0;
    for (let k = 0; k < units; k++) returns += random() < rates[i]! ? 1 : 0;
    rows.push({
      title: product.words.map((word) => `word${word}`).join(' '),
      category: `category${product.category}`,
      brand: `supplier${product.supplier}`,
      material: `material${product.material}`,
      day: 19_000 + Math.floor((i * 720) / count),
      channel: CHANNELS[Math.floor(random() * 2)]!,
      promotion: random() < 0.3 ? 'coupon' : 'none',
      ...prices(random),
      adSpend: 50,
      ...{ units, returns },
    });
  }
  return { table: launchTable(rows), rates, expected };
}

interface Drawn {
  readonly category: number;
  readonly material: number;
  readonly supplier: number;
  readonly words: readonly number[];
}

function draw(world: World, at: number, random: Random): Drawn {
  const material = skewed(COUNTS.material, random);
  // The first supplier sold the first material only, which comes back; later it sells everything.
  const isTied = world === 'confounded' && at < 0.8 && random() < 0.95;
  const supplier =
    isTied && material === 0
      ? 0
      : skewed(COUNTS.supplier - (isTied ? 1 : 0), random) + (isTied ? 1 : 0);
  return {
    category: skewed(COUNTS.category, random),
    material,
    supplier,
    words: Array.from({ length: 3 }, () => skewed(COUNTS.word, random)),
  };
}

function confounding(world: World, { material }: Drawn): number {
  return world === 'confounded' && material === 0 ? 0.7 : 0;
}

type Effects = (kind: string, level: number | string) => number;

function effects(random: Random, strength: number): Effects {
  const drawn = new Map<string, number>();
  const spreads: Record<string, number> = SPREADS;
  // Every effect is drawn once from a seed of its own name, so that the order of products does not matter.
  const seed = Math.floor(random() * 2 ** 31);
  return (kind, level) => {
    const key = `${kind}:${level}`;
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const own = seededRandom(seed + hash(key));
    own();
    const isIdle = kind === 'word' && own() > WORDS_WITH_EFFECT;
    const effect = isIdle ? 0 : strength * spreads[kind]! * normal(own);
    drawn.set(key, effect);
    return effect;
  };
}

function effectOf({ category, material, supplier, words }: Drawn, of: Effects): number {
  const named = [...new Set(words)].reduce((total, word) => total + of('word', word), 0);
  return (
    of('category', category) +
    of('material', material) +
    of('supplier', supplier) +
    of('pair', `category${category}-material${material}`) +
    of('pair', `supplier${supplier}-material${material}`) +
    named
  );
}

/** Returns the mean of sigmoid(logit + BETWEEN_PRODUCTS z) over a standard normal z, by a fine grid. */
function meanRate(logit: number): number {
  let total = 0;
  for (let i = 0; i < 40; i++)
    total += sigmoid(logit + BETWEEN_PRODUCTS * normalQuantile((i + 0.5) / 40));
  return total / 40;
}

function prices(random: Random): Pick<LaunchRow, 'listPrice' | 'salePrice' | 'unitCost'> {
  const listPrice = Math.round(30 * Math.exp(0.4 * normal(random)));
  return { listPrice, salePrice: listPrice, unitCost: Math.round(listPrice * 0.4) };
}

/** Returns a level from 0; early ones are likelier. */
function skewed(count: number, random: Random): number {
  return Math.floor(count * random() ** 1.6);
}

function normal(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random())));
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (Math.imul(value, 31) + character.codePointAt(0)!) | 0;
  return value;
}
