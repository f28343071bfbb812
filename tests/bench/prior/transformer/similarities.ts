// How alike launches are to those of the context, in each respect that is known: Gaussian processes and the network's
// fields are made of these. Everything is fitted to the context.

import { mean, quantile, standardDeviation, finite } from '#core/base/statistics/statistics.ts';
import { dot } from '#core/base/statistics/vectors.ts';
import type { KnownLaunches } from './known-launches.ts';

export const DAYS_PER_YEAR = 365.25;

/** What a similarity is about: experts choose by it. */
export type Respect = 'text' | 'label' | 'number' | 'line' | 'time' | 'together' | 'near';

/** Similarity to each launch of the context, [context], in one respect. */
interface Similarity {
  readonly respect: Respect;
  /** Whether being near means being alike in it, too. */
  readonly isNear: boolean;
  readonly of: (launches: KnownLaunches, i: number) => Float64Array;
}

export interface Similarities {
  readonly respects: readonly Respect[];
  /** Those of the context's launches to each other, [context][respects][context]. */
  readonly context: readonly (readonly Float64Array[])[];
  /** Returns the similarities of a launch to the context, [respects][context], each of about 1 to itself. */
  readonly of: (launches: KnownLaunches, i: number) => Float64Array[];
}

/** Years in which the likeness of launches fades, and width of a season in a year. */
const FADING_YEARS = 0.4;
const SEASON_WIDTH = 0.5;
/** From so many years on, seasons come round. */
const SEASON_YEARS = 1;
const NEAR = 2.5;
const NEAREST = 6;
/** A number that more launches miss is not compared. */
const MOST_MISSING = 0.9;
const LEAST_SPREAD = 1e-6;
/** A word or item counts if so many launches have it. */
const LEAST_SHARED = 2;

export function fitSimilarities(context: KnownLaunches): Similarities {
  const meaning = meaningOf(context);
  const bags = context.bags.map((bag, place) => bagOf(bag, place));
  const labels = context.labels.map((own, place) => labelOf(own, place));
  const [fading, ...season] = timesOf(context);
  const each = [
    ...meaning,
    ...bags.flat(),
    ...labels.flat(),
    ...context.numbers.flatMap((_, place) => numbersOf(context, place)),
    ...crowdingOf(context),
    ...[fading!, ...season],
  ];
  // What suits a product: a season, a channel or a promotion may suit products that are alike.
  const [category = [], , channel = [], promotion = []] = labels;
  const products = [...meaning, ...(bags[0] ?? []), ...category].map((one) => each.indexOf(one));
  const decisions = [...season, ...channel, ...promotion].map((one) => each.indexOf(one));
  const pairs = products.flatMap((one) => decisions.map((other) => [one, other] as const));
  const raw = (launches: KnownLaunches, i: number) => {
    const own = each.map(({ of }) => of(launches, i));
    const together = pairs.map(([a, b]) => own[a]!.map((value, j) => value * own[b]![j]!));
    return [
      ...own,
      ...together,
      ...nearOf(
        own.filter((_, k) => each[k]!.isNear),
        context.count,
      ),
    ];
  };
  const respects: Respect[] = [
    ...each.map(({ respect }) => respect),
    ...pairs.map(() => 'together' as const),
    ...['near' as const, 'near' as const],
  ];
  const rows = Array.from({ length: context.count }, (_, i) => raw(context, i));
  const scales = respects.map((_, k) => {
    const toThemselves = mean(rows.map((own, i) => own[k]![i]!));
    return 1 / Math.max(toThemselves, LEAST_SPREAD);
  });
  const scaled = (row: readonly Float64Array[]) =>
    row.map((own, k) => own.map((value) => value * scales[k]!));
  return {
    respects,
    context: rows.map(scaled),
    of: (launches, i) => scaled(raw(launches, i)),
  };
}

