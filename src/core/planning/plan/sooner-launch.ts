import type { Day } from '#core/base/dates.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';

/** Weeks ahead beyond which a plan is also compared with sooner weeks. */
export const SOON_WEEKS = 8;

export interface SoonerLaunch {
  /** Weeks until the plan's own launch. */
  readonly weeksAway: number;
  /** Monday of the best week within SOON_WEEKS. */
  readonly day: Day;
  readonly channel: string | null;
  /** Expected objective in that week. */
  readonly value: number;
}

/**
 * Returns the best week of the next SOON_WEEKS; null where the plan itself is as soon, or nothing was tried in these
 * weeks.
 */
export function bestSoonerLaunch(
  { action, surface }: Pick<LaunchPlan, 'action' | 'surface'>,
  { weeks, channels, earliestDay }: Pick<Ranking, 'weeks' | 'channels' | 'earliestDay'>,
): SoonerLaunch | null {
  const weeksAway = Math.floor((action.launchDay - earliestDay) / 7);
  if (weeksAway <= SOON_WEEKS) return null;
  const near = weeks.filter((day) => day < earliestDay + 7 * SOON_WEEKS);
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
