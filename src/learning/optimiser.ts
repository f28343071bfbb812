// AdamW (Loshchilov and Hutter 2019) over one flat vector, as in PyTorch, with clipping by the global norm. It has
// three implementations: a plain array, the WASM heap and the GPU.

import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Segment } from '#core/model/net/net-layout.ts';

export interface AdamWOptions {
  readonly weightDecay: number;
  readonly clipNorm: number;
}

export interface StartingPoint {
  readonly theta: Float32Array;
  /** Factor of each parameter's gradient and step. */
  readonly scale: Float32Array;
  readonly segments: readonly Segment[];
  /** Moments of an interrupted training to resume; otherwise all are zero. */
  readonly moments?: Moments | undefined;
}

/** State of AdamW in addition to the parameters. */
interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Number of steps taken. */
  readonly steps: number;
}

/** Complete state: an optimiser that starts from it takes the same steps. */
export interface OptimiserState extends Moments {
  readonly theta: Float32Array;
}

export interface Optimiser {
  /** Returns the parameters in the order of the segments. Call inside a tidy; valid until `step`. */
  parameters(): Tensor[];
  /** Takes one step; gradients are in the same order. */
  step(gradients: readonly Tensor[], rate: number): void;
  read(): Promise<Float32Array>;
  snapshot(): Promise<OptimiserState>;
  dispose(): void;
}

export const BETA1 = 0.9;
export const BETA2 = 0.999;
export const EPSILON = 1e-8;

export interface StepFactors {
  /** rate / (1 − β1^t) */
  readonly stepSize: number;
  /** 1 / √(1 − β2^t) */
  readonly rootFactor: number;
  /** 1 − rate × decay, for parameters with weight decay. */
  readonly keep: number;
}

/** Computes the factors that change from step to step. */
export class StepSchedule {
  readonly #weightDecay: number;
  #power1 = 1;
  #power2 = 1;
  #steps = 0;

  /** @param steps number of steps taken before */
  constructor(weightDecay: number, steps = 0) {
    this.#weightDecay = weightDecay;
    while (this.#steps < steps) this.#advance();
  }

  get steps(): number {
    return this.#steps;
  }

  next(rate: number): StepFactors {
    this.#advance();
    return {
      stepSize: rate / (1 - this.#power1),
      rootFactor: 1 / Math.sqrt(1 - this.#power2),
      keep: 1 - rate * this.#weightDecay,
    };
  }

  /** Multiplies step by step, so that a resumed schedule has the same last bits. */
  #advance(): void {
    this.#power1 *= BETA1;
    this.#power2 *= BETA2;
    this.#steps += 1;
  }
}

/**
 * Returns the factor that limits a gradient's norm to `clipNorm` (Pascanu, Mikolov, Bengio 2013), as in PyTorch; at
 * most 1.
 */
export function clipFactor(norm: number, clipNorm: number): number {
  return Math.min(1, clipNorm / (norm + 1e-6));
}

/**
 * AdamW (Loshchilov and Hutter 2019) in plain JavaScript: the reference, used on the CPU and on WASM without our
 * kernels.
 */
export class ArrayAdamW implements Optimiser {
  readonly #theta: Float32Array;
  readonly #scale: Float32Array;
  readonly #segments: readonly Segment[];
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  readonly #clipNorm: number;
  readonly #schedule: StepSchedule;

  constructor(start: StartingPoint, options: AdamWOptions) {
    this.#theta = start.theta.slice();
    this.#scale = start.scale;
    this.#segments = start.segments;
    this.#first = start.moments?.first.slice() ?? new Float32Array(start.theta.length);
    this.#second = start.moments?.second.slice() ?? new Float32Array(start.theta.length);
    this.#clipNorm = options.clipNorm;
    this.#schedule = new StepSchedule(options.weightDecay, start.moments?.steps);
  }

  parameters(): Tensor[] {
    return this.#segments.map(({ offset, size, shape }) =>
      tensor(this.#theta.slice(offset, offset + size), shape),
    );
  }

  step(gradients: readonly Tensor[], rate: number): void {
    const values = gradients.map((gradient) => gradient.dataSync<'float32'>());
    const clip = clipFactor(this.#norm(values), this.#clipNorm);
    const factors = this.#schedule.next(rate);
    this.#segments.forEach((segment, i) => {
      this.#update(segment, values[i]!, { ...factors, clip });
    });
  }

  read(): Promise<Float32Array> {
    return Promise.resolve(this.#theta.slice());
  }

  snapshot(): Promise<OptimiserState> {
    return Promise.resolve({
      theta: this.#theta.slice(),
      first: this.#first.slice(),
      second: this.#second.slice(),
      steps: this.#schedule.steps,
    });
  }

  dispose(): void {
    // All state is garbage collected.
  }

  #norm(gradients: readonly Float32Array[]): number {
    let squares = 0;
    this.#segments.forEach(({ offset, size }, part) => {
      const gradient = gradients[part]!;
      for (let i = 0; i < size; i++) squares += (gradient[i]! * this.#scale[offset + i]!) ** 2;
    });
    return Math.sqrt(squares);
  }

  #update(segment: Segment, gradient: Float32Array, factors: StepFactors & { clip: number }): void {
    const keep = segment.decay ? factors.keep : 1;
    for (let i = 0, at = segment.offset; i < segment.size; i++, at++) {
      const scale = this.#scale[at]!;
      const slope = gradient[i]! * scale * factors.clip;
      const first = BETA1 * this.#first[at]! + (1 - BETA1) * slope;
      const second = BETA2 * this.#second[at]! + (1 - BETA2) * slope * slope;
      this.#first[at] = first;
      this.#second[at] = second;
      const change =
        (factors.stepSize * scale * first) / (Math.sqrt(second) * factors.rootFactor + EPSILON);
      this.#theta[at] = this.#theta[at]! * keep - change;
    }
  }
}
