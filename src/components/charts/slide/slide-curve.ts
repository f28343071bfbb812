// Calculates the geometry of a curve above its slider. Both end at the same pixels; lines and bands end where values
// do.

import { along, type Axis } from '../geometry/scale.ts';

/** The plotting area, in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Expected values with their 50% and 80% ranges; NaN if they are not known. */
export interface SlideValues {
  /** Positions on the axis, ascending. */
  readonly x: readonly number[];
  readonly expected: readonly number[];
  readonly low80: readonly number[];
  readonly low50: readonly number[];
  readonly high50: readonly number[];
  readonly high80: readonly number[];
  /** Parts of the axis that were never tried; an end may be infinite. */
  readonly outside: readonly (readonly [from: number, to: number])[];
}

export interface SlidePaths {
  readonly band80: string;
  readonly band50: string;
  readonly line: string;
  /** Part of the line beyond what was tried. */
  readonly guessed: string;
}

type Ends = Pick<Axis, 'min' | 'max'>;

export interface SlideScale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Returns the scales from values to pixels of the plotting area. */
export function slideScale(box: PlotBox, x: Ends, y: Ends): SlideScale {
  return {
    x: (value) => box.left + along(x, value) * (box.right - box.left),
    y: (value) => box.bottom - along(y, value) * (box.bottom - box.top),
  };
}

/** Returns the SVG paths of the ranges and of the line. */
export function slidePaths(values: SlideValues, scale: SlideScale): SlidePaths {
  const { x, expected, outside } = values;
  const places = x.map((_, i) => i);
  const isGuess = (i: number, j: number) => {
    const middle = (x[i]! + x[j]!) / 2;
    return outside.some(([from, to]) => middle > from && middle < to);
  };
  const known = runsOf(places, (i) => !Number.isNaN(expected[i]!));
  return {
    band80: known.map((run) => band(run, values.low80, values.high80, { x, scale })).join(''),
    band50: known.map((run) => band(run, values.low50, values.high50, { x, scale })).join(''),
    ...linesOf(known, isGuess, (i) => point(scale.x(x[i]!), scale.y(expected[i]!))),
  };
}

/** Returns the parts to hatch, in pixels, within the axis. */
export function hatchedParts(
  outside: SlideValues['outside'],
  ends: Ends,
  scale: SlideScale,
): readonly { readonly x: number; readonly width: number }[] {
  return outside.flatMap(([from, to]) => {
    const x = scale.x(Math.max(ends.min, from));
    const width = scale.x(Math.min(ends.max, to)) - x;
    return width > 0 ? [{ x, width }] : [];
  });
}

/** Returns the runs of consecutive places that are all accepted. */
function runsOf(places: readonly number[], accepts: (i: number) => boolean): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const i of places) {
    if (!accepts(i)) {
      run = [];
      continue;
    }
    if (run.length === 0) runs.push(run);
    run.push(i);
  }
  return runs;
}

function band(
  run: readonly number[],
  low: readonly number[],
  high: readonly number[],
  { x, scale }: { readonly x: readonly number[]; readonly scale: SlideScale },
): string {
  const upper = run.map((i) => point(scale.x(x[i]!), scale.y(high[i]!)));
  const lower = run.map((i) => point(scale.x(x[i]!), scale.y(low[i]!))).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

function linesOf(
  runs: readonly (readonly number[])[],
  isGuess: (i: number, j: number) => boolean,
  pointAt: (i: number) => string,
): Pick<SlidePaths, 'line' | 'guessed'> {
  const paths = { line: '', guessed: '' };
  for (const run of runs) {
    let drawn: keyof typeof paths | null = null;
    run.forEach((i, k) => {
      const next = run[k + 1];
      if (next === undefined) {
        if (drawn === null) paths.line += `M${pointAt(i)}h0`; // a single place is drawn as a dot
        return;
      }
      const name = isGuess(i, next) ? 'guessed' : 'line';
      if (name !== drawn) paths[name] += `M${pointAt(i)}`;
      paths[name] += `L${pointAt(next)}`;
      drawn = name;
    });
  }
  return paths;
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
