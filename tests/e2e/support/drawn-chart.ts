// Reads a chart's values back from its drawing. The numbers on its own axes turn places into values.
import type { Locator } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

export type DrawnChart =
  | { readonly kind: 'bars'; readonly values: readonly number[] }
  /** Points of each line, in values of the axes. */
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Point[])[] }
  /** Value that each step of a waterfall reaches, from the top. */
  | { readonly kind: 'waterfall'; readonly reached: readonly number[] }
  /** Money left after each step, from the top. */
  | { readonly kind: 'money-waterfall'; readonly reached: readonly number[] }
  /** Steps of the colour scale, 1–7, row by row; null for a hatched cell. */
  | { readonly kind: 'cells'; readonly steps: readonly (number | null)[] };

/**
 * Parses a number as the tests' English pages write it: a decimal point, thousands commas, × or £, and % as a share.
 */
export function readNumber(text: string): number {
  const plain = text.replace(/[,×£]/g, '').replace('−', '-').trim();
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}

/** Reads the drawing of a chart; its marks determine the kind. */
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
        height: Number(rect.getAttribute('height')),
        fill: rect.getAttribute('fill'),
      })),
      reached: [...svg.querySelectorAll('.typical, rect.more, rect.less, .plan')].map((mark) => {
        const at = (name: string) => Number(mark.getAttribute(name));
        if (mark.tagName === 'circle') return at('cx');
        return mark.classList.contains('less') ? at('x') : at('x') + at('width');
      }),
      unitTicks: [...svg.querySelectorAll('text[text-anchor=middle]')].map((text) => ({
        text: text.textContent,
        at: Number(text.getAttribute('x')),
      })),
      paths: group('line').map((path) => path.getAttribute('d') ?? ''),
    };
  });
  const { xTicks, yTicks, rects, paths, reached, unitTicks } = ink;
  if (reached.length > 0 && unitTicks.some(({ text }) => text.includes('£'))) {
    return { kind: 'money-waterfall', reached: reached.map(scale(unitTicks)) };
  }
  if (reached.length > 0) {
    const logs = unitTicks.map(({ text, at }) => ({
      text: String(Math.log1p(readNumber(text))),
      at,
    }));
    const unitsOf = scale(logs);
    return { kind: 'waterfall', reached: reached.map((x) => Math.expm1(unitsOf(x))) };
  }
  if (paths.length > 0) {
    const [xOf, yOf] = [scale(xTicks), scale(yTicks)];
    const places = (path: string) =>
      [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      }));
    const points = (path: string) =>
      withoutCorners(places(path)).map(({ x, y }) => ({ x: xOf(x), y: yOf(y) }));
    return { kind: 'lines', lines: paths.map(points) };
  }
  if (yTicks.length > 0) {
    const yOf = scale(yTicks);
    // A bar reaches up from zero, or down from it.
    const reach = ([top, bottom]: readonly [number, number]) =>
      Math.abs(top) >= Math.abs(bottom) ? top : bottom;
    const values = rects.map(({ y, height }) => reach([yOf(y), yOf(y + height)]));
    return { kind: 'bars', values };
  }
  const steps = rects.flatMap(({ fill }) => {
    // A frame around the chosen cell has no fill of its own.
    if (fill === null) return [];
    const step = /--seq-(\d)/.exec(fill)?.[1];
    return [step === undefined ? null : Number(step)];
  });
  return { kind: 'cells', steps };
}

/** Returns the places of a line in steps, where every second one is the corner between its neighbours. */
function withoutCorners(points: readonly Point[]): readonly Point[] {
  const isCorner = (i: number) =>
    i % 2 === 1 && points[i]!.y === points[i - 1]!.y && points[i]!.x === points[i + 1]?.x;
  const isStepped = points.length > 2 && points.every((_, i) => i % 2 === 0 || isCorner(i));
  return isStepped ? points.filter((_, i) => i % 2 === 0) : points;
}

/** Returns a function from pixels to values, by the first and the last number of an axis. */
function scale(ticks: readonly { text: string; at: number }[]): (pixels: number) => number {
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const [low, high] = [readNumber(first.text), readNumber(last.text)];
  return (pixels) => low + ((high - low) * (pixels - first.at)) / (last.at - first.at);
}
