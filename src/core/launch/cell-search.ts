// The best of all cells without the whole blend for each: its quick members look at every cell, the whole of it at those that
// promise most and at some of every kind. The latter teach a line from the quick figure to the whole one, by which all other
// cells are moved, so that habit and surface are on one scale with the plan.

import { mean, sum } from '../statistics.ts';

export interface CellScores {
  /** log1p(units) of every cell by the quick members of the blend. */
  readonly quick: Float64Array;
  /** The same by the whole blend, of the cells asked for. */
  readonly whole: (cells: Uint32Array) => Float64Array;
  /** What is to be as high as possible; -Infinity: refused. */
  readonly valueAt: (cell: number, logUnits: number) => number;
}

/**
 * On worlds of known truth, 2,000 launches, a shortlist of 96 gave up nothing where the trees weigh a quarter, and at most 0.04 %
 * of the expected profit where they weigh half. There the line misses what usual practice sells by 2 %, a mere shift by 4 %.
 */
const SHORTLIST = 96;
/** Where the best of a part of the cells is wanted, many of them are known already. */
const SHORTLIST_OF_SOME = 24;
const SPREAD = 32;
const PRACTICALLY_NOTHING = 1e-6;

export interface FoundCells {
  /** log1p(units) of every cell, by the whole blend or moved to its scale. */
  readonly logUnits: Float64Array;
  /** By cell. */
  readonly values: Float64Array;
  /**
   * The cell of the highest value among those that are allowed (1; null: all), the first of equal ones; -1 where none is. It always has
   * the whole blend's figures: others that promise more are asked about until none does. So nothing that is shown beside a plan
   * outdoes it.
   */
  readonly best: (allowed: Uint8Array | null) => number;
}

export function searchCells({ quick, whole, valueAt }: CellScores): FoundCells {
  const spread = spreadCells(quick.length);
  const sampled = whole(spread);
  const logUnits = movedToScale(quick, spread, sampled);
  const values = new Float64Array(quick.length);
  for (let cell = 0; cell < quick.length; cell++) values[cell] = valueAt(cell, logUnits[cell]!);
  const isKnown = new Uint8Array(quick.length);
  const note = (cells: Uint32Array, scored: Float64Array): void => {
    cells.forEach((cell, i) => {
      logUnits[cell] = scored[i]!;
      values[cell] = valueAt(cell, scored[i]!);
      isKnown[cell] = 1;
    });
  };
  note(spread, sampled);
  const best: FoundCells['best'] = (allowed) => {
    const size = allowed ? SHORTLIST_OF_SOME : SHORTLIST;
    const least = nthHighest(values, size, allowed);
    let next = unknownFrom({ values, isKnown, allowed }, least, quick.length).subarray(0, size);
    while (next.length > 0) {
      note(next, whole(next));
      const found = bestKnown({ values, isKnown, allowed });
      next = unknownFrom({ values, isKnown, allowed }, values[found] ?? -Infinity, found);
    }
    return bestKnown({ values, isKnown, allowed });
  };
  return { logUnits, values, best };
}

interface Candidates {
  readonly values: Float64Array;
  readonly isKnown: Uint8Array;
  readonly allowed: Uint8Array | null;
}

/** Cells not asked about yet that promise more than `least`, or as much as it before cell `upTo`. */
function unknownFrom({ values, isKnown, allowed }: Candidates, least: number, upTo: number) {
  const found: number[] = [];
  for (let cell = 0; cell < values.length; cell++) {
    if (isKnown[cell] === 1 || allowed?.[cell] === 0 || values[cell] === -Infinity) continue;
    const value = values[cell]!;
    if (value > least || (value === least && cell < upTo)) found.push(cell);
  }
  return Uint32Array.from(found);
}

function bestKnown({ values, isKnown, allowed }: Candidates): number {
  let best = -1;
  let highest = -Infinity;
  for (let cell = 0; cell < values.length; cell++) {
    if (isKnown[cell] === 0 || allowed?.[cell] === 0 || !(values[cell]! > highest)) continue;
    [best, highest] = [cell, values[cell]!];
  }
  return best;
}

/** Where every member says something of every cell. */
export function knownCells(logUnits: Float64Array, valueAt: CellScores['valueAt']): FoundCells {
  const values = logUnits.map((log, cell) => valueAt(cell, log));
  const isKnown = new Uint8Array(values.length).fill(1);
  return { logUnits, values, best: (allowed) => bestKnown({ values, isKnown, allowed }) };
}

/** In steps of the golden section: even, and never in time with the choices that come round within a week. */
function spreadCells(count: number): Uint32Array {
  const golden = (Math.sqrt(5) - 1) / 2;
  const cells = Array.from({ length: SPREAD }, (_, i) => Math.floor(((i * golden) % 1) * count));
  return Uint32Array.from(new Set(cells));
}

/** By least squares over a sample; the line may flatten the order of cells, but not turn it round. */
function movedToScale(quick: Float64Array, sample: Uint32Array, whole: Float64Array): Float64Array {
  const own = Array.from(sample, (cell) => quick[cell]!);
  const [quickMean, wholeMean] = [mean(own), mean(whole)];
  const square = sum(own.map((log) => (log - quickMean) ** 2));
  const product = sum(own.map((log, i) => (log - quickMean) * (whole[i]! - wholeMean)));
  const slope = square > PRACTICALLY_NOTHING ? Math.max(0, product / square) : 1;
  return quick.map((log) => wholeMean + slope * (log - quickMean));
}

/** The lowest of all where there are fewer. */
function nthHighest(values: Float64Array, n: number, allowed: Uint8Array | null): number {
  const highest = new Float64Array(Math.min(n, values.length)).fill(-Infinity); // ascending
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell]!;
    if (!(value > highest[0]!) || allowed?.[cell] === 0) continue;
    let i = 0;
    for (; i + 1 < highest.length && highest[i + 1]! < value; i++) highest[i] = highest[i + 1]!;
    highest[i] = value;
  }
  return highest[0]!;
}
