import { labelWidth } from '#components/charts/geometry/label-width.ts';
import { along, type Axis } from '#components/charts/geometry/scale.ts';

export interface PlaneFrame {
  readonly width: number;
  readonly height: number;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly formatY: (y: number) => string;
}

/** Where values lie in a drawing, in pixels, and which values lie at a place. */
export interface PlaneScale {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly valueOfY: (pixels: number) => number;
}

const MARGINS = { top: 18, right: 14, bottom: 40, tick: 10 };

export function planeScale({ width, height, xAxis, yAxis, formatY }: PlaneFrame): PlaneScale {
  const widest = Math.max(...yAxis.ticks.map((tick) => labelWidth(formatY(tick))));
  const left = Math.ceil(widest) + MARGINS.tick;
  const right = width - MARGINS.right;
  const { top } = MARGINS;
  const bottom = height - MARGINS.bottom;
  return {
    ...{ left, right, top, bottom },
    x: (value) => left + along(xAxis, value) * (right - left),
    y: (value) => bottom - along(yAxis, value) * (bottom - top),
    valueOfY: (pixels) =>
      yAxis.min + ((bottom - pixels) / (bottom - top)) * (yAxis.max - yAxis.min),
  };
}

/** Returns the path through points; a point without a finite value interrupts it. */
export function pathThrough(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  scale: Pick<PlaneScale, 'x' | 'y'>,
): string {
  let path = '';
  let isOpen = false;
  for (let i = 0; i < xs.length; i++) {
    const y = ys[i]!;
    if (Number.isFinite(y))
      path += `${isOpen ? 'L' : 'M'}${scale.x(xs[i]!).toFixed(1)} ${scale.y(y).toFixed(1)}`;
    isOpen = Number.isFinite(y);
  }
  return path;
}
