// AdamW in place on the WASM heap. Gradients are read where they lie, and the parameters are tensors over the
// optimiser's own block. Changing them in place is safe only because no XNNPACK product uses them: XNNPACK caches
// packed weights by tensor id.

import { engine, keep, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Segment } from '#core/model/net/net-layout.ts';
import {
  BETA1,
  BETA2,
  clipFactor,
  EPSILON,
  StepSchedule,
  type AdamWOptions,
  type Optimiser,
  type OptimiserState,
  type StartingPoint,
  type StepFactors,
} from '../optimiser.ts';
import { addressOf, type WasmHeap } from './heap.ts';

const FLOAT_BYTES = 4;

/** Byte addresses of four vectors in one block. */
interface Block {
  readonly theta: number;
  readonly first: number;
  readonly second: number;
  readonly scale: number;
}

export class HeapAdamW implements Optimiser {
  readonly #heap: WasmHeap;
  readonly #segments: readonly Segment[];
  readonly #length: number;
  readonly #block: Block;
  readonly #views: Tensor[];
  readonly #clipNorm: number;
  readonly #schedule: StepSchedule;

  constructor(heap: WasmHeap, start: StartingPoint, options: AdamWOptions) {
    this.#heap = heap;
    this.#segments = start.segments;
    this.#length = start.theta.length;
    this.#block = allocateBlock(heap, start);
    this.#views = start.segments.map((segment) => this.#view(segment));
    this.#clipNorm = options.clipNorm;
    this.#schedule = new StepSchedule(options.weightDecay, start.moments?.steps);
  }

  parameters(): Tensor[] {
    return this.#views;
  }

  step(gradients: readonly Tensor[], rate: number): void {
    const addresses = gradients.map((gradient) => addressOf(this.#heap, gradient));
    const clip = clipFactor(this.#norm(addresses), this.#clipNorm);
    const factors = this.#schedule.next(rate);
    this.#segments.forEach((segment, i) => {
      this.#update(segment, addresses[i]!, { ...factors, clip });
    });
  }

  read(): Promise<Float32Array> {
    return Promise.resolve(this.#copy(this.#block.theta));
  }

  snapshot(): Promise<OptimiserState> {
    const { theta, first, second } = this.#block;
    return Promise.resolve({
      theta: this.#copy(theta),
      first: this.#copy(first),
      second: this.#copy(second),
      steps: this.#schedule.steps,
    });
  }

  dispose(): void {
    const { backend, emscripten } = this.#heap;
    for (const view of this.#views) {
      backend.dataIdMap.get(view.dataId).memoryOffset = 0; // freeing 0 does nothing: the block is freed as a whole
      view.dispose();
    }
    emscripten._free(this.#block.theta);
  }

  #copy(address: number): Float32Array {
    const { buffer } = this.#heap.emscripten.HEAPU8;
    return new Float32Array(buffer, address, this.#length).slice();
  }

  #view(segment: Segment): Tensor {
    const at = this.#block.theta + FLOAT_BYTES * segment.offset;
    const info: TensorInfo = this.#heap.backend.makeOutput(segment.shape, 'float32', at);
    return keep(engine().makeTensorFromTensorInfo(info));
  }

  #norm(addresses: readonly number[]): number {
    const { native } = this.#heap;
    let squares = 0;
    this.#segments.forEach(({ offset, size }, i) => {
      squares += native.sumSquares(size, addresses[i]!, this.#block.scale + FLOAT_BYTES * offset);
    });
    return Math.sqrt(squares);
  }

  #update(segment: Segment, gradient: number, factors: StepFactors & { clip: number }): void {
    const { theta, first, second, scale } = this.#block;
    const start = FLOAT_BYTES * segment.offset;
    this.#heap.native.adamw(
      segment.size,
      theta + start,
      first + start,
      second + start,
      gradient,
      scale + start,
      factors.clip,
      BETA1,
      BETA2,
      factors.stepSize,
      factors.rootFactor,
      EPSILON,
      segment.decay ? factors.keep : 1,
    );
  }
}

function allocateBlock({ emscripten }: WasmHeap, { theta, scale, moments }: StartingPoint): Block {
  const size = FLOAT_BYTES * theta.length;
  const start = emscripten._malloc(4 * size) >>> 0; // above 2 GiB the address is returned as a negative number
  const floats = new Float32Array(emscripten.HEAPU8.buffer, start, 4 * theta.length);
  floats.fill(0);
  floats.set(theta);
  if (moments) {
    floats.set(moments.first, theta.length);
    floats.set(moments.second, 2 * theta.length);
  }
  floats.set(scale, 3 * theta.length);
  return { theta: start, first: start + size, second: start + 2 * size, scale: start + 3 * size };
}
