// How far the total of a season may lie from what is expected: launches of a month share a part of their fate, those of different months
// none. A Gaussian copula with a common factor a month (Li, Journal of Fixed Income 2000): launch i of month m comes out at the share
// Φ(√ρ F_m + √(1 − ρ) ε_i) of its own outcomes.

import { monthStart, type Day } from '../dates.ts';
import { demandPoints } from '../launch/demand.ts';
import type { OutcomeRange } from '../launch/launch-plan.ts';
import { rangeAround } from '../launch/outcome-range.ts';
import { normalQuantile, normalShare } from '../normal-distribution.ts';
import { seededRandom } from '../random.ts';
import { quantileOfSorted } from '../statistics.ts';
import type { SeasonOffers } from './season-offers.ts';
import type { SeasonOption } from './season-option.ts';

/** One part of a total. */
export interface UncertainOutcome {
  readonly expected: number;
  /** What so large a share of its outcomes stays below: 0–1, ascending. */
  readonly at: (share: number) => number;
  /** Of its own chance: the same product misses alike wherever it is placed, so that a total does not waver when it is moved. */
  readonly seed: number;
  /** Shares the fate of parts of the same month. */
  readonly month: Day;
}

const DRAWS = 1000;

/** @param sharedFate correlation of two parts of one month, 0–1 */
export function totalRange(
  parts: readonly UncertainOutcome[],
  sharedFate: number,
  lost = 0,
): OutcomeRange {
  const expected = parts.reduce((all, part) => all + part.expected, -lost);
  const [common, own] = [Math.sqrt(sharedFate), Math.sqrt(1 - sharedFate)];
  const shares = Float64Array.from({ length: DRAWS }, (_, i) => (i + 0.5) / DRAWS);
  const factorsOf = factorsByMonth(shares.map(normalQuantile), parts);
  const totals = new Float64Array(DRAWS).fill(-lost);
  for (const { at, seed, month } of parts) {
    const factors = factorsOf(month);
    const normal = normals(seed);
    // One alone shares its fate with no other, and comes to what is said of it.
    const isAlone = parts.length === 1;
    for (let i = 0; i < DRAWS; i++) {
      const drawn = isAlone ? shares[i]! : normalShare(common * factors[i]! + own * normal());
      totals[i] = totals[i]! + at(drawn);
    }
  }
  totals.sort();
  return rangeAround(expected, (share) => quantileOfSorted(totals, share));
}

/** The same equally likely factors for each month, in an order of its own. */
function factorsByMonth(
  factors: Float64Array,
  parts: readonly UncertainOutcome[],
): (month: Day) => Float64Array {
  const months = [...new Set(parts.map(({ month }) => month))];
  if (months.length < 2) return () => factors;
  const known = new Map(months.map((month) => [month, shuffled(factors, month)]));
  return (month) => known.get(month)!;
}

/** Fisher and Yates. */
function shuffled(values: Float64Array, seed: number): Float64Array {
  const random = seededRandom(seed);
  const list = values.slice();
  for (let i = list.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [list[i], list[other]] = [list[other]!, list[i]!];
  }
  return list;
}

/** Of a launch alone, in what the season is planned for. */
export function launchOutcome(
  { objective, spread, weeks }: Pick<SeasonOffers, 'objective' | 'spread' | 'weeks'>,
  { value, week, logUnits, money, stockUnits }: SeasonOption,
  seed: number,
): UncertainOutcome {
  const points = demandPoints(spread, logUnits);
  const outcomeOf = (units: number) => {
    const sold = Math.min(units, stockUnits);
    if (objective === 'profit')
      return money.margin * sold - money.leftover * (stockUnits - sold) - money.fixedCost;
    return objective === 'revenue' ? money.revenue * sold : sold;
  };
  const outcomes = points.map(outcomeOf).sort();
  const last = outcomes.length - 1;
  return {
    ...{ expected: value, seed, month: monthStart(weeks[week]!) },
    at: (share) => outcomes[Math.min(last, Math.floor(share * outcomes.length))]!,
  };
}

/** Of what is known by its ranges only: straight between them, and on at the ends as steeply as before. */
export function rangedOutcome(
  range: OutcomeRange,
  { seed, month }: Pick<UncertainOutcome, 'seed' | 'month'>,
): UncertainOutcome {
  const { expected, low80, low50, high50, high80 } = range;
  const shares = [0.1, 0.25, 0.5, 0.75, 0.9];
  // Of money the expected value is the mean, which lies between the quarters only where outcomes are not too skewed.
  const values = [low80, low50, Math.min(high50, Math.max(low50, expected)), high50, high80];
  const at = (share: number): number => {
    const i = Math.min(
      3,
      Math.max(
        0,
        shares.findLastIndex((each) => each <= share),
      ),
    );
    const [from, to] = [shares[i]!, shares[i + 1]!];
    return values[i]! + ((share - from) / (to - from)) * (values[i + 1]! - values[i]!);
  };
  return { expected, at, seed, month };
}

/** Standard normal, by Box and Muller. */
function normals(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
