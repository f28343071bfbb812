// Fits boosted trees: for each outcome of the funnel, the mean of a few sums of trees that saw other rows and columns.

import { levelInputs, type LevelInputs } from '#core/model/features/product-encoder.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { joinColumns } from '#core/base/join-columns.ts';
import type { OutcomeHead, RowEncoding } from '#core/model/outcomes/heads.ts';
import { seededRandom } from '#core/base/random.ts';
import {
  meanOfTrees,
  treeCount,
  TreeGrower,
  treeValue,
  type BoostedTrees,
  type TreeRows,
} from '#core/model/trees/boosted-trees.ts';
import { fitLevelMeans, meansOfRows, type LevelMeans } from '#core/model/trees/level-means.ts';
import { TREE_SETTINGS, treeRows } from '#core/model/trees/tree-heads.ts';
import { openSplitFinder } from '#learning/wasm/split-finder.ts';
import type { JoinedRows } from './encode-rows.ts';
import type { FitRequest } from './fit-request.ts';
import { memoise, type Journal } from '#workers/runtime/journal.ts';

interface TreeRequest {
  readonly table: LaunchTable;
  readonly heads: readonly OutcomeHead[];
  readonly seed: number;
  /** Inputs of each text's levels. */
  readonly texts: readonly LevelInputs[];
  /** Lets messages through; throws to stop. */
  readonly breathe: () => Promise<void>;
  readonly journal: Journal;
}

/** Returns what the trees of a fit need of its request. */
export function treeRequest(
  { table, settings, journal }: FitRequest,
  encoding: RowEncoding,
  breathe: TreeRequest['breathe'],
): TreeRequest {
  const texts = levelInputs(encoding.encoder);
  return { table, seed: settings.seed, heads: encoding.heads.outcomes, texts, breathe, journal };
}

/** Trees of one outcome, and their number of rounds. */
interface GrownTrees {
  readonly trees: BoostedTrees;
  readonly rounds: number;
}

/** Rounds without improvement on later launches after which growing ends. */
const PATIENCE_ROUNDS = 80;
const BREATHE_EVERY_ROUNDS = 25;
/** Number of sums of trees, averaged. Few launches make trees unsteady, and growing more of them is then quick. */
const BAGS = { few: 4, many: 1, fewRows: 1_500 } as const;

/** Grows trees for as many rounds as predict the later launches best, for each outcome head in its order. */
export async function fitTreesTuned(
  request: TreeRequest,
  earlier: JoinedRows,
  later: JoinedRows,
): Promise<GrownTrees[]> {
  const fits: GrownTrees[] = [];
  for (const [h, head] of request.heads.entries()) {
    const { lessons, means } = lessonsWithMeans(request, earlier, head);
    const judging = withMeans(treeRows(later.x, { ...request, rows: later.rows, head }), means);
    const inputs = ['trees tuned', lessons, judging, request.seed, h];
    const grow = () => growTuned(request, lessons, judging, h);
    const { trees, rounds } = await memoise(request.journal, inputs, grow);
    fits.push({ trees: { ...trees, ...(means && { means }) }, rounds });
  }
  return fits;
}

async function growTuned(
  request: TreeRequest,
  lessons: TreeRows,
  judging: TreeRows,
  head: number,
): Promise<GrownTrees> {
  const judge = new LaterError(judging);
  let best = { bags: [] as readonly BoostedTrees[], error: Infinity, round: 0 };
  for await (const { bags, round } of rounds(request, lessons, head, TREE_SETTINGS.rounds)) {
    const error = judge.errorWith(bags);
    // Without later launches the error is NaN, and every round counts as the best.
    if (!(error >= best.error)) best = { bags, error, round };
    else if (round - best.round >= PATIENCE_ROUNDS) break;
  }
  return { trees: meanOfTrees(best.bags), rounds: best.round };
}

/**
 * Grows trees for each outcome head in its order.
 * @param roundCounts number of rounds of each outcome head
 */
export async function fitTreesAsTuned(
  request: TreeRequest,
  joined: JoinedRows,
  roundCounts: readonly number[],
): Promise<BoostedTrees[]> {
  const fits: BoostedTrees[] = [];
  for (const [h, head] of request.heads.entries()) {
    const { lessons, means } = lessonsWithMeans(request, joined, head);
    const inputs = ['trees', lessons, request.seed, h, roundCounts[h]];
    const grow = async () => {
      let last: readonly BoostedTrees[] = [];
      for await (const { bags } of rounds(request, lessons, h, roundCounts[h]!)) last = bags;
      return meanOfTrees(last);
    };
    fits.push({ ...(await memoise(request.journal, inputs, grow)), ...(means && { means }) });
  }
  return fits;
}

/** Returns the rows to learn from with columns of level means from other rows, and the means of all of them. */
function lessonsWithMeans(
  { table, seed, texts }: TreeRequest,
  { x, rows }: JoinedRows,
  head: OutcomeHead,
): { readonly lessons: TreeRows; readonly means: LevelMeans | undefined } {
  const lessons = treeRows(x, { table, rows, head });
  const fitted = fitLevelMeans(lessons, texts, seededRandom(seed));
  if (!fitted) return { lessons, means: undefined };
  const { means, outOfFold } = fitted;
  const joined = joinColumns(lessons.x, outOfFold, lessons.target.length);
  return { lessons: { ...lessons, x: joined }, means };
}

function withMeans(rows: TreeRows, means: LevelMeans | undefined): TreeRows {
  if (!means || rows.target.length === 0) return rows;
  return { ...rows, x: joinColumns(rows.x, meansOfRows(means, rows.x), rows.target.length) };
}

async function* rounds(request: TreeRequest, lessons: TreeRows, head: number, count: number) {
  const bagCount = request.table.rowCount < BAGS.fewRows ? BAGS.few : BAGS.many;
  const grower = new TreeGrower(lessons, { ...TREE_SETTINGS, rounds: count }, openSplitFinder);
  const growing = Array.from({ length: bagCount }, (_, bag) => {
    const random = seededRandom(request.seed + 1_000 * head + 100_000 * bag);
    return grower.grow(random);
  });
  for (let round = 1; round <= count; round++) {
    if (round % BREATHE_EVERY_ROUNDS === 0) await request.breathe();
    yield { bags: growing.map((bag) => bag.next().value as BoostedTrees), round };
  }
}

/** Weighted squared error on later launches, updated each round with one tree of each bag. */
class LaterError {
  readonly #later: TreeRows;
  readonly #columns: number;
  readonly #predicted: Float64Array;

  constructor(later: TreeRows) {
    this.#later = later;
    this.#columns = later.x.length / later.target.length;
    this.#predicted = new Float64Array(later.target.length);
  }

  /** Adds the last tree of each bag and returns the error; NaN without later launches. */
  errorWith(bags: readonly BoostedTrees[]): number {
    const { x, target, weight } = this.#later;
    let error = target.length > 0 ? 0 : NaN;
    for (let row = 0; row < target.length; row++) {
      const inputs = { x, from: row * this.#columns };
      for (const trees of bags) {
        const last = treeCount(trees) - 1;
        const added = treeValue(trees, last, inputs) + (last === 0 ? trees.base : 0);
        this.#predicted[row] = this.#predicted[row]! + added / bags.length;
      }
      error += weight[row]! * (this.#predicted[row]! - target[row]!) ** 2;
    }
    return error;
  }
}