/** Returns how near launches are in all respects together: a little, and very. */
function nearOf(alike: readonly Float64Array[], count: number): Float64Array[] {
  const together = Float64Array.from({ length: count }, (_, j) =>
    mean(alike.map((own) => Math.max(-1, Math.min(1, own[j]!)))),
  );
  return [NEAR, NEAREST].map((sharpness) =>
    together.map((value) => Math.exp(sharpness * (value - 1))),
  );
}

/** Means of titles around the context's mean, in units of their usual distance from it; null where none was read. */
export interface Meanings {
  readonly centre: Float64Array;
  readonly scale: number;
}

export function fitMeanings({ meanings, count }: KnownLaunches): Meanings | null {
  const size = meanings.find((each) => each !== null)?.length;
  if (size === undefined) return null;
  const centre = new Float64Array(size);
  for (const each of meanings)
    each?.forEach((value, k) => (centre[k] = centre[k]! + value / count));
  const squares = meanings.map((each) => {
    const own = each && around(centre, 1, each);
    return own ? dot(own, 0, own, 0, size) : 0;
  });
  const usual = Math.sqrt(mean(squares));
  return usual < LEAST_SPREAD ? null : { centre, scale: 1 / usual };
}

/** Returns a title's meaning as `Meanings` scales it, [512]. */
export function scaledMeaning(
  { centre, scale }: Meanings,
  meaning: Float32Array | null,
): Float64Array | null {
  return meaning && around(centre, scale, meaning);
}

function around(centre: Float64Array, scale: number, meaning: Float32Array): Float64Array {
  return centre.map((value, k) => scale * (meaning[k]! - value));
}

function meaningOf(context: KnownLaunches): Similarity[] {
  const meanings = fitMeanings(context);
  if (!meanings) return [];
  const own = context.meanings.map((each) => scaledMeaning(meanings, each));
  const size = meanings.centre.length;
  const of = (launches: KnownLaunches, i: number) => {
    const asked = scaledMeaning(meanings, launches.meanings[i]!);
    return Float64Array.from(own, (each) => (asked && each ? dot(asked, 0, each, 0, size) : 0));
  };
  return [{ respect: 'text', isNear: true, of }];
}

/** Cosine of words or items, weighted by rarity ln(1 + n / n having it); none where no two launches share any. */
function bagOf(bag: readonly (readonly string[])[], place: number): Similarity[] {
  const counts = new Map<string, number>();
  for (const items of bag) for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const rarity = new Map(
    [...counts].flatMap(([item, count]) =>
      count >= LEAST_SHARED ? [[item, Math.log(1 + bag.length / count)] as const] : [],
    ),
  );
  if (rarity.size === 0) return [];
  const weighed = (items: readonly string[]) => {
    const known = items.flatMap((item) => {
      const weight = rarity.get(item);
      return weight === undefined ? [] : [[item, weight] as const];
    });
    const length = Math.hypot(...known.map(([, weight]) => weight));
    return known.map(([item, weight]) => [item, weight / length] as const);
  };
  const having = new Map<string, { launch: number; weight: number }[]>();
  bag.forEach((items, launch) => {
    for (const [item, weight] of weighed(items))
      having.set(item, [...(having.get(item) ?? []), { launch, weight }]);
  });
  const of = (launches: KnownLaunches, i: number) => {
    const shared = new Float64Array(bag.length);
    for (const [item, weight] of weighed(launches.bags[place]![i]!))
      for (const each of having.get(item)!)
        shared[each.launch] = shared[each.launch]! + weight * each.weight;
    return shared;
  };
  return [{ respect: 'text', isNear: true, of }];
}

/** 1 where both have the same label; none where the context has no two labels. */
function labelOf(labels: readonly string[], place: number): Similarity[] {
  if (!tells(labels)) return [];
  const of = (launches: KnownLaunches, i: number) => {
    const own = launches.labels[place]![i]!;
    return Float64Array.from(labels, (label) => (label !== '' && label === own ? 1 : 0));
  };
  return [{ respect: 'label', isNear: true, of }];
}

/** Returns whether a column of labels differs: one that is the same for all tells nothing. */
export function tells(labels: readonly string[]): boolean {
  return new Set(labels).size > 1;
}

