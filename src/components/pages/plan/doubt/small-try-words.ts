// Describes the smallest safe try of a plan: what it risks, what it shows, and when to reorder how much.

import { SEEN_WEEKS } from '#core/planning/try/early-pace.ts';
import {
  betterInSteps,
  isClearlyMore,
  LEAST_UNITS,
  type NoTry,
  type SmallestTry,
} from '#core/planning/try/smallest-try.ts';
import type { ReorderStep } from '#core/planning/try/two-stage-policy.ts';
import { HORIZON_DAYS } from '#core/launch/launch-table.ts';
import { isLeadTimeSaid } from '#core/planning/plan/aim.ts';
import { unitCostOf } from '#core/planning/cash/plan-cash.ts';
import type { LaunchAction, LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import type { StockTerms } from '#core/planning/plan/stock-terms.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { sentences } from '#components/words/sentences.ts';
import { leftoverWords } from '#components/words/leftover-words.ts';
import { formatDifference } from '#components/words/ranges.ts';

const WEEK_DAYS = 7;

export interface TryPlan {
  readonly action: Pick<LaunchAction, 'launchDay' | 'stockUnits'>;
  readonly leadTimeDays: number;
  /** Whether the seller said it; else stock is taken to be there at once. */
  readonly isLeadSaid: boolean;
  readonly horizonDays: number;
  /** Share of its cost that a leftover unit loses, 0–1. */
  readonly leftoverLoss: number;
  /** null where not known. */
  readonly unitCost: number | null;
  readonly adSpend: number;
}

/** Anchor of the section of a small first order. */
export const TRY_ANCHOR = 'try-small';

/** Returns what the words need of a plan, its terms of buying stock and its ranking. */
export function tryPlanOf(
  plan: LaunchPlan,
  { leadTimeDays, leftoverLoss }: StockTerms,
  { aim, horizonDays = HORIZON_DAYS }: Pick<Ranking, 'aim' | 'horizonDays'>,
): TryPlan {
  return {
    ...{ action: plan.action, leadTimeDays, leftoverLoss, horizonDays },
    isLeadSaid: isLeadTimeSaid(aim),
    unitCost: unitCostOf(plan),
    adSpend: plan.money?.fixedCost ?? 0,
  };
}

/** The last day whose sales are counted before the reorder. */
function decisionDay({ action }: TryPlan): string {
  return formatShortDay(action.launchDay + SEEN_WEEKS * WEEK_DAYS - 1);
}

function arrivalDay({ action, leadTimeDays }: TryPlan): string {
  return formatShortDay(action.launchDay + SEEN_WEEKS * WEEK_DAYS + leadTimeDays);
}

const REASONS: Readonly<Record<NoTry, (plan: TryPlan) => string>> = {
  'no-money': () => m.try_no_money(),
  'in-stock': () => m.try_in_stock(),
  'too-late': (plan) =>
    m.try_too_late({ day: arrivalDay(plan), days: formatCount(plan.horizonDays) }),
  'no-bad': () => m.try_no_bad(),
  'no-good': () => m.try_no_good(),
  unclear: (plan) => m.try_unclear({ day: decisionDay(plan) }),
  risky: () => m.try_risky(),
  'too-few': ({ action }) =>
    m.try_too_few({ least: formatCount(LEAST_UNITS), stock: formatCount(action.stockUnits) }),
  'no-change': () => m.try_no_change(),
};

/** Says why there is no small try. */
export function noTryWords(reason: NoTry, plan: TryPlan): string {
  return REASONS[reason](plan);
}

/** Returns, for example, "60 units risk 94 at most and show by 15 Mar whether and how much to reorder". */
export function tryFinding({ tried }: SmallestTry, plan: TryPlan): string {
  return m.try_finding({
    ...tally(tried.firstOrder),
    loss: formatMoney(tried.worstLoss),
    day: decisionDay(plan),
  });
}

/** Says what the try earns and shows, compared with ordering everything at once, a sentence for each. */
export function tryFacts(found: SmallestTry, plan: TryPlan): string[] {
  const { tried, bestWithin, best, whole, planProfit, planLoss } = found;
  const gain = tried.expectedProfit - whole.expectedProfit;
  const facts = [
    m.try_fact_profit({
      profit: formatMoney(tried.expectedProfit),
      whole: formatMoney(planProfit),
      again: formatMoney(whole.expectedProfit),
      stock: formatCount(plan.action.stockUnits),
      loss: formatMoney(planLoss),
    }),
    ...paidWords(tried.firstOrder, plan),
    m.try_fact_accuracy({ share: formatPercent(tried.accuracy) }),
    m.try_fact_changes({ share: formatPercent(tried.changes) }),
  ];
  const amount = formatMoney(Math.abs(gain));
  facts.push(
    gain < 0 ? m.try_fact_lost({ amount, day: arrivalDay(plan) }) : m.try_fact_worth({ amount }),
  );
  if (bestWithin.firstOrder > tried.firstOrder)
    facts.push(
      m.try_fact_within({
        ...tally(bestWithin.firstOrder),
        profit: formatMoney(bestWithin.expectedProfit),
        loss: formatMoney(bestWithin.worstLoss),
        limit: formatMoney(found.mostLoss),
      }),
    );
  if (isClearlyMore(best.expectedProfit, whole.expectedProfit))
    facts.push(
      m.try_fact_best({
        ...tally(best.firstOrder),
        difference: formatDifference(best.expectedProfit - whole.expectedProfit, formatMoney),
      }),
    );
  return [...facts, basisWords(found, plan)];
}

function basisWords({ pace }: SmallestTry, { leadTimeDays, isLeadSaid }: TryPlan): string {
  return sentences(
    isLeadSaid ? m.try_basis_lead(tally(leadTimeDays)) : m.try_basis_at_once(),
    pace.isLearnt ? m.try_basis_pace() : m.try_basis_even(),
  );
}

/** Says that reordering is expected to earn clearly more than a plan's one order, and why the plan is one; else ''. */
export function stepsWords(found: SmallestTry | NoTry, { action, isLeadSaid }: TryPlan): string {
  if (typeof found === 'string') return '';
  const better = betterInSteps(found);
  if (!better) return '';
  const gain = m.try_steps({
    units: m.format_units(tally(better.firstOrder)),
    profit: formatMoney(better.expectedProfit),
    order: better.firstOrder < action.stockUnits ? 'smaller' : 'same',
    whole: formatMoney(found.planProfit),
  });
  return sentences(gain, isLeadSaid ? m.try_steps_one() : m.try_steps_at_once());
}

/** Says what is paid at first, and why less than that is at risk. */
function paidWords(units: number, { unitCost, adSpend, leftoverLoss }: TryPlan): string[] {
  if (unitCost === null) return [];
  const paid = m.try_fact_paid({ paid: formatMoney(unitCost * units + adSpend) });
  const left =
    leftoverLoss < 1
      ? m.try_fact_kept({ share: formatPercent(1 - leftoverLoss) })
      : leftoverWords(leftoverLoss);
  return [sentences(paid, left)];
}

/** Heads of the table of reorders. */
export function reorderHeads(plan: TryPlan): string[] {
  return [m.try_head_sold({ day: decisionDay(plan) }), m.try_head_reorder(), m.try_head_chance()];
}

/** Returns the units sold, the reorder and the chance of each step, most sold first. */
export function reorderRows({
  tried: { firstOrder, steps },
}: SmallestTry): (readonly [sold: string, order: string, chance: string])[] {
  const last = steps.length - 1;
  return steps
    .map((step, i): readonly [string, string, string] => {
      const upTo = i === last ? firstOrder : steps[i + 1]!.fromUnits - 1;
      return [
        soldWords(step, upTo, firstOrder),
        step.orderUnits === 0 ? m.try_no_reorder() : formatCount(step.orderUnits),
        formatPercent(step.chance),
      ];
    })
    .reverse();
}

function soldWords({ fromUnits }: ReorderStep, upTo: number, firstOrder: number): string {
  if (fromUnits === firstOrder) return m.try_sold_all({ text: formatCount(firstOrder) });
  if (fromUnits === 0) return m.try_sold_at_most({ text: formatCount(upTo) });
  if (fromUnits === upTo) return formatCount(upTo);
  return m.try_sold_from({ from: formatCount(fromUnits), to: formatCount(upTo) });
}
