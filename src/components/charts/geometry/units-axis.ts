import { niceStep } from '#core/base/nice-step.ts';
import { quantile } from '#core/base/statistics/statistics.ts';
import { along, niceAxis } from './scale.ts';

/** An axis of units from zero, with round ticks. */
export interface UnitsAxis {
  readonly ticks: readonly number[];
  /** Whether lengths are square roots of units, so that figures of different sizes can be seen on one axis. */
  readonly isRoot: boolean;
  /** Returns the position of a value, 0–1; values beyond the ends lie at the ends. */
  readonly at: (units: number) => number;
}

/** A linear axis hides the lowest quarter of the values where the highest is more than this many times theirs. */
const SPREAD = 8;
/** Below this there are too few whole numbers for a square-root scale. */
const LEAST_ROOT = 20;
/** Where on a square-root axis ticks are wanted, 0–1: rounded up, one between the last two could lie on the last. */
const ROOT_TICKS = [0.25, 0.5, 1];

/** Returns an axis that holds the values, in units; a square-root axis where they are too different for a linear one. */
export function unitsAxis(values: readonly number[]): UnitsAxis {
  const highest = Math.max(0, ...values);
  const isRoot = highest >= LEAST_ROOT && highest > SPREAD * quantile(values, 0.25);
  const limited = (share: number) => Math.min(1, Math.max(0, share));
  if (!isRoot) {
    const axis = niceAxis(0, highest);
    return { ticks: axis.ticks, isRoot, at: (units) => limited(along(axis, units)) };
  }
  const max = niceStep(highest);
  const ticks = ROOT_TICKS.map((share) => niceStep(max * share * share));
  return {
    ticks: [...new Set([0, ...ticks])].filter(Number.isInteger),
    isRoot,
    at: (units) => limited(Math.sqrt(Math.max(0, units) / max)),
  };
}
