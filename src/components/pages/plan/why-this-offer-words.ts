// Says why a plan is not sooner, what it was tied with, and what lawful offers cost.

import { isInEu } from '#core/launch/events/markets.ts';
import type { LaunchPlan, PassedOver, Ranking } from '#core/planning/plan/launch-plan.ts';
import { plannedValue } from '#core/planning/plan/planned-value.ts';
import { forbidsReductions } from '#core/planning/plan/reduction-rules.ts';
import { bestSoonerLaunch } from '#core/planning/plan/sooner-launch.ts';
import { tagPrice } from '#core/planning/plan/tag-price.ts';
import { m } from '#messages';
import { formatShortDay } from '#components/words/dates.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { sentences } from '#components/words/sentences.ts';
import { objectiveWords } from './plan-words.ts';

/** Returns the sentences about a plan, those that apply. */
export function whyThisOfferWords(plan: LaunchPlan, ranking: Ranking): string[] {
  return [
    soonerWords(plan, ranking),
    passedOverWords(plan, ranking),
    ...reductionWords(plan, ranking),
  ].filter((words) => words !== '');
}

/** Says what the best of the next weeks would bring where a plan is further off. */
function soonerWords(plan: LaunchPlan, ranking: Ranking): string {
  const best = bestSoonerLaunch(plan, ranking);
  if (!best) return '';
  const { format } = objectiveWords(ranking.objective);
  return m.plan_sooner({
    weeks: formatCount(best.weeksAway),
    day: formatShortDay(best.day),
    place: best.channel === null ? 'none' : 'named',
    channel: best.channel ?? '',
    value: format(best.value),
    own: format(plannedValue(plan, ranking.objective)),
  });
}

/** Names the place with a higher forecast, and why it is not proposed. */
function passedOverWords(plan: LaunchPlan, ranking: Ranking): string {
  const { passedOver } = plan;
  if (!passedOver) return '';
  const { format } = objectiveWords(ranking.objective);
  const higher = m.plan_passed_over({
    day: formatShortDay(passedOver.launchDay),
    place: passedOver.channel === null ? 'none' : 'named',
    channel: passedOver.channel ?? '',
    value: format(passedOver.value),
    own: format(plannedValue(plan, ranking.objective)),
  });
  return sentences(higher, passedOverReason(passedOver, ranking));
}

function passedOverReason({ why }: PassedOver, { aim }: Ranking): string {
  if (why === 'tied') return m.plan_passed_over_tied();
  if (why === 'untried') return m.plan_passed_over_untried();
  if (why === 'stock') return m.plan_passed_over_stock();
  return m.plan_passed_over_later({ share: formatPercent(aim.waitingCostPerYear ?? 0) });
}

/** Says which rule of reductions costs something, and what to check next to a reduction. */
export function reductionWords(plan: LaunchPlan, ranking: Ranking): string[] {
  return [ruleCostWords(plan, ranking), reducedWords(plan, ranking)].filter(
    (words) => words !== '',
  );
}

/** Names the rule that costs something, and how much. */
function ruleCostWords({ lawfulCost }: LaunchPlan, { reductions, objective }: Ranking): string {
  if (!reductions || lawfulCost === undefined) return '';
  const value = objectiveWords(objective).format(lawfulCost);
  const rule = forbidsReductions(reductions) ? m.plan_lawful_eu() : m.plan_lawful_raised();
  return sentences(rule, m.plan_lawful_cost({ value }));
}

/** Says what to check next to a plan that is reduced itself. */
function reducedWords({ lawfulCost, action, product }: LaunchPlan, ranking: Ranking): string {
  const rules = ranking.reductions;
  const tag = tagPrice(action, product);
  const isReduced = tag !== null && action.salePrice !== null && action.salePrice < tag;
  if (!rules || !isReduced) return '';
  // The shop has tried nothing without a reduction.
  if (forbidsReductions(rules)) return lawfulCost === undefined ? m.plan_lawful_eu() : '';
  return rules.market !== null && isInEu(rules.market) ? '' : m.plan_lawful_unchecked();
}
