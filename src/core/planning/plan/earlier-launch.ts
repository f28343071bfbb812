import type { Day } from '#core/base/dates.ts';
import type { LaunchPlan, Ranking } from './launch-plan.ts';

/** Weeks ahead (half a year) beyond which a plan is also compared with earlier weeks. */
export const FAR_WEEKS = 26;

export interface EarlierLaunch {
  /** Weeks until the plan's own launch. */
  readonly weeksAway: number;
  /** Monday of the best week within FAR_WEEKS. */
  readonly day: Day;
  readonly channel: string | null;
  /** Expected objective in that week. */
  readonly value: number;
}

/**
 * Returns the best week before a distant plan; null where the plan is near, or nothing was tried in the weeks before.
 */
export function bestEarlierLaunch(
  { action, surface }: Pick<LaunchPlan, 'action' | 'surface'>,
  { weeks, channels, earliestDay }: Pick<Ranking, 'weeks' | 'channels' | 'earliestDay'>,
): EarlierLaunch | null {
  const weeksAway = Math.floor((action.launchDay - earliestDay) / 7);
  if (weeksAway <= FAR_WEEKS) return null;
  const near = weeks.filter((day) => day < earliestDay + 7 * FAR_WEEKS);
  let best: EarlierLaunch | null = null;
  surface.forEach((values, channel) => {
    near.forEach((day, week) => {
      const value = values[week] ?? null;
      if (value === null || (best && best.value >= value)) return;
      best = { weeksAway, day, channel: channels[channel] ?? null, value };
    });
  });
  return best;
}
