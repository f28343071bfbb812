// Whether to order more of a product that is on sale, and how much: once less is there than the newsvendor's quantile of what will be
// asked for until the next order could be there, the order that is worth most (an (s, S) policy, looked at once a week).

import { demandAt, demandPoints, demandSpread, oddsOfDemand } from '../launch/demand.ts';
import { serviceLevel } from '../launch/first-stock.ts';
import { quantileOfSorted } from '../statistics.ts';
import { bestOrder, type DemandToCome, type OrderTerms } from './best-order.ts';
import type { ReorderLessons } from './reorder-lessons.ts';
import { RESIDUALS_BY_RULE, restByRule } from './rest-by-rule.ts';
import { expectedRest, type EarlySales, type RestWindow } from './rest-lesson.ts';

/** What the seller says of a launch some weeks after its first day. */
export interface RunningLaunch {
  readonly soldUnits: number;
  /** Days on which there was nothing to sell. */
  readonly daysWithoutStock: number;
  readonly stockLeft: number;
  /** Ordered before, and on its way. */
  readonly onOrder: number;
  /** log1p of the units that were expected over the horizon; NaN where that is not known. */
  readonly forecastLog: number;
}

export interface ReorderTerms extends OrderTerms {
  /** Over which the forecast counts. */
  readonly horizonDays: number;
}

/** The middle, and what 8 in 10 such launches fall in. */
export interface UnitsToCome extends RestWindow {
  readonly expected: number;
  readonly low80: number;
  readonly high80: number;
}

export interface ReorderAdvice {
  readonly kind: 'order' | 'enough' | 'too-late';
  /** 0: nothing. */
  readonly orderUnits: number;
  /** Order where fewer pieces are there or on their way. */
  readonly reorderPoint: number;
  readonly soon: UnitsToCome;
  readonly rest: UnitsToCome;
  /** The share of cases in which what is there and on its way is less than what is asked for soon. */
  readonly shortOdds: number;
  /** Past launches that it rests on; null: too few tell, and a rule of thumb stands in for them. */
  readonly launchCount: number | null;
}

const WEEK_DAYS = 7;
/** What a launch that was hardly ever in stock would have sold, nobody can tell: at most twice as much. */
const LEAST_TIME_IN_STOCK = 0.5;

export function adviseReorder(
  lessons: ReorderLessons,
  launch: RunningLaunch,
  terms: ReorderTerms,
): ReorderAdvice {
  const { soon, rest } = demandOf(lessons, launch, terms);
  const there = launch.stockLeft + launch.onOrder;
  const reorderPoint = Math.ceil(demandAt(soon.spread, soon.logUnits, serviceLevel(terms.money)));
  const isAsked = !lessons.isTooLate && there < reorderPoint;
  const orderUnits = isAsked ? bestOrder({ soon, rest, there }, terms) : 0;
  return {
    kind: lessons.isTooLate ? 'too-late' : orderUnits > 0 ? 'order' : 'enough',
    ...{ orderUnits, reorderPoint },
    soon: { ...lessons.soon, ...rangeOf(soon) },
    rest: { ...lessons.rest, ...rangeOf(rest) },
    shortOdds: oddsOfDemand(soon.spread, soon.logUnits, Math.floor(there) + 1),
    launchCount: lessons.learnt?.rest.launchCount ?? null,
  };
}

function demandOf(
  { learnt, ...spans }: ReorderLessons,
  launch: RunningLaunch,
  { horizonDays }: ReorderTerms,
): { readonly soon: DemandToCome; readonly rest: DemandToCome } {
  const early = earlySales(launch, spans.rest.after);
  const of = (name: 'soon' | 'rest'): DemandToCome => {
    if (learnt)
      return {
        logUnits: expectedRest(learnt[name], early),
        spread: demandSpread(learnt[name].residuals),
      };
    const window = { ...spans[name], forecastWeeks: horizonDays / WEEK_DAYS };
    return { logUnits: restByRule(early, window), spread: demandSpread(RESIDUALS_BY_RULE) };
  };
  return { soon: of('soon'), rest: of('rest') };
}

/** As if there had been stock on every day. */
function earlySales(launch: RunningLaunch, weeks: number): EarlySales {
  const days = WEEK_DAYS * weeks;
  const inStock = Math.max(LEAST_TIME_IN_STOCK, (days - launch.daysWithoutStock) / days);
  return { units: launch.soldUnits / inStock, forecastLog: launch.forecastLog };
}

function rangeOf({ spread, logUnits }: DemandToCome): Omit<UnitsToCome, keyof RestWindow> {
  const points = demandPoints(spread, logUnits);
  const [low80, expected, high80] = [0.1, 0.5, 0.9].map((share) => quantileOfSorted(points, share));
  return { low80: low80!, expected: expected!, high80: high80! };
}
