import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { type Axis, niceAxis } from './scale.ts';

/** A loss smaller than this share of the axis is drawn as zero, so that it does not add a whole step to the axis. */
const NEGLIGIBLE = 0.05;

/** Returns one axis for all marks of a list; it includes zero. */
export function rangeAxis(ranges: readonly Pick<OutcomeRange, 'low80' | 'high80'>[]): Axis {
  const high = Math.max(0, ...ranges.map(({ high80 }) => high80));
  const low = Math.min(0, ...ranges.map(({ low80 }) => low80));
  return niceAxis(low < -NEGLIGIBLE * high ? low : 0, high);
}
