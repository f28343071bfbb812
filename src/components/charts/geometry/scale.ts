import { leastSpan, niceStep, withoutNoise } from '#core/base/nice-step.ts';

/** A linear axis with round ticks at both ends. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Returns an axis with 3–6 round ticks that cover the values; an empty or flat span also gives an axis. */
export function niceAxis(low: number, high: number, wanted = 4): Axis {
  const from = Number.isFinite(low) ? low : 0;
  const least = leastSpan(from);
  const isSpan = Number.isFinite(high) && high - from > least;
  const to = isSpan ? high : from + Math.max(1, 2 * least);
  const step = niceStep((to - from) / wanted);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
    withoutNoise((first + i) * step),
  );
  return { min: ticks[0]!, max: ticks.at(-1)!, ticks };
}

/** Returns the position of a value on the axis, 0–1; 0.5 if the axis has no length. */
export function along(axis: Pick<Axis, 'min' | 'max'>, value: number): number {
  return axis.max > axis.min ? (value - axis.min) / (axis.max - axis.min) : 0.5;
}

/** Returns the step of the sequential colours, 1–7, for a fraction 0–1. */
export function colourStep(fraction: number): number {
  return Math.min(7, Math.max(1, 1 + Math.floor(7 * fraction)));
}
