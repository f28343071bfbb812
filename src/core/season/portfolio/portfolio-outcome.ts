// What a portfolio may bring: equally likely cases of all its launches. Misses of launches of one month are correlated, of
// one category of that month more (Gaussian copula with nested factors, after Li, Journal of Fixed Income 2000).

import { normalShare } from '#core/base/statistics/normal-distribution.ts';
import { quantileOfSorted } from '#core/base/statistics/statistics.ts';
import type { Day } from '#core/base/dates.ts';
import { spreadOfFactors } from '#core/planning/economics/demand.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { rangeAround } from '#core/planning/plan/outcome-range.ts';
import { unitMoney } from '#core/planning/plan/unit-money.ts';
import type { ArticleOption, Shortlist } from '#core/planning/suppliers/shortlist.ts';
import { launchOutcome, normals } from '../calendar/season-range.ts';
import {
  lossOfPairs,
  takenOptions,
  type Portfolio,
  type PortfolioProblem,
} from './portfolio-problem.ts';

const DRAWS = 1000;
/** Seeds of what launches have in common begin here; those of each launch begin at 0. */
const COMMON_SEED = 1 << 20;

export interface PortfolioMonth {
  readonly launchDay: Day;
  readonly launchCount: number;
  readonly expected: number;
  /** Chance that its launches lose money together, 0–1. */
  readonly lossChance: number;
}

export interface PortfolioOutcome {
  readonly articleCount: number;
  /** In the objective, less what similar articles take from each other. */
  readonly total: OutcomeRange;
  /** Money paid before the first sale; null where the cost of some article is not known. */
  readonly outlay: number | null;
  /** Mean chance of a loss of the months, 0–1; 0 without a month. */
  readonly lossShare: number;
  /** Earliest first. */
  readonly months: readonly PortfolioMonth[];
}

/** What an article's demand and value follow from. */
export type SharedFigures = Pick<Shortlist, 'objective' | 'demandFactors' | 'rangeWidth'>;

/** Returns the outcome of a portfolio over equally likely cases; the same portfolio always has the same. */
export function portfolioOutcome(
  problem: PortfolioProblem,
  portfolio: Portfolio,
  shared: SharedFigures,
): PortfolioOutcome {
  const taken = takenOptions(problem, portfolio);
  const places = [...taken.keys()].filter((place) => taken[place]);
  const launches = places.map((place) => ({
    option: taken[place]!,
    category: problem.candidates[place]!.category,
  }));
  const drawn = drawnOutcomes(launches, problem.correlation, shared);
  const lost = lossOfPairs(problem, portfolio);
  const totals = new Float64Array(DRAWS).fill(0 - lost);
  drawn.forEach((own) => {
    own.forEach((value, i) => (totals[i] = totals[i]! + value));
  });
  totals.sort();
  const expected = launches.reduce((all, { option }) => all + option.value, 0 - lost);
  const months = monthsOf(launches, drawn);
  const outlay = launches.reduce((all, { option }) => all + (option.outlay ?? NaN), 0);
  const chances = months.reduce((all, { lossChance }) => all + lossChance, 0);
  return {
    articleCount: launches.length,
    total: rangeAround(expected, (share) => quantileOfSorted(totals, share)),
    outlay: Number.isNaN(outlay) ? null : outlay,
    lossShare: months.length === 0 ? 0 : chances / months.length,
    months,
  };
}

/** Returns the range of one option's objective, alone. */
export function optionRange(option: ArticleOption, shared: SharedFigures): OutcomeRange {
  const { at } = outcomeOf(option, shared, 0);
  return rangeAround(option.value, at);
}

function outcomeOf(
  option: ArticleOption,
  { objective, demandFactors, rangeWidth }: SharedFigures,
  seed: number,
) {
  const { launchDay, value, logUnits, stockUnits } = option;
  return launchOutcome(
    { objective, spread: spreadOfFactors(demandFactors, rangeWidth), weeks: [launchDay] },
    { value, week: 0, logUnits, stockUnits, money: unitMoney(option.money) },
    seed,
  );
}

interface Launch {
  readonly option: ArticleOption;
  readonly category: string;
}

/** Returns the objective of each launch in each case, [launches][cases]. */
function drawnOutcomes(
  launches: readonly Launch[],
  { month, category: inCategory }: PortfolioProblem['correlation'],
  shared: SharedFigures,
): Float64Array[] {
  const own = Math.sqrt(Math.max(0, 1 - month - inCategory));
  const factors = new Map<string, Float64Array>();
  const factorOf = (key: string): Float64Array => {
    const known = factors.get(key) ?? normalCases(COMMON_SEED + factors.size);
    factors.set(key, known);
    return known;
  };
  return launches.map(({ option, category }, i) => {
    const { launchDay } = option;
    const { at } = outcomeOf(option, shared, i);
    const ofMonth = factorOf(String(launchDay));
    const ofCategory = factorOf(`${String(launchDay)} ${category}`);
    return normalCases(i).map((noise, draw) =>
      at(
        normalShare(
          Math.sqrt(month) * ofMonth[draw]! +
            Math.sqrt(inCategory) * ofCategory[draw]! +
            own * noise,
        ),
      ),
    );
  });
}

function monthsOf(launches: readonly Launch[], drawn: readonly Float64Array[]): PortfolioMonth[] {
  const days = [...new Set(launches.map(({ option }) => option.launchDay))].sort((a, b) => a - b);
  return days.map((launchDay): PortfolioMonth => {
    const own = launches.flatMap(({ option }, i) => (option.launchDay === launchDay ? [i] : []));
    let losses = 0;
    for (let draw = 0; draw < DRAWS; draw++)
      if (own.reduce((all, i) => all + drawn[i]![draw]!, 0) < 0) losses += 1;
    return {
      launchDay,
      launchCount: own.length,
      expected: own.reduce((all, i) => all + launches[i]!.option.value, 0),
      lossChance: losses / DRAWS,
    };
  });
}

/** Returns a standard normal draw for each case. */
function normalCases(seed: number): Float64Array {
  const next = normals(seed);
  return Float64Array.from({ length: DRAWS }, () => next());
}
