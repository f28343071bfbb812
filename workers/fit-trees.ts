// Boosted trees beside the net: one sum of trees for each outcome of the funnel.

import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { OutcomeHead } from '#core/model/heads.ts';
import { seededRandom } from '#core/random.ts';
import {
  firstTrees,
  growTrees,
  treeCount,
  treeValue,
  type BoostedTrees,
  type TreeRows,
} from '#core/trees/boosted-trees.ts';
import { TREE_SETTINGS, treeRows } from '#core/trees/tree-heads.ts';

/** Launches with what trees read of each: [rows, columns]. */
export interface JoinedRows {
  readonly x: Float32Array;
  readonly rows: Uint32Array;
}

interface TreeRequest {
  readonly table: LaunchTable;
  readonly heads: readonly OutcomeHead[];
  readonly seed: number;
  /** Lets messages through; throws to stop. */
  readonly breathe: () => Promise<void>;
}

/** Growing ends where this many rounds brought nothing on later launches. */
const PATIENCE_ROUNDS = 80;
const BREATHE_EVERY_ROUNDS = 25;

/** As many trees as predict the later launches best. */
export async function fitTreesTuned(
  request: TreeRequest,
  earlier: JoinedRows,
  later: JoinedRows,
): Promise<BoostedTrees[]> {
  const fits: BoostedTrees[] = [];
  for (const [h, head] of request.heads.entries()) {
    const lessons = treeRows(earlier.x, { ...request, rows: earlier.rows, head });
    const judge = new LaterError(treeRows(later.x, { ...request, rows: later.rows, head }));
    let best: { trees: BoostedTrees | null; error: number; round: number } = {
      trees: null,
      error: Infinity,
      round: 0,
    };
    for await (const { trees, round } of rounds(request, lessons, h, TREE_SETTINGS.rounds)) {
      const error = judge.errorWith(trees);
      // Without later launches to judge by, every round counts as the best.
      if (!(error >= best.error)) best = { trees, error, round };
      else if (round - best.round >= PATIENCE_ROUNDS) break;
    }
    fits.push(ownCopy(best.trees!));
  }
  return fits;
}

/** So many trees for each outcome. */
export async function fitTreesAsTuned(
  request: TreeRequest,
  { x, rows }: JoinedRows,
  counts: readonly number[],
): Promise<BoostedTrees[]> {
  const fits: BoostedTrees[] = [];
  for (const [h, head] of request.heads.entries()) {
    const lessons = treeRows(x, { ...request, rows, head });
    let last: BoostedTrees | null = null;
    for await (const { trees } of rounds(request, lessons, h, counts[h]!)) last = trees;
    fits.push(ownCopy(last!));
  }
  return fits;
}

async function* rounds(request: TreeRequest, lessons: TreeRows, head: number, count: number) {
  const random = seededRandom(request.seed + head);
  let round = 0;
  for (const trees of growTrees(lessons, { ...TREE_SETTINGS, rounds: count }, random)) {
    round++;
    if (round % BREATHE_EVERY_ROUNDS === 0) await request.breathe();
    yield { trees, round };
  }
}

/** The weighted squared error on later launches, kept up with one tree a round. */
class LaterError {
  readonly #later: TreeRows;
  readonly #columns: number;
  readonly #predicted: Float64Array;

  constructor(later: TreeRows) {
    this.#later = later;
    this.#columns = later.x.length / later.target.length;
    this.#predicted = new Float64Array(later.target.length);
  }

  /** NaN where there are none. */
  errorWith(trees: BoostedTrees): number {
    const { x, target, weight } = this.#later;
    const newest = treeCount(trees) - 1;
    if (newest === 0) this.#predicted.fill(trees.base);
    let error = target.length > 0 ? 0 : NaN;
    for (let row = 0; row < target.length; row++) {
      const at = (column: number) => x[row * this.#columns + column]!;
      const value = this.#predicted[row]! + treeValue(trees, newest, at);
      this.#predicted[row] = value;
      error += weight[row]! * (value - target[row]!) ** 2;
    }
    return error;
  }
}

/** Apart from the room that growing had set aside. */
function ownCopy(trees: BoostedTrees): BoostedTrees {
  const { column, threshold, leaf } = firstTrees(trees, treeCount(trees));
  return {
    ...trees,
    column: column.slice(),
    threshold: threshold.slice(),
    leaf: leaf.slice(),
  };
}
