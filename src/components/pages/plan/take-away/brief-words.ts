import type { Aim } from '#core/planning/plan/aim.ts';
import type {
  LaunchPlan,
  PlannedLaunch,
  Ranking,
  ForecastOutcome,
  OutcomeRange,
} from '#core/planning/plan/launch-plan.ts';
import { orderDay } from '#core/planning/plan/open-tasks.ts';
import { m } from '#messages';
import { sentences } from '#components/words/sentences.ts';
import {
  formatMoment,
  formatShortDay,
  formatWeekday,
  horizonWords,
} from '#components/words/dates.ts';
import { actionSummary, decisionParts, rangeWords } from '../plan-words.ts';
import { verdictWords } from '../caution-words.ts';
import { formatMoney } from '#components/words/money.ts';
import { formatUnits } from '#components/words/numbers.ts';

/** Says what to do. Where a launch is not proposed, says why and gives the best plan found. */
export function decisionWords(plan: LaunchPlan): string {
  const against = verdictWords(plan.verdict);
  if (against !== null)
    return sentences(
      against,
      m.take_best_found({ action: actionSummary(plan.action, plan.product) }),
    );
  const words = decisionParts(plan.action, plan.product).map(({ lead, value }) => lead + value);
  return words.join('') + m.plan_decision_stop();
}

/** Says by when to order; null if there is nothing to order in advance. */
export function orderWords(plan: LaunchPlan, aim: Aim): string | null {
  const day = orderDay(plan, aim);
  return day === null ? null : m.plan_order_by({ day: formatWeekday(day) });
}

/** Returns the heading of a forecast: its horizon, unless some of its figures count later sales. */
export function forecastHead(
  { money }: Pick<PlannedLaunch, 'money'>,
  horizonDays?: number,
): string {
  if (money?.later) return m.take_forecast();
  return m.take_first_weeks({ horizon: horizonWords(horizonDays) });
}

/** Returns, for example, "order by 23 Apr"; '' if there is nothing to order in advance. */
export function orderBy(plan: LaunchPlan, aim: Aim): string {
  const day = orderDay(plan, aim);
  return day === null ? '' : m.plan_order_by_short({ day: formatShortDay(day) });
}

/** Returns lines such as "Demand forecast: about 120, likely 80–190", also for money that is known. */
export function outcomeWords({ outcome }: Pick<PlannedLaunch, 'outcome'>): string[] {
  return outcomeLines(outcome).map(({ label, range, format }) =>
    m.take_labelled({ label, text: rangeWords(range, format) }),
  );
}

export function madeWords({ plannedAt }: Ranking, datasetName: string): string {
  return m.take_made({ moment: formatMoment(plannedAt), dataset: datasetName });
}

interface OutcomeLine {
  readonly name: 'units' | 'revenue' | 'profit';
  readonly label: string;
  readonly range: OutcomeRange;
  readonly format: (value: number | null | undefined) => string;
}

/** Returns the known parts of an outcome: units always, money where prices and costs are known. */
export function outcomeLines({ units, revenue, profit }: ForecastOutcome): OutcomeLine[] {
  const lines: OutcomeLine[] = [
    { name: 'units', label: m.plan_demand(), range: units, format: formatUnits },
  ];
  if (revenue)
    lines.push({ name: 'revenue', label: m.plan_revenue(), range: revenue, format: formatMoney });
  if (profit)
    lines.push({ name: 'profit', label: m.plan_profit(), range: profit, format: formatMoney });
  return lines;
}
