// How much colours and other options are liked: within a launch, the shares of its options are in proportion to their
// likings (Luce 1959). A liking is a product of factors of the colour family and of the option itself, each over the year
// and in the quarter of the launch. Each has a gamma prior around 1 and is found by minorise-maximise steps (Hunter
// 2004), so an option with few units is close to its family, and a family with few units is close to the others.

import { monthOfYear, type Day } from '#core/base/dates.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import type { CountedLaunch } from './counted-launches.ts';
import {
  effectiveUnits,
  fitConcentration,
  LEAST_UNCENSORED,
  type ConcentrationPrior,
} from './dirichlet-multinomial.ts';

/** A factor of a liking with the effective units that it rests on. */
export interface Liking {
  readonly factor: number;
  /** Units that were expected with a factor of 1. */
  readonly expected: number;
}

export interface OptionLikings {
  readonly options: ReadonlyMap<string, Liking>;
  readonly families: ReadonlyMap<string, Liking>;
  /** Of families and of options, by `seasonOf`. */
  readonly seasons: ReadonlyMap<string, Liking>;
  /** Concentration of launches around the shares that likings give. */
  readonly ofLaunches: number;
  readonly launches: number;
}

/** Effective units that the priors count for: shape and rate of the gamma distribution. */
export const PRIOR_UNITS = 6;
const LAUNCH_PRIOR: ConcentrationPrior = { median: 30, spread: 1 };
const STEPS = 30;
const ROUNDS = 2;

type FamilyOf = (option: string) => string;
type OptionLaunch = CountedLaunch & { readonly options: NonNullable<CountedLaunch['options']> };

/** Returns the name of a family or an option in the quarter of a launch. */
export function seasonOf(name: string, day: Day): string {
  return `${name} ${Math.ceil(monthOfYear(day) / 3)}`;
}

/** Learns the likings; the family of an option that is no colour is ''. */
export function learnOptions(
  launches: readonly CountedLaunch[],
  familyOf: FamilyOf,
): OptionLikings {
  const own = launches.filter((each): each is OptionLaunch => each.options !== null);
  let ofLaunches = LAUNCH_PRIOR.median;
  let likings = { options: new Map(), families: new Map(), seasons: new Map() } as Factors;
  for (let round = 0; round < ROUNDS; round++) {
    for (let step = 0; step < STEPS; step++)
      likings = improved(likings, own, { familyOf, ofLaunches });
    const judged = own.filter(({ isUncensored }) => isUncensored);
    if (judged.length < LEAST_UNCENSORED) continue;
    const groups = judged.map(({ options: { keys, demand }, units, day }) => {
      const all = sum(demand);
      return {
        counts: demand.map((each) => (each * units) / all),
        means: sharesOf(keys.map((key) => likingOf(likings, key, { family: familyOf(key), day }))),
      };
    });
    ofLaunches = fitConcentration(groups, LAUNCH_PRIOR);
  }
  return { ...likings, ofLaunches, launches: own.length };
}

type Factors = Pick<OptionLikings, 'options' | 'families' | 'seasons'>;

/** Returns the liking of an option in a launch; 1 where nothing is known. */
export function likingOf(
  { options, families, seasons }: Factors,
  option: string,
  { family, day }: { readonly family: string; readonly day: Day },
): number {
  const factorOf = (likings: ReadonlyMap<string, Liking>, key: string) =>
    likings.get(key)?.factor ?? 1;
  const ofFamily =
    family === '' ? 1 : factorOf(families, family) * factorOf(seasons, seasonOf(family, day));
  return ofFamily * factorOf(options, option) * factorOf(seasons, seasonOf(`=${option}`, day));
}

interface Sums {
  seen: number;
  expected: number;
}

function improved(
  before: Factors,
  launches: readonly OptionLaunch[],
  { familyOf, ofLaunches }: { readonly familyOf: FamilyOf; readonly ofLaunches: number },
): Factors {
  const sums = { options: new Map(), families: new Map(), seasons: new Map() } as Record<
    keyof Factors,
    Map<string, Sums>
  >;
  for (const { options, units, day, weight } of launches) {
    const { keys, demand } = options;
    const families = keys.map(familyOf);
    const likings = keys.map((key, i) => likingOf(before, key, { family: families[i]!, day }));
    const shares = sharesOf(likings);
    const all = sum(demand);
    const effective = weight * effectiveUnits(units, ofLaunches);
    keys.forEach((key, i) => {
      const seen = (effective * demand[i]!) / all;
      const expected = effective * shares[i]!;
      add(sums.options, key, { seen, expected });
      add(sums.seasons, seasonOf(`=${key}`, day), { seen, expected });
      if (families[i] === '') return;
      add(sums.families, families[i]!, { seen, expected });
      add(sums.seasons, seasonOf(families[i]!, day), { seen, expected });
    });
  }
  return {
    options: updated(before.options, sums.options),
    families: updated(before.families, sums.families),
    seasons: updated(before.seasons, sums.seasons),
  };
}

function add(sums: Map<string, Sums>, key: string, { seen, expected }: Sums): void {
  const known = sums.get(key);
  if (!known) return void sums.set(key, { seen, expected });
  known.seen += seen;
  known.expected += expected;
}

/** Returns (prior + seen) / (prior + expected with a factor of 1), halfway on the log scale, so that three factors converge. */
function updated(
  before: ReadonlyMap<string, Liking>,
  sums: ReadonlyMap<string, Sums>,
): ReadonlyMap<string, Liking> {
  return new Map(
    [...sums].map(([key, { seen, expected }]) => {
      const old = before.get(key)?.factor ?? 1;
      const without = expected / old;
      const target = (PRIOR_UNITS + seen) / (PRIOR_UNITS + without);
      return [key, { factor: Math.sqrt(old * target), expected: without }];
    }),
  );
}

function sharesOf(likings: readonly number[]): number[] {
  const all = sum(likings);
  return likings.map((liking) => liking / all);
}
