// Sorts buyers by what they buy: a mixture of multinomials over categories or themes, fitted by expectation maximisation
// (Dempster, Laird & Rubin 1977). Each buyer goes to the likeliest group.

import type { Random } from '#core/base/random.ts';
import type { BuyersPast } from './buyers-past.ts';

/** Lines of one buyer by group of products. */
export interface Basket {
  readonly buyer: number;
  readonly groups: Uint32Array;
  readonly counts: Float64Array;
}

export interface TasteMixture {
  /** Logarithm of each group's share of the buyers, [tastes]. */
  readonly logShares: Float64Array;
  /** Logarithm of the chance of each group of products, [tastes][groups]. */
  readonly logChances: readonly Float64Array[];
}

const ROUNDS = 25;
const STARTS = 3;
/** Lines that each taste has of every group beforehand. */
const SMOOTHING = 0.5;

/** Returns what buyers with at least `least` lines of known groups bought. */
export function basketsOf(past: BuyersPast, least: number): Basket[] {
  const bought = new Map<number, { groups: number[]; counts: number[]; lines: number }>();
  past.groupBuyers.forEach((tallies, group) => {
    for (const [buyer, { count }] of tallies) {
      const found = bought.get(buyer) ?? { groups: [], counts: [], lines: 0 };
      found.groups.push(group);
      found.counts.push(count);
      found.lines += count;
      bought.set(buyer, found);
    }
  });
  return [...bought]
    .filter(([, { lines }]) => lines >= least)
    .sort(([a], [b]) => a - b)
    .map(([buyer, { groups, counts }]) => ({
      buyer,
      groups: Uint32Array.from(groups),
      counts: Float64Array.from(counts),
    }));
}

/** Fits a mixture of `tastes` groups; the best of a few starts. */
export function fitTastes(
  baskets: readonly Basket[],
  { tastes, groupCount }: { readonly tastes: number; readonly groupCount: number },
  random: Random,
): TasteMixture {
  let best: { mixture: TasteMixture; likelihood: number } | null = null;
  for (let start = 0; start < STARTS; start++) {
    const found = fromStart(baskets, { tastes, groupCount }, random);
    if (!best || found.likelihood > best.likelihood) best = found;
  }
  return best!.mixture;
}

/** Returns the likeliest taste of a basket. */
export function tasteOf({ logShares, logChances }: TasteMixture, basket: Basket): number {
  const scores = logChances.map((chances, k) => logShares[k]! + fitOf(basket, chances));
  return scores.indexOf(Math.max(...scores));
}

function fromStart(
  baskets: readonly Basket[],
  { tastes, groupCount }: { tastes: number; groupCount: number },
  random: Random,
) {
  const seeds = farApart(baskets, tastes, random);
  let weights = baskets.map((basket) => seeds.map((seed) => 0.05 + closeness(basket, seed)));
  let [mixture, likelihood] = [mixtureOf(baskets, weights, groupCount), -Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    let total = 0;
    weights = baskets.map((basket) => {
      const scores = mixture.logChances.map(
        (chances, k) => mixture.logShares[k]! + fitOf(basket, chances),
      );
      const highest = Math.max(...scores);
      const parts = scores.map((score) => Math.exp(score - highest));
      const sum = parts.reduce((all, part) => all + part, 0);
      total += highest + Math.log(sum);
      return parts.map((part) => part / sum);
    });
    mixture = mixtureOf(baskets, weights, groupCount);
    if (total - likelihood < 1e-6 * Math.abs(total)) break;
    likelihood = total;
  }
  return { mixture, likelihood };
}

/** Returns baskets that each taste begins as: likelier the less they share with those before (Arthur & Vassilvitskii 2007). */
function farApart(baskets: readonly Basket[], count: number, random: Random): Basket[] {
  const seeds = [baskets[Math.floor(random() * baskets.length)]!];
  const near = new Float64Array(baskets.length);
  while (seeds.length < count) {
    baskets.forEach((basket, i) => {
      near[i] = Math.max(near[i]!, closeness(basket, seeds.at(-1)!));
    });
    let left = random() * near.reduce((all, value) => all + (1 - value) ** 2, 0);
    const chosen = baskets.findIndex((_, i) => (left -= (1 - near[i]!) ** 2) <= 0);
    seeds.push(baskets[Math.max(0, chosen)]!);
  }
  return seeds;
}

/** Returns the cosine of two baskets, 0–1. */
function closeness(a: Basket, b: Basket): number {
  const other = new Map(Array.from(b.groups, (group, j) => [group, b.counts[j]!]));
  let shared = 0;
  for (let j = 0; j < a.groups.length; j++) shared += a.counts[j]! * (other.get(a.groups[j]!) ?? 0);
  return shared / (lengthOf(a) * lengthOf(b));
}

function lengthOf({ counts }: Basket): number {
  return Math.sqrt(counts.reduce((all, count) => all + count * count, 0));
}

function mixtureOf(
  baskets: readonly Basket[],
  weights: readonly (readonly number[])[],
  groupCount: number,
): TasteMixture {
  const tastes = weights[0]?.length ?? 0;
  const sums = Array.from({ length: tastes }, () => new Float64Array(groupCount).fill(SMOOTHING));
  const shares = new Float64Array(tastes).fill(SMOOTHING);
  baskets.forEach(({ groups, counts }, i) => {
    const parts = weights[i]!;
    const total = parts.reduce((all, part) => all + part, 0);
    parts.forEach((part, k) => {
      shares[k]! += part / total;
      for (let j = 0; j < groups.length; j++) sums[k]![groups[j]!]! += (part / total) * counts[j]!;
    });
  });
  const all = shares.reduce((total, share) => total + share, 0);
  return {
    logShares: shares.map((share) => Math.log(share / all)),
    logChances: sums.map((row) => {
      const total = row.reduce((sum, value) => sum + value, 0);
      return row.map((value) => Math.log(value / total));
    }),
  };
}

function fitOf({ groups, counts }: Basket, logChances: Float64Array): number {
  let total = 0;
  for (let j = 0; j < groups.length; j++) total += counts[j]! * logChances[groups[j]!]!;
  return total;
}
