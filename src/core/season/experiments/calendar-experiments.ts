// Puts trial launches (experiments in code) into a calendar and takes them out again, each as one change.

import type { CalendarContent } from '../calendar/calendar-edits.ts';
import { placementsWith, withExperiments, withoutExperiments } from './experiment-locks.ts';
import type { Experiment } from '../offers/experiment.ts';

/** Moves and locks the trial launches; the upper bound no longer holds. */
export function withExperimentsIn(
  content: CalendarContent,
  experiments: readonly Experiment[],
): CalendarContent {
  return {
    limits: withExperiments(content.limits, experiments),
    placements: placementsWith(content.placements, experiments),
    bound: null,
    experiments,
  };
}

/** Moves trial launches that are still locked as such back to where they would be otherwise. */
export function withExperimentsOut(content: CalendarContent): CalendarContent {
  const there = (content.experiments ?? []).filter(({ productId }) => {
    const wish = Object.hasOwn(content.limits.wishes, productId)
      ? content.limits.wishes[productId]
      : undefined;
    return wish?.locked?.isExperiment === true;
  });
  const back = there.map(({ productId, otherwise }) => ({ productId, placement: otherwise }));
  return {
    limits: withoutExperiments(content.limits),
    placements: placementsWith(content.placements, back),
    bound: null,
    experiments: [],
  };
}
