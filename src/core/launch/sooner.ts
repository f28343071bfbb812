import type { Day } from '../dates.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';

/** A launch further off than half a year makes a seller ask what the next one would bring. */
export const FAR_WEEKS = 26;

export interface SoonerLaunch {
  /** How far off the plan itself is. */
  readonly weeksAway: number;
  /** Monday of the best week within reach. */
  readonly day: Day;
  readonly channel: string | null;
  /** Expected there, in what the ranking aims at. */
  readonly value: number;
}

/** The best week before a plan that is far off; null where the plan is near, or nothing was tried in the weeks before it. */
export function bestSooner(
  { action, surface }: Pick<LaunchPlan, 'action' | 'surface'>,
  { weeks, channels, earliestDay }: Pick<Ranking, 'weeks' | 'channels' | 'earliestDay'>,
): SoonerLaunch | null {
  const weeksAway = Math.floor((action.launchDay - earliestDay) / 7);
  if (weeksAway <= FAR_WEEKS) return null;
  const near = weeks.filter((day) => day < earliestDay + 7 * FAR_WEEKS);
  let best: SoonerLaunch | null = null;
  surface.forEach((values, channel) => {
    near.forEach((day, week) => {
      const value = values[week] ?? null;
      if (value === null || (best && best.value >= value)) return;
      best = { weeksAway, day, channel: channels[channel] ?? null, value };
    });
  });
  return best;
}
