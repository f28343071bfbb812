// An arc diagram: names one below the other, and arcs beside them that join those that belong together. It keeps its names
// readable on a phone, which a network of circles does not.

import { labelWidth, shortened } from './label-width.ts';
import type { Place } from './reading.ts';

export interface ArcLink {
  /** Names that it joins; where arrows are drawn, it leads from the first to the second. */
  readonly from: string;
  readonly to: string;
  /** Above 0; the arc's width. */
  readonly strength: number;
}

export interface ArcName {
  /** Shortened to fit. */
  readonly text: string;
  readonly y: number;
}

export interface Arc {
  /** SVG path. */
  readonly path: string;
  /** SVG path of the arrow at its end. */
  readonly head: string;
  readonly thickness: number;
  /** Where it is farthest from the names. */
  readonly apex: Place;
  /** Some points on it. */
  readonly points: readonly Place[];
}

export interface ArcDiagram {
  readonly height: number;
  /** Where names end and arcs begin. */
  readonly x: number;
  readonly names: readonly ArcName[];
  /** As the links. */
  readonly arcs: readonly Arc[];
}

export const ROW_HEIGHT = 26;
const NAMES_SHARE = 0.45;
const LONGEST_NAME = 220;
const GAP = 12;
/** Room at the right for the sign on the farthest arc. */
const END_ROOM = 14;
const LEAST_REACH = 22;
const MOST_REACH = 280;
/** Arcs that lead up reach less far, so that two that lead both ways do not lie on each other. */
const UP_SHARE = 0.82;
const THICKNESS = { least: 1.25, most: 6 };
const POINTS = 12;

/** Lays out links within `width` pixels. Names are in the given order. */
export function arcDiagram(
  names: readonly string[],
  links: readonly ArcLink[],
  width: number,
): ArcDiagram {
  const most = Math.min(LONGEST_NAME, NAMES_SHARE * width);
  const texts = names.map((name) => shortened(name, most));
  const x = GAP + Math.max(0, ...texts.map(labelWidth));
  const rowOf = new Map(names.map((name, row) => [name, row]));
  const spans = links.map(({ from, to }) => Math.abs(rowOf.get(from)! - rowOf.get(to)!));
  const widest = Math.max(1, ...spans);
  const room = Math.max(LEAST_REACH, Math.min(MOST_REACH, width - x - END_ROOM));
  const strongest = Math.max(...links.map(({ strength }) => strength));
  const arcs = links.map(({ from, to, strength }, k): Arc => {
    const [start, end] = [centre(rowOf.get(from)!), centre(rowOf.get(to)!)];
    const far = LEAST_REACH + (room - LEAST_REACH) * Math.sqrt(spans[k]! / widest);
    const reach = start > end ? UP_SHARE * far : far;
    const share = strength / strongest;
    const thickness = THICKNESS.least + (THICKNESS.most - THICKNESS.least) * share;
    return { thickness, ...(from === to ? loop(x, start) : arc({ x, start, end, reach })) };
  });
  return {
    height: names.length * ROW_HEIGHT,
    x,
    names: texts.map((text, row) => ({ text, y: centre(row) })),
    arcs,
  };
}

function centre(row: number): number {
  return (row + 0.5) * ROW_HEIGHT;
}

interface ArcEnds {
  readonly x: number;
  readonly start: number;
  readonly end: number;
  readonly reach: number;
}

type Shape = Omit<Arc, 'thickness'>;

/** A cubic curve whose controls lie 4/3 as far out reaches as far as wanted. */
function arc({ x, start, end, reach }: ArcEnds): Shape {
  const out = x + (4 / 3) * reach;
  return curve([x, start, out, start, out, end, x, end], { x: x + reach, y: (start + end) / 2 });
}

const LOOP = { reach: 26, half: 9 };

/** From a name to itself. */
function loop(x: number, y: number): Shape {
  const out = x + (4 / 3) * LOOP.reach;
  const [up, down] = [y - LOOP.half, y + LOOP.half];
  return curve([x, y - 3, out, up, out, down, x, y + 3], { x: x + LOOP.reach, y });
}

type Controls = readonly [number, number, number, number, number, number, number, number];

function curve([x1, y1, x2, y2, x3, y3, x4, y4]: Controls, apex: Place): Shape {
  const points = Array.from({ length: POINTS + 1 }, (_, k): Place => {
    const t = k / POINTS;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    return { x: a * x1 + b * x2 + c * x3 + d * x4, y: a * y1 + b * y2 + c * y3 + d * y4 };
  });
  return {
    path: `M${x1} ${y1}C${x2} ${y2} ${x3} ${y3} ${x4} ${y4}`,
    head: `M${x4} ${y4}l10 -5v10z`,
    ...{ apex, points },
  };
}

/** Returns the arc that passes nearest to a point, at most `most` pixels away; null: none does. */
export function nearestArc(
  arcs: readonly Arc[],
  { x, y }: { readonly x: number; readonly y: number },
  most: number,
): number | null {
  let [best, least] = [null as number | null, most];
  arcs.forEach(({ points }, k) => {
    for (const point of points) {
      const away = Math.hypot(point.x - x, point.y - y);
      if (away >= least) continue;
      [best, least] = [k, away];
    }
  });
  return best;
}
