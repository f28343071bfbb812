// What a chart draws, read back from its ink: places are turned into values by the numbers on its own axes.
import type { Locator } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

export type DrawnChart =
  | { readonly kind: 'bars'; readonly values: readonly number[] }
  /** Each line's points, by the places on its axis. */
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Point[])[] }
  /** Steps of the colours, 1–7, row after row; null where a cell is hatched. */
  | { readonly kind: 'cells'; readonly steps: readonly (number | null)[] };

/** A point for a decimal sign, and no signs for thousands: the numbers of the tests' English pages. */
export function readNumber(text: string): number {
  return Number(text.replace(/,/g, '').replace('−', '-').trim());
}

export async function drawnChart(figure: Locator): Promise<DrawnChart> {
  const ink = await figure.locator('svg').evaluate((svg) => {
    const group = (label: string) => [...svg.querySelectorAll(`g[aria-label="${label}"] > *`)];
    const placeOf = (text: Element) =>
      /translate\((\S+),(\S+)\)/.exec(text.getAttribute('transform') ?? '')!;
    const ticks = (label: string, axis: 1 | 2) =>
      group(label).map((text) => ({ text: text.textContent, at: Number(placeOf(text)[axis]) }));
    return {
      xTicks: ticks('x-axis tick label', 1),
      yTicks: ticks('y-axis tick label', 2),
      rects: group('rect').map((rect) => ({
        y: Number(rect.getAttribute('y')),
        fill: rect.getAttribute('fill'),
      })),
      paths: group('line').map((path) => path.getAttribute('d') ?? ''),
    };
  });
  const { xTicks, yTicks, rects, paths } = ink;
  if (paths.length > 0) {
    const [xOf, yOf] = [scale(xTicks), scale(yTicks)];
    const points = (path: string) =>
      [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => ({
        x: xOf(Number(x)),
        y: yOf(Number(y)),
      }));
    return { kind: 'lines', lines: paths.map(points) };
  }
  if (yTicks.length > 0) {
    const yOf = scale(yTicks);
    return { kind: 'bars', values: rects.map(({ y }) => yOf(y)) };
  }
  const steps = rects.flatMap(({ fill }) => {
    // A frame around the chosen cell has no fill of its own.
    if (fill === null) return [];
    const step = /--seq-(\d)/.exec(fill)?.[1];
    return [step === undefined ? null : Number(step)];
  });
  return { kind: 'cells', steps };
}

/** From pixels to values, by the first and the last number of an axis. */
function scale(ticks: readonly { text: string; at: number }[]): (pixels: number) => number {
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const [low, high] = [readNumber(first.text), readNumber(last.text)];
  return (pixels) => low + ((high - low) * (pixels - first.at)) / (last.at - first.at);
}