/** How a number is scaled: by median and quartiles, smoothly bounded to 3. */
export interface NumberScale {
  readonly isLogged: boolean;
  readonly middle: number;
  readonly spread: number;
}

/** Quartiles of a normal distribution are this many standard deviations apart. */
const QUARTILES_APART = 1.35;
/** A number of 0 or more is logged where its largest is above so many medians. */
const SKEWED = 20;
const BOUND = 3;
const LEAST_KNOWN = 3;

/** null: too few are known. */
export function fitNumberScale(values: ArrayLike<number>): NumberScale | null {
  const known = finite(Array.from(values));
  if (known.length < LEAST_KNOWN) return null;
  const most = Math.max(...known);
  const isLogged = Math.min(...known) >= 0 && most > SKEWED * Math.max(quantile(known, 0.5), 1e-9);
  const own = isLogged ? known.map(Math.log1p) : known;
  const quartiles = quantile(own, 0.75) - quantile(own, 0.25);
  const spread = quartiles / QUARTILES_APART || standardDeviation(own) || 1;
  return { isLogged, middle: quantile(own, 0.5), spread };
}

/** Returns the scaled number; 0 where it is unknown. */
export function scaledNumber({ isLogged, middle, spread }: NumberScale, value: number): number {
  if (!Number.isFinite(value)) return 0;
  const plain = ((isLogged ? Math.log1p(value) : value) - middle) / spread;
  return Number.isFinite(plain) ? plain / Math.sqrt(1 + (plain / BOUND) ** 2) : 0;
}

/** A bell around the number, and a line; neither where too few are known or all are the same. */
function numbersOf(context: KnownLaunches, place: number): Similarity[] {
  const values = context.numbers[place]!;
  const scale = fitNumberScale(values);
  if (!scale) return [];
  const own = values.map((value) => scaledNumber(scale, value));
  const missing = values.filter((value) => !Number.isFinite(value)).length / values.length;
  if (missing >= MOST_MISSING || standardDeviation(own) <= LEAST_SPREAD) return [];
  const asked = (launches: KnownLaunches, i: number) =>
    scaledNumber(scale, launches.numbers[place]![i]!);
  const bell = (launches: KnownLaunches, i: number) => {
    const value = asked(launches, i);
    return own.map((each) => Math.exp(-((value - each) ** 2) / 2));
  };
  return [{ respect: 'number', isNear: true, of: bell }, lineOf(own, asked)];
}

function lineOf(
  own: Float64Array,
  asked: (launches: KnownLaunches, i: number) => number,
): Similarity {
  const of = (launches: KnownLaunches, i: number) => {
    const value = asked(launches, i);
    return own.map((each) => value * each);
  };
  return { respect: 'line', isNear: false, of };
}

function crowdingOf({ crowding }: KnownLaunches): Similarity[] {
  const scale = fitNumberScale(crowding);
  if (!scale) return [];
  const own = crowding.map((value) => scaledNumber(scale, value));
  return [lineOf(own, (launches, i) => scaledNumber(scale, launches.crowding[i]!))];
}

function timesOf({ day, count }: KnownLaunches): Similarity[] {
  const apart = (launches: KnownLaunches, i: number) =>
    day.map((each) => Math.abs(launches.day[i]! - each) / DAYS_PER_YEAR);
  const fading = (launches: KnownLaunches, i: number) =>
    apart(launches, i).map((years) => Math.exp(-years / FADING_YEARS));
  const round = (launches: KnownLaunches, i: number) =>
    apart(launches, i).map((years) =>
      Math.exp((-2 * Math.sin(Math.PI * years) ** 2) / SEASON_WIDTH),
    );
  const time = { respect: 'time', isNear: true, of: fading } as const;
  const isLong = (day[count - 1]! - day[0]!) / DAYS_PER_YEAR > SEASON_YEARS;
  return isLong ? [time, { respect: 'time', isNear: false, of: round }] : [time];
}
