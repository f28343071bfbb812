// The training loop: batches of shuffled rows, gradients from the tape, AdamW.

import {
  add,
  dispose,
  keep,
  scalar,
  tidy,
  valueAndGrads,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { segments } from '#core/model/net/net-layout.ts';
import type { TrainingRows } from '#core/model/net/net.ts';
import { shuffle } from '#core/base/random.ts';
import { DropoutMasks } from './dropout.ts';
import type { FitOptions } from './fit-options.ts';
import {
  constantTensors,
  initialParameters,
  loss,
  networkConstants,
  optimiserScale,
  type NetworkConstants,
} from './network.ts';
import type { Optimiser } from './optimiser.ts';
import { assertRowsFit, rowTensors } from './row-tensors.ts';

/** State on the device while a network is fitted. */
export interface Training {
  readonly rows: TrainingRows;
  readonly options: FitOptions;
  readonly stepsPerEpoch: number;
  readonly batch: number;
  readonly order: Uint32Array;
  readonly optimiser: Optimiser;
  readonly constants: NetworkConstants;
  readonly masks: DropoutMasks | null;
}

/**
 * Sets up a training. Rows are divided evenly: all batches have one size, and the epoch wraps round by less than one
 * row per step.
 * @throws Error without rows, or where their matrices do not fit the shape
 */
export function startTraining(rows: TrainingRows, options: FitOptions): Training {
  const { shape, settings, random, session, resumeFrom } = options;
  if (rows.rowCount === 0) throw new Error('expected rows to learn from, got none');
  assertRowsFit(rows, shape);
  if (options.validation) assertRowsFit(options.validation, shape);
  const stepsPerEpoch = Math.ceil(rows.rowCount / settings.batch);
  const batch = Math.ceil(rows.rowCount / stepsPerEpoch);
  // Drawn even where unused, so that the masks' pool is the same after an interruption.
  const initial = initialParameters(shape, random);
  const { dropout } = settings;
  const masks = dropout > 0 ? new DropoutMasks(shape, batch, { dropout, random }) : null;
  if (resumeFrom) random.state = resumeFrom.randomState;
  const start = {
    theta: resumeFrom?.optimiser.theta ?? initial,
    moments: resumeFrom?.optimiser,
    scale: optimiserScale(shape, options.start?.heads),
    segments: segments(shape),
  };
  const constants = networkConstants(shape, options.offsets, options.start);
  constantTensors(constants).forEach(keep);
  return {
    rows,
    options,
    stepsPerEpoch,
    batch,
    order:
      resumeFrom?.order.slice() ?? Uint32Array.from({ length: rows.rowCount }, (_, row) => row),
    optimiser: session.createOptimiser(start, settings),
    constants,
    masks,
  };
}

/** Releases everything that the training holds on the device. */
export function endTraining({ optimiser, constants, masks }: Training): void {
  optimiser.dispose();
  dispose(constantTensors(constants));
  masks?.dispose();
}

/**
 * Trains one epoch. Returns the mean loss of the batches, read once at the end, and the last step's learning rate.
 * @param mayEnd whether weights of an earlier epoch are kept, so that this one may be left out half-way; it is then null
 */
export async function trainEpoch(
  training: Training,
  { epoch, mayEnd }: { readonly epoch: number; readonly mayEnd: boolean },
): Promise<{ readonly loss: number; readonly learningRate: number } | null> {
  const { order, options, stepsPerEpoch } = training;
  const { random, session, pause, stop, endEarly } = options;
  shuffle(order, random);
  let total: Tensor = keep(scalar(0));
  try {
    for (let step = 0; step < stepsPerEpoch; step += session.stepsPerBreath) {
      const end = Math.min(step + session.stepsPerBreath, stepsPerEpoch);
      const before = total;
      total = tidy(() => keep(add(before, trainSteps(training, { epoch, step, end }))));
      before.dispose();
      await session.settle();
      await pause();
      stop.throwIfAborted();
      if (mayEnd && endEarly?.aborted) return null;
    }
    const [sum] = await session.read(total);
    return { loss: sum! / stepsPerEpoch, learningRate: rateAt(training, epoch, stepsPerEpoch - 1) };
  } finally {
    total.dispose();
  }
}

/** Runs the steps from `step` up to `end` of an epoch and returns the sum of their losses. */
function trainSteps(
  training: Training,
  { epoch, step, end }: { epoch: number; step: number; end: number },
): Tensor {
  let sum: Tensor = scalar(0);
  for (let i = step; i < end; i++) {
    const rate = rateAt(training, epoch, i);
    sum = add(
      sum,
      tidy(() => trainStep(training, i, rate)),
    );
  }
  return sum;
}

/** Returns the learning rate, which falls linearly from the first step of the schedule to zero after its last. */
function rateAt({ options, stepsPerEpoch }: Training, epoch: number, step: number): number {
  const { epochs, learningRate } = options.settings;
  return learningRate * (1 - ((epoch - 1) * stepsPerEpoch + step) / (epochs * stepsPerEpoch));
}

function trainStep(training: Training, step: number, rate: number): Tensor {
  const { options, rows, order, batch, optimiser, constants } = training;
  const { shape } = options;
  const indexes = Uint32Array.from(
    { length: batch },
    (_, i) => order[(step * batch + i) % order.length]!,
  );
  const input = {
    rows: rowTensors(rows, shape, indexes),
    constants,
    masks: training.masks?.next(),
  };
  const lossOf = (...parameters: Tensor[]) => loss(shape, parameters, input);
  const { value, grads } = valueAndGrads(lossOf)(optimiser.parameters());
  optimiser.step(grads, rate);
  return value;
}
