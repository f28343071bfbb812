// AdamW on the GPU in two dispatches per step, for any number of parameter tensors; TensorFlow.js's own takes about
// fourteen for each. The state is one flat vector [theta | first moments | second moments], changed in place.

import {
  concat,
  keep,
  reshape,
  slice,
  tensor1d,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu';
import type { WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu/dist/webgpu_program';
import type { Segment } from '#core/model/net/net-layout.ts';
import {
  BETA1,
  BETA2,
  EPSILON,
  StepSchedule,
  type AdamWOptions,
  type Optimiser,
  type OptimiserState,
  type StartingPoint,
} from '../optimiser.ts';

const THREADS = 256;
/** Number of partial sums of the squared norm; the update adds them up itself. */
const PARTIAL_SUMS = 64;
const MOST_DISPATCHES = 65535;

export class GpuAdamW implements Optimiser {
  readonly #backend: WebGPUBackend;
  readonly #read: (tensor: Tensor) => Promise<Float32Array>;
  readonly #segments: readonly Segment[];
  readonly #state: Tensor1D;
  readonly #signedScale: Tensor1D;
  readonly #length: number;
  readonly #clipNorm: number;
  readonly #schedule: StepSchedule;
  readonly #normProgram: WebGPUProgram;
  readonly #updateProgram: WebGPUProgram;

  constructor(
    gpu: { backend: WebGPUBackend; read: (tensor: Tensor) => Promise<Float32Array> },
    start: StartingPoint,
    options: AdamWOptions,
  ) {
    const length = start.theta.length;
    this.#backend = gpu.backend;
    this.#read = gpu.read;
    this.#segments = start.segments;
    this.#length = length;
    const state = new Float32Array(3 * length);
    state.set(start.theta);
    if (start.moments) {
      state.set(start.moments.first, length);
      state.set(start.moments.second, 2 * length);
    }
    this.#state = keep(tensor1d(state));
    this.#signedScale = keep(tensor1d(signedScale(start)));
    this.#clipNorm = options.clipNorm;
    this.#schedule = new StepSchedule(options.weightDecay, start.moments?.steps);
    this.#normProgram = sumSquaresProgram();
    this.#updateProgram = adamwProgram(length);
  }

  parameters(): Tensor[] {
    return this.#segments.map(({ offset, size, shape }) =>
      reshape(slice(this.#state, [offset], [size]), shape),
    );
  }

  step(gradients: readonly Tensor[], rate: number): void {
    const { stepSize, rootFactor, keep: kept } = this.#schedule.next(rate);
    const backend = this.#backend;
    const gradient = concat(gradients.map((part) => reshape(part, [part.size])));
    const inputs = [gradient, this.#signedScale];
    const length = { type: 'int32', data: [this.#length] };
    const squares = backend.runWebGPUProgram(this.#normProgram, inputs, 'float32', [length]);
    const factors = [this.#clipNorm, BETA1, BETA2, stepSize, rootFactor, EPSILON, kept];
    const uniforms = [length, ...factors.map((value) => ({ type: 'float32', data: [value] }))];
    // The output buffer is bound for reading and writing, so that the state changes in place.
    backend.runWebGPUProgram(
      this.#updateProgram,
      [...inputs, squares],
      'float32',
      uniforms,
      this.#state,
    );
    backend.disposeData(squares.dataId);
    gradient.dispose();
  }

  /** Reads through a copy: reading the state itself would cache it on the CPU, stale after the next step. */
  read(): Promise<Float32Array> {
    return this.#read(slice(this.#state, [0], [this.#length]));
  }

  async snapshot(): Promise<OptimiserState> {
    const length = this.#length;
    const { steps } = this.#schedule;
    const all = await this.#read(slice(this.#state, [0], [3 * length]));
    const part = (i: number) => all.slice(i * length, (i + 1) * length);
    return { theta: part(0), first: part(1), second: part(2), steps };
  }

  dispose(): void {
    this.#state.dispose();
    this.#signedScale.dispose();
  }
}

/** Returns the scale with its sign negated for parameters with weight decay: a shader may bind eight buffers only. */
function signedScale({ scale, segments }: StartingPoint): Float32Array {
  const signed = scale.slice();
  for (const { offset, size, decay } of segments) {
    if (decay) for (let i = offset; i < offset + size; i++) signed[i] = -signed[i]!;
  }
  return signed;
}

// With a flat layout TensorFlow.js calls main(index : i32). A main without the argument fails to compile without
// reporting an error.
const flatLayout = {
  dispatchLayout: { x: [0] },
  workgroupSize: [THREADS, 1, 1] as [number, number, number],
};

function sumSquaresProgram(): WebGPUProgram {
  return {
    ...flatLayout,
    variableNames: ['gradient', 'scale'],
    outputShape: [PARTIAL_SUMS],
    shaderKey: 'debutSumSquares',
    dispatch: [PARTIAL_SUMS, 1, 1],
    uniforms: 'length : i32,',
    getUserCode: () => `
      var<workgroup> partial : array<f32, ${THREADS}>;
      fn main(index : i32) {
        let local = i32(localIndex);
        var total = 0.0;
        for (var i = index; i < uniforms.length; i = i + ${PARTIAL_SUMS * THREADS}) {
          let slope = gradient[i] * scale[i];
          total = total + slope * slope;
        }
        partial[local] = total;
        workgroupBarrier();
        for (var half = ${THREADS / 2}; half > 0; half = half / 2) {
          if (local < half) { partial[local] = partial[local] + partial[local + half]; }
          workgroupBarrier();
        }
        if (local == 0) { result[index / ${THREADS}] = partial[0]; }
      }`,
  };
}

function adamwProgram(length: number): WebGPUProgram {
  const dispatches = Math.ceil(length / THREADS);
  if (dispatches > MOST_DISPATCHES) throw new Error(`expected fewer parameters, got ${length}`);
  return {
    ...flatLayout,
    variableNames: ['gradient', 'scale', 'squares'],
    outputShape: [3 * length],
    shaderKey: 'debutAdamW',
    dispatch: [dispatches, 1, 1],
    uniforms:
      'length : i32, clipNorm : f32, beta1 : f32, beta2 : f32, stepSize : f32, rootFactor : f32, epsilon : f32, keep : f32,',
    getUserCode: () => `
      fn main(index : i32) {
        if (index >= uniforms.length) { return; }
        var total = 0.0;
        for (var i = 0; i < ${PARTIAL_SUMS}; i = i + 1) { total = total + squares[i]; }
        let clip = min(1.0, uniforms.clipNorm / (sqrt(total) + 1e-6));
        let factor = abs(scale[index]);
        let slope = gradient[index] * factor * clip;
        let firstAt = uniforms.length + index;
        let secondAt = 2 * uniforms.length + index;
        let first = uniforms.beta1 * result[firstAt] + (1.0 - uniforms.beta1) * slope;
        let second = uniforms.beta2 * result[secondAt] + (1.0 - uniforms.beta2) * slope * slope;
        result[firstAt] = first;
        result[secondAt] = second;
        let kept = select(result[index], result[index] * uniforms.keep, scale[index] < 0.0);
        let change = uniforms.stepSize * factor * first / (sqrt(second) * uniforms.rootFactor + uniforms.epsilon);
        result[index] = kept - change;
      }`,
  };
}
