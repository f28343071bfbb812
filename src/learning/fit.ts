// The training loop, the same on every backend: batches of shuffled rows, the tape's gradients, AdamW.

import {
  add,
  dispose,
  keep,
  scalar,
  tidy,
  valueAndGrads,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { AppError } from '#core/errors.ts';
import { roundToHalf } from '#core/half-floats.ts';
import type { FitSettings, NetShape, NetWeights, TrainingRows } from '#core/model/net.ts';
import type { StopSignal } from '#core/progress.ts';
import { shuffle, type Random } from '#core/random.ts';
import { DropoutMasks } from './dropout.ts';
import {
  initialParameters,
  loss,
  networkConstants,
  optimiserScale,
  segments,
  type NetworkConstants,
} from './network.ts';
import type { Optimiser } from './optimiser.ts';
import { assertRowsFit, rowTensors } from './rows.ts';
import type { EngineSession } from './session.ts';

export interface EpochReport {
  /** From 1. */
  readonly epoch: number;
  /** Means per row and member; training under dropout, validation without. */
  readonly training: number;
  readonly validation: number | null;
  /** Steps of this epoch. */
  readonly steps: number;
  /** These weights are the ones to return so far. */
  readonly kept: boolean;
}

export interface FitOptions {
  readonly shape: NetShape;
  readonly offsets: readonly number[];
  readonly settings: FitSettings;
  readonly random: Random;
  readonly stop: StopSignal;
  /** Lets the worker hear messages; awaited every few steps. */
  readonly pause: () => Promise<void>;
  /** Where given, the weights of the last epoch that does well on these rows are kept (see KEEP_TOLERANCE). */
  readonly validation?: TrainingRows;
  /** Ends before the schedule of `settings.epochs` does: at the epoch that an earlier fit found best. */
  readonly stopAfter?: number;
  readonly onEpoch: (report: EpochReport) => void;
  readonly session: EngineSession;
}

/**
 * The learning rate falls to zero along the schedule, and late epochs tell actions apart better than early ones do at the
 * same loss. So the last epoch is kept whose loss is at most this share above the least.
 */
const KEEP_TOLERANCE = 0.05;

/** The weights are those that storage can hold, so that all that is judged, tuned and planned with them holds for what is stored. */
export async function fitNet(rows: TrainingRows, options: FitOptions): Promise<NetWeights> {
  const { shape, offsets, settings, onEpoch } = options;
  const training = startTraining(rows, options);
  try {
    let leastLoss = Infinity;
    let theta: Float32Array | undefined;
    for (let epoch = 1; epoch <= (options.stopAfter ?? settings.epochs); epoch++) {
      const trainingLoss = await trainEpoch(training, epoch);
      const validation = await validationLoss(training);
      leastLoss = Math.min(leastLoss, validation ?? Infinity);
      const kept = validation === null || validation <= leastLoss * (1 + KEEP_TOLERANCE);
      if (kept && validation !== null) theta = await training.optimiser.read();
      const { stepsPerEpoch: steps } = training;
      onEpoch({ epoch, training: trainingLoss, validation, steps, kept });
    }
    theta ??= await training.optimiser.read();
    if (!theta.every(Number.isFinite)) throw diverged(settings.epochs);
    return { shape, offsets, theta: roundToHalf(theta) };
  } finally {
    endTraining(training);
  }
}

interface Training {
  readonly rows: TrainingRows;
  readonly options: FitOptions;
  readonly stepsPerEpoch: number;
  readonly batch: number;
  readonly order: Uint32Array;
  readonly optimiser: Optimiser;
  readonly constants: NetworkConstants;
  readonly masks: DropoutMasks | null;
}

/** Rows are dealt evenly, so that every batch has one size and wraps round by less than a row a step. */
function startTraining(rows: TrainingRows, options: FitOptions): Training {
  const { shape, settings, random, session } = options;
  if (rows.rowCount === 0) throw new Error('expected rows to learn from, got none');
  assertRowsFit(rows, shape);
  if (options.validation) assertRowsFit(options.validation, shape);
  const stepsPerEpoch = Math.ceil(rows.rowCount / settings.batch);
  const batch = Math.ceil(rows.rowCount / stepsPerEpoch);
  const start = {
    theta: initialParameters(shape, random),
    scale: optimiserScale(shape),
    segments: segments(shape),
  };
  const constants = networkConstants(shape, options.offsets);
  const { dropout } = settings;
  return {
    rows,
    options,
    stepsPerEpoch,
    batch,
    order: Uint32Array.from({ length: rows.rowCount }, (_, row) => row),
    optimiser: session.createOptimiser(start, settings),
    constants: { gather: keep(constants.gather), offsets: keep(constants.offsets) },
    masks: dropout > 0 ? new DropoutMasks(shape, batch, { dropout, random }) : null,
  };
}

function endTraining({ optimiser, constants, masks }: Training): void {
  optimiser.dispose();
  dispose([constants.gather, constants.offsets]);
  masks?.dispose();
}

/** The mean of the batches' losses. */
async function trainEpoch(training: Training, epoch: number): Promise<number> {
  const { order, options, stepsPerEpoch } = training;
  const { random, session } = options;
  shuffle(order, random);
  let total = 0;
  for (let step = 0; step < stepsPerEpoch; step += session.stepsPerBreath) {
    const end = Math.min(step + session.stepsPerBreath, stepsPerEpoch);
    const [sum] = await session.read(trainSteps(training, { epoch, step, end }));
    if (!Number.isFinite(sum)) throw diverged(epoch);
    total += sum!;
    await breathe(options);
  }
  return total / stepsPerEpoch;
}

function diverged(epoch: number): AppError {
  return new AppError('training-diverged', 'expected a finite loss', { epoch });
}

async function breathe({ pause, stop }: FitOptions): Promise<void> {
  await pause();
  stop.throwIfAborted();
}

/** The sum of the losses of steps `step` to `end` of an epoch. */
function trainSteps(
  training: Training,
  { epoch, step, end }: { epoch: number; step: number; end: number },
): Tensor {
  const { settings } = training.options;
  const totalSteps = settings.epochs * training.stepsPerEpoch;
  return tidy(() => {
    let sum: Tensor = scalar(0);
    for (let i = step; i < end; i++) {
      const done = (epoch - 1) * training.stepsPerEpoch + i;
      const rate = settings.learningRate * (1 - done / totalSteps);
      sum = add(
        sum,
        tidy(() => trainStep(training, i, rate)),
      );
    }
    return sum;
  });
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

const VALIDATION_BLOCK = 256;

async function validationLoss(training: Training): Promise<number | null> {
  const { options, optimiser, constants } = training;
  const { validation, shape, session } = options;
  if (validation === undefined || validation.rowCount === 0) return null;
  let total = 0;
  for (let start = 0; start < validation.rowCount; start += VALIDATION_BLOCK) {
    const length = Math.min(VALIDATION_BLOCK, validation.rowCount - start);
    const indexes = Array.from({ length }, (_, i) => start + i);
    const mean = tidy(() => {
      const rows = rowTensors(validation, shape, indexes);
      return loss(shape, optimiser.parameters(), { rows, constants });
    });
    total += (await session.read(mean))[0]! * length;
    await breathe(options);
  }
  return total / validation.rowCount;
}
