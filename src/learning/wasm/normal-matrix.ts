// The ridge's normal matrix in WASM memory of its own, where a ridge spends most of its time. Single precision is far
// finer than the tolerance at which its solver stops.

import type { InteractionMatrix, NormalMatrix } from '#core/model/ridge/interactions.ts';
import { kernelHeap, type HeapContent, type KernelHeap } from './kernel-heap.ts';

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

/** Returns the matrix as an operator; null where the browser has no SIMD. `size` is the number of coefficients. */
export function openNormalMatrix(matrix: InteractionMatrix, size: number): NormalMatrix | null {
  const heap = openHeap();
  return heap && new HeapMatrix(heap, matrix, size);
}

const openHeap = kernelHeap<NormalKernels>();

interface Words {
  readonly floats: Float32Array;
  readonly numbers: Uint32Array;
}

function wordsOf(memory: ArrayBuffer): Words {
  return { floats: new Float32Array(memory), numbers: new Uint32Array(memory) };
}

class HeapMatrix implements NormalMatrix, HeapContent {
  readonly byteCount: number;
  readonly #heap: KernelHeap<NormalKernels>;
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

  constructor(heap: KernelHeap<NormalKernels>, matrix: InteractionMatrix, size: number) {
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
  write(memory: ArrayBuffer): void {
    const { floats, numbers } = wordsOf(memory);
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
    const words = wordsOf(this.#heap.holding(this));
    this.#copyRows((own, word, length) => {
      words.floats.set(coefficients.subarray(own, own + length), this.#at.from + word);
    });
    const { from, to } = this.#at;
    const weights = this.#weigh(words, rowWeights);
    this.#heap.kernels.normalProduct(...this.#place(), weights, from * WORD_BYTES, to * WORD_BYTES);
    return this.#sums(words);
  }

  diagonal(rowWeights: Float64Array): Float64Array {
    const words = wordsOf(this.#heap.holding(this));
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
