// Finds a watermark or a frame: edges of the same strength at the same place in many pictures. What products show there
// differs from picture to picture, and an even ground has no edges at all.

import { medianOfCounts } from '#core/base/statistics/statistics.ts';
import { EDGE_CELLS, type ProductPicture } from './product-picture.ts';

/** Where it stands, as shares of width and height. */
export interface WatermarkPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Watermark {
  /** Pictures that have it. */
  readonly ids: readonly number[];
  readonly place: WatermarkPlace;
}

/** Fewer pictures may be alike by chance. */
const LEAST_PICTURES = 12;
/** Share of all pictures that have it at least: half of them must, for the median to see it. */
const LEAST_SHARE = 0.5;
/** Strength of an edge in a cell, 0–255, in the median of pictures. */
const LEAST_STRENGTH = 5;
/** Most that the strength of a cell varies: median absolute deviation, as a share of the median. */
const MOST_VARIATION = 0.15;
/** A picture has it where so many of its cells have from half to twice their usual strength. */
const MEMBER_SHARE = 0.75;
const LEAST_CELLS = 4;
/** A mark is a strip in one direction; what spans more both ways is an outline that products share. */
const STRIP_CELLS = EDGE_CELLS / 4;
/** A frame reaches this near to all borders. */
const FRAME_CELLS = 2;

/** Returns the watermark that pictures share; null where there is none. Where there are several, the largest. */
export function findWatermark(
  pictures: readonly Pick<ProductPicture, 'id' | 'facts'>[],
): Watermark | null {
  if (pictures.length < LEAST_PICTURES) return null;
  const usual = usualEdges(pictures);
  const marks = joinedCells(usual).filter((cells) => cells.length >= LEAST_CELLS && isMark(cells));
  const [cells] = marks.sort((a, b) => b.length - a.length);
  if (!cells) return null;
  const ids = pictures
    .filter(({ facts }) => hasMark(facts.edges, usual, cells))
    .map(({ id }) => id);
  return ids.length >= LEAST_SHARE * pictures.length ? { ids, place: placeOf(cells) } : null;
}

/** Returns the median strength of each cell; 0 where it varies, or where there is hardly an edge. */
function usualEdges(pictures: readonly Pick<ProductPicture, 'facts'>[]): Float64Array {
  return Float64Array.from({ length: EDGE_CELLS ** 2 }, (_, cell) => {
    const counts = new Uint32Array(STRENGTHS);
    for (const { facts } of pictures) counts[facts.edges[cell]!]! += 1;
    const centre = medianOfCounts(counts);
    if (centre < LEAST_STRENGTH) return 0;
    // The centre is a whole number or lies between two, so that twice each deviation is whole.
    const deviations = new Uint32Array(2 * STRENGTHS);
    counts.forEach((count, value) => {
      deviations[2 * Math.abs(value - centre)]! += count;
    });
    return medianOfCounts(deviations) / 2 <= MOST_VARIATION * centre ? centre : 0;
  });
}

/** Strengths that a cell can have. */
const STRENGTHS = 256;

/** Returns the cells with usual edges, in groups of those that touch, by a side or a corner, or have one cell between. */
function joinedCells(usual: Float64Array): number[][] {
  const left = new Set([...usual.keys()].filter((cell) => usual[cell]! > 0));
  const groups: number[][] = [];
  for (const start of left) {
    left.delete(start);
    const group = [start];
    // Cells that are added while it runs are visited, too.
    for (const cell of group) group.push(...around(cell).filter((next) => left.delete(next)));
    groups.push(group);
  }
  return groups;
}

const REACH = 2;

function around(cell: number): number[] {
  const [x, y] = [cell % EDGE_CELLS, Math.floor(cell / EDGE_CELLS)];
  const near = Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH);
  const isOnGrid = (at: number) => at >= 0 && at < EDGE_CELLS;
  return near.flatMap((down) =>
    near.flatMap((across) => {
      return isOnGrid(x + across) && isOnGrid(y + down)
        ? [(y + down) * EDGE_CELLS + x + across]
        : [];
    }),
  );
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Returns the bounds of some cells; `right` and `bottom` are beyond them. */
function boundsOf(cells: readonly number[]): Bounds {
  const columns = cells.map((cell) => cell % EDGE_CELLS);
  const rows = cells.map((cell) => Math.floor(cell / EDGE_CELLS));
  return {
    ...{ left: Math.min(...columns), right: 1 + Math.max(...columns) },
    ...{ top: Math.min(...rows), bottom: 1 + Math.max(...rows) },
  };
}

function isMark(cells: readonly number[]): boolean {
  const { left, right, top, bottom } = boundsOf(cells);
  const reaches = [left, EDGE_CELLS - right, top, EDGE_CELLS - bottom];
  const isFrame = reaches.every((gap) => gap < FRAME_CELLS);
  return isFrame || Math.min(right - left, bottom - top) <= STRIP_CELLS;
}

function hasMark(edges: Uint8Array, usual: Float64Array, cells: readonly number[]): boolean {
  const alike = cells.filter((cell) => {
    return edges[cell]! >= usual[cell]! / 2 && edges[cell]! <= 2 * usual[cell]!;
  });
  return alike.length >= MEMBER_SHARE * cells.length;
}

function placeOf(cells: readonly number[]): WatermarkPlace {
  const { left, right, top, bottom } = boundsOf(cells);
  return {
    ...{ left: left / EDGE_CELLS, top: top / EDGE_CELLS },
    ...{ width: (right - left) / EDGE_CELLS, height: (bottom - top) / EDGE_CELLS },
  };
}
