import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import { bestEarlierLaunch } from '#core/planning/plan/earlier-launch.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';
import { formatShortDay } from '#components/words/dates.ts';
import { objectiveWords } from './plan-words.ts';

/** Says what the best week of the next half year would bring where a plan is far off; empty if it is near. */
export function earlierLaunchWords(
  plan: Pick<LaunchPlan, 'action' | 'surface'>,
  ranking: Pick<Ranking, 'weeks' | 'channels' | 'earliestDay' | 'objective'>,
): string {
  const best = bestEarlierLaunch(plan, ranking);
  if (!best) return '';
  const said = {
    weeks: formatCount(best.weeksAway),
    day: formatShortDay(best.day),
    value: objectiveWords(ranking.objective).format(best.value),
  };
  const { channel } = best;
  return channel === null ? m.plan_sooner(said) : m.plan_sooner_on({ ...said, channel });
}
