// The ridge's normal matrix in WASM memory of its own, where a ridge spends most of its time. Single precision is far
// finer than the tolerance at which its solver stops.

import type { InteractionMatrix, NormalMatrix } from '#core/ridge/interactions.ts';
import { decodeBase64 } from './heap.ts';
import { PLAIN } from './kernels.generated.ts';

/** The exports of kernels.assembly.ts that a ridge uses. Addresses are in bytes. */
interface NormalKernels {
  normalProduct(...of: [...MatrixPlace, weights: number, from: number, to: number]): void;
  normalDiagonal(...of: [...MatrixPlace, weights: number, to: number]): void;
}

type MatrixPlace = readonly [
  rows: number,
  vectorsARow: number,
  starts: number,
  inputs: number,
  values: number,
  phi: number,
  batches: number,
];

const LANES = 4;
const WORD_BYTES = 4;
const PAGE_BYTES = 65_536;

/** Returns the matrix as an operator; null where the browser has no SIMD. `size` is the number of coefficients. */
export function openNormalMatrix(matrix: InteractionMatrix, size: number): NormalMatrix | null {
  heap ??= WebAssembly.validate(decodeBase64(PLAIN)) ? new NormalHeap() : null;
  return heap && new HeapMatrix(heap, matrix, size);
}

/** One heap for all matrices: a memory keeps its address space long after its last use. */
let heap: NormalHeap | null | undefined;

/** Holds one matrix at a time, the last one used. */
class NormalHeap {
  readonly kernels: NormalKernels;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  #held: HeapMatrix | null = null;

  /** Uses no fused multiply-add, so that the same launches give the same model on every machine. */
  constructor() {
    const module = new WebAssembly.Module(decodeBase64(PLAIN));
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory } });
    this.kernels = exports as unknown as NormalKernels; // as exported by kernels.assembly.ts
  }

  /** Returns views of the memory, with the matrix written into it. */
  holding(matrix: HeapMatrix): Words {
    const missing = matrix.byteCount - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    const words = wordsOf(this.#memory.buffer);
    if (this.#held !== matrix) matrix.write(words);
    this.#held = matrix;
    return words;
  }
}

interface Words {
  readonly floats: Float32Array;
  readonly numbers: Uint32Array;
}

function wordsOf(memory: ArrayBuffer): Words {
  return { floats: new Float32Array(memory), numbers: new Uint32Array(memory) };
}

class HeapMatrix implements NormalMatrix {
  readonly byteCount: number;
  readonly #heap: NormalHeap;
  readonly #matrix: InteractionMatrix;
  readonly #size: number;
  /**
   * Distance in words between rows of phi, and between the coefficients of product inputs; a multiple of whole vectors.
   */
  readonly #stride: number;
  /** Offset of each part, in words. Parts that are read as vectors come first and take whole vectors. */
  readonly #at: Readonly<
    Record<'phi' | 'from' | 'to' | 'starts' | 'inputs' | 'values' | 'batches' | 'weights', number>
  >;

  constructor(heap: NormalHeap, matrix: InteractionMatrix, size: number) {
    const { basis, batches, inputs } = matrix;
    this.#heap = heap;
    this.#matrix = matrix;
    this.#size = size;
    this.#stride = wholeVectors(basis);
    let end = 0;
    const place = (words: number): number => (end += words) - words;
    this.#at = {
      phi: place(batches.length * this.#stride),
      from: place(wholeVectors(this.#wordOf(size))),
      to: place(wholeVectors(this.#wordOf(size))),
      starts: place(batches.length + 1),
      inputs: place(inputs.length),
      values: place(inputs.length),
      batches: place(batches.length),
      weights: place(batches.length),
    };
    this.byteCount = end * WORD_BYTES;
  }

  /** Writes everything but vectors and weights. */
  write({ floats, numbers }: Words): void {
    const { basis, starts, inputs, values, phi, batches } = this.#matrix;
    const at = this.#at;
    floats.fill(0, at.phi, at.to);
    for (let row = 0; row < batches.length; row++)
      floats.set(phi.subarray(row * basis, (row + 1) * basis), at.phi + row * this.#stride);
    numbers.set(starts, at.starts);
    numbers.set(
      inputs.map((input) => input * this.#stride * WORD_BYTES),
      at.inputs,
    );
    floats.set(values, at.values);
    numbers.set(
      batches.map((batch) => this.#wordOf(batch) * WORD_BYTES),
      at.batches,
    );
  }

  multiply(coefficients: Float64Array, rowWeights: Float64Array): Float64Array {
    const words = this.#heap.holding(this);
    this.#copyRows((own, word, length) => {
      words.floats.set(coefficients.subarray(own, own + length), this.#at.from + word);
    });
    const { from, to } = this.#at;
    const weights = this.#weigh(words, rowWeights);
    this.#heap.kernels.normalProduct(...this.#place(), weights, from * WORD_BYTES, to * WORD_BYTES);
    return this.#sums(words);
  }

  diagonal(rowWeights: Float64Array): Float64Array {
    const words = this.#heap.holding(this);
    const weights = this.#weigh(words, rowWeights);
    this.#heap.kernels.normalDiagonal(...this.#place(), weights, this.#at.to * WORD_BYTES);
    return this.#sums(words);
  }

  #place(): MatrixPlace {
    const { starts, inputs, values, phi, batches } = this.#at;
    const [vectors, rows] = [this.#stride / LANES, this.#matrix.batches.length];
    const [a, b, c, d, e] = [starts, inputs, values, phi, batches].map(
      (word) => word * WORD_BYTES,
    ) as [number, number, number, number, number];
    return [rows, vectors, a, b, c, d, e];
  }

  /** Writes the weights, clears the sums and returns the address of the weights. */
  #weigh({ floats }: Words, rowWeights: Float64Array): number {
    const { to, starts, weights } = this.#at;
    floats.set(rowWeights, weights);
    floats.fill(0, to, starts);
    return weights * WORD_BYTES;
  }

  #sums({ floats }: Words): Float64Array {
    const sums = new Float64Array(this.#size);
    this.#copyRows((own, word, length) => {
      const at = this.#at.to + word;
      sums.set(floats.subarray(at, at + length), own);
    });
    return sums;
  }

  /** Copies coefficients row by row: rows of `basis`, then the batches'. In the heap each row takes whole vectors. */
  #copyRows(copy: (own: number, word: number, length: number) => void): void {
    const { basis, batchesAt } = this.#matrix;
    for (let own = 0; own < batchesAt; own += basis) copy(own, this.#wordOf(own), basis);
    copy(batchesAt, this.#wordOf(batchesAt), this.#size - batchesAt);
  }

  /** Returns the word offset of a coefficient among the heap's coefficients. */
  #wordOf(coefficient: number): number {
    const { basis, batchesAt } = this.#matrix;
    const product = Math.min(coefficient, batchesAt);
    const row = Math.floor(product / basis);
    return row * this.#stride + (coefficient - row * basis);
  }
}

function wholeVectors(words: number): number {
  return LANES * Math.ceil(words / LANES);
}
