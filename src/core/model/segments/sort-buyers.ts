// Sorts buyers into groups, and keeps groups only where resamples of the buyers sort them alike (bootstrap; Hennig 2007,
// "Cluster-wise assessment of cluster stability").

import { mean } from '#core/base/statistics/statistics.ts';
import { seededRandom, type Random } from '#core/base/random.ts';
import { adjustedRandIndex } from './adjusted-rand.ts';
import { LEAST_AGREEMENT, type BuyerGroups, type GroupLack } from './buyer-groups.ts';
import { groupSums, HABIT_NAMES, type KnownBuyers } from './group-sums.ts';
import { habitOf, learnHabitRules } from './habit-groups.ts';
import { LEAST_BUYERS } from './launch-appeal.ts';
import { basketsOf, fitTastes, tasteOf, type Basket, type TasteMixture } from './taste-groups.ts';

const RESAMPLES = 10;
/** Resamples after which less agreement than this settles it. */
const GIVEN_UP_AFTER = 3;
const HOPELESS = 0.6;
const SEED = 77;
/** Lines that a buyer must have to be sorted by taste, and buyers that a mixture is fitted to at most. */
const LEAST_LINES = 5;
const MOST_FITTED = 1000;
const LEAST_SORTED = 200;
const MOST_TASTES = 6;
/** Least share of the sorted buyers that a taste has. */
const LEAST_SHARE = 0.05;
const NAMES_OF_TASTE = 4;

/** Returns new, regular, lapsed buyers and bargain hunters. Yields after each resample. */
export function* groupsByHabit(known: KnownBuyers): Generator<void, BuyerGroups> {
  const { past } = known;
  const random = seededRandom(SEED);
  const buyers = Uint32Array.from(past.orderDays.keys()).filter((b) => past.orderDays[b]! > 0);
  const sortBy = (sample: Uint32Array) => {
    const rules = learnHabitRules(past, sample);
    return buyers.map((buyer) => habitOf(past, buyer, rules));
  };
  const sorted = sortBy(buyers);
  const agreements: number[] = [];
  for (let k = 0; k < RESAMPLES; k++) {
    yield;
    agreements.push(adjustedRandIndex(sorted, sortBy(buyers.map(() => drawn(buyers, random)))));
  }
  const agreement = mean(agreements);
  if (agreement < LEAST_AGREEMENT) return without('unstable', agreement);
  const groupOf = new Int32Array(past.orderDays.length).fill(-1);
  buyers.forEach((buyer, i) => {
    groupOf[buyer] = sorted[i]!;
  });
  return { groups: groupSums(known, { groupOf, names: HABIT_NAMES }), agreement, lack: null };
}

/** Returns groups by what buyers buy: as many as resamples agree on. Yields after each resample. */
export function* groupsByTaste(
  known: KnownBuyers,
  groupNames: readonly string[],
): Generator<void, BuyerGroups> {
  if (groupNames.length < 2) return without('no-groups', null);
  const baskets = basketsOf(known.past, LEAST_LINES);
  if (baskets.length < LEAST_SORTED) return without('few-buyers', null);
  const random = seededRandom(SEED);
  let highest: number | null = null;
  for (let tastes = MOST_TASTES; tastes >= 2; tastes--) {
    const found = yield* tryTastes(baskets, { tastes, groupCount: groupNames.length }, random);
    highest = Math.max(highest ?? -1, found.agreement);
    if (found.agreement < LEAST_AGREEMENT || !found.isEven) continue;
    const groupOf = new Int32Array(known.past.orderDays.length).fill(-1);
    baskets.forEach(({ buyer }, i) => {
      groupOf[buyer] = found.sorted[i]!;
    });
    const names = namesOfTastes(found.mixture, groupNames);
    return {
      groups: groupSums(known, { groupOf, names }),
      ...{ agreement: found.agreement, lack: null },
    };
  }
  return without('unstable', highest);
}

function* tryTastes(
  baskets: readonly Basket[],
  size: { readonly tastes: number; readonly groupCount: number },
  random: Random,
) {
  const sample = (): Basket[] =>
    Array.from({ length: Math.min(MOST_FITTED, baskets.length) }, () => drawn(baskets, random));
  const mixture = fitTastes(sample(), size, random);
  const sorted = baskets.map((basket) => tasteOf(mixture, basket));
  const agreements: number[] = [];
  for (let k = 0; k < RESAMPLES; k++) {
    yield;
    const other = fitTastes(sample(), size, random);
    const resorted = baskets.map((basket) => tasteOf(other, basket));
    agreements.push(adjustedRandIndex(sorted, resorted));
    if (agreements.length === GIVEN_UP_AFTER && mean(agreements) < HOPELESS) break;
  }
  const least = Math.max(LEAST_BUYERS, LEAST_SHARE * baskets.length);
  const sizes = mixture.logChances.map((_, k) => sorted.filter((taste) => taste === k).length);
  return { mixture, sorted, agreement: mean(agreements), isEven: Math.min(...sizes) >= least };
}

/** Returns the groups of products that each taste buys most above the others, by their part of the divergence. */
function namesOfTastes({ logChances, logShares }: TasteMixture, groupNames: readonly string[]) {
  const usual = groupNames.map((_, group) =>
    logChances.reduce((all, chances, k) => all + Math.exp(logShares[k]! + chances[group]!), 0),
  );
  return logChances.map((chances) => {
    const parts = groupNames.map(
      (_, group) => Math.exp(chances[group]!) * (chances[group]! - Math.log(usual[group]!)),
    );
    const order = parts.map((_, group) => group).sort((a, b) => parts[b]! - parts[a]!);
    const telling = order.filter((group) => parts[group]! > 0).slice(0, NAMES_OF_TASTE);
    return { kind: null, about: telling.map((group) => groupNames[group]!) };
  });
}

function without(lack: GroupLack, agreement: number | null): BuyerGroups {
  return { groups: null, agreement, lack };
}

function drawn<T>(values: ArrayLike<T>, random: Random): T {
  return values[Math.floor(random() * values.length)]!;
}
