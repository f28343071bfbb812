// The search for the best splits of trees in WASM, where growing trees spends most of its time. Its splits are those of
// best-splits.ts, to the last bit.

import {
  LEAST_GAIN,
  slopesOfNodes,
  type Level,
  type Slopes,
  type Split,
  type SplitFinder,
  type SplitLimits,
} from '#core/model/trees/best-splits.ts';
import { MAX_BINS, type BinnedRows } from '#core/model/trees/binned-rows.ts';
import { kernelHeap, type HeapContent, type KernelHeap } from './kernel-heap.ts';

/** The export of kernels.assembly.ts that trees use. Addresses are in bytes. */
interface SplitKernels {
  findSplits(
    columnCount: number,
    columns: number,
    table: number,
    width: number,
    nodes: number,
    slopes: number,
    sums: number,
    wholes: number,
    gains: number,
    found: number,
    minLeafWeight: number,
    leafPenalty: number,
  ): void;
}

/** Most nodes of a level: that of trees of depth 8. */
const MOST_NODES = 128;
const BIN_BITS = Math.log2(MAX_BINS);
const WORD_BYTES = 4;
const DOUBLE_BYTES = 8;
const PAIR_BYTES = 16;
const DESCRIPTION_WORDS = 4;

/** Returns a finder for levels of at most MOST_NODES nodes; null where the browser has no SIMD. */
export function openSplitFinder(rows: BinnedRows, limits: SplitLimits): SplitFinder | null {
  const heap = openHeap();
  return heap && new HeapFinder(heap, rows, limits);
}

const openHeap = kernelHeap<SplitKernels>();

class HeapFinder implements SplitFinder, HeapContent {
  readonly byteCount: number;
  readonly #heap: KernelHeap<SplitKernels>;
  readonly #rows: BinnedRows;
  readonly #limits: SplitLimits;
  /** Address of each part. Parts of pairs come first, and begin at whole vectors. */
  readonly #at: Readonly<
    Record<
      'slopes' | 'sums' | 'wholes' | 'gains' | 'found' | 'columns' | 'table' | 'entries' | 'nodes',
      number
    >
  >;
  /** Slopes that lie in the heap. */
  #written: Slopes | null = null;

  constructor(heap: KernelHeap<SplitKernels>, rows: BinnedRows, limits: SplitLimits) {
    const { rowCount, columns } = rows;
    this.#heap = heap;
    this.#rows = rows;
    this.#limits = limits;
    const entryCount = columns.reduce((count, { unusualRows }) => count + unusualRows.length, 0);
    let end = 0;
    const place = (bytes: number): number => (end += bytes) - bytes;
    this.#at = {
      slopes: place(rowCount * PAIR_BYTES),
      sums: place(MOST_NODES * MAX_BINS * PAIR_BYTES),
      wholes: place(MOST_NODES * PAIR_BYTES),
      gains: place(MOST_NODES * DOUBLE_BYTES),
      found: place(MOST_NODES * 2 * WORD_BYTES),
      columns: place(columns.length * WORD_BYTES),
      table: place(columns.length * DESCRIPTION_WORDS * WORD_BYTES),
      entries: place(entryCount * WORD_BYTES),
      nodes: place(rowCount),
    };
    this.byteCount = end;
  }

  /** Writes the columns: for each its description, and its unusual rows with their bins. */
  write(memory: ArrayBuffer): void {
    const { table, entries } = this.#at;
    const words = new Uint32Array(memory);
    let at = entries / WORD_BYTES;
    this.#rows.columns.forEach(({ edges, bins, usual, unusualRows }, column) => {
      const description = [at * WORD_BYTES, unusualRows.length, edges.length + 1, usual];
      words.set(description, table / WORD_BYTES + column * DESCRIPTION_WORDS);
      for (const row of unusualRows) words[at++] = (row << BIN_BITS) | bins[row]!;
    });
    this.#written = null;
  }

  bestSplits(level: Level, columns: readonly number[]): (Split | null)[] {
    const memory = this.#heap.holding(this);
    const { width, nodeOfRow, slopes } = level;
    const at = this.#at;
    if (this.#written !== slopes) writePairs(memory, at.slopes, slopes);
    this.#written = slopes;
    new Uint8Array(memory).set(nodeOfRow, at.nodes);
    new Uint32Array(memory).set(columns, at.columns / WORD_BYTES);
    writePairs(memory, at.wholes, slopesOfNodes(level));
    new Float64Array(memory, at.gains, width).fill(LEAST_GAIN);
    const found = new Int32Array(memory, at.found, 2 * width).fill(-1);
    const { minLeafWeight, leafPenalty } = this.#limits;
    this.#heap.kernels.findSplits(
      columns.length,
      at.columns,
      at.table,
      width,
      at.nodes,
      at.slopes,
      at.sums,
      at.wholes,
      at.gains,
      at.found,
      minLeafWeight,
      leafPenalty,
    );
    return Array.from({ length: width }, (_, node) => {
      const column = found[2 * node]!;
      return column < 0 ? null : { column, bin: found[2 * node + 1]! };
    });
  }
}

function writePairs(memory: ArrayBuffer, at: number, { gradient, weight }: Slopes): void {
  const pairs = new Float64Array(memory, at, 2 * gradient.length);
  for (let i = 0; i < gradient.length; i++) {
    pairs[2 * i] = gradient[i]!;
    pairs[2 * i + 1] = weight[i]!;
  }
}
