// Fits a net, the same on every backend: epochs of training, each looked at and kept, so that a fit can end between any two
// and go on elsewhere.

import { AppError } from '#core/errors.ts';
import type { EpochQuality } from '#core/evaluation/epoch-quality.ts';
import type { HeadLoss } from '#core/launch/training-report.ts';
import { roundToHalf } from '#core/half-floats.ts';
import { lossByHead } from '#core/model/likelihood.ts';
import type { NetWeights, TrainingRows } from '#core/model/net.ts';
import type { EpochReport, NetTask } from '#core/model/net-task.ts';
import type { StopSignal } from '#core/progress.ts';
import type { ResumableRandom } from '#core/random.ts';
import { sum } from '#core/statistics.ts';
import type { OptimiserState } from './optimiser.ts';
import { outputsOf } from './predict.ts';
import type { EngineSession } from './session.ts';
import { endTraining, startTraining, trainEpoch, type Training } from './train-epoch.ts';

/** A fit between two epochs: what goes on from here ends with the same weights, to the last bit on the same backend. */
export interface FitCheckpoint {
  readonly optimiser: OptimiserState;
  readonly order: Uint32Array;
  readonly randomState: number;
  /** The weights to return so far; null where those of every epoch take the place of the ones before. */
  readonly kept: Float32Array | null;
  readonly reports: readonly EpochReport[];
}

export interface FitOptions extends Omit<NetTask, 'rows' | 'seed' | 'yardstick'> {
  /** As seeded, also where the fit goes on from a checkpoint. */
  readonly random: ResumableRandom;
  readonly stop: StopSignal;
  /** Lets the worker hear messages; awaited every few steps. */
  readonly pause: () => Promise<void>;
  /** Says more of the validation's outputs, [members, rows, heads], than their likelihood does. */
  readonly judge?: ((z: Float32Array) => EpochQuality) | undefined;
  readonly onEpoch: (report: EpochReport) => void;
  /** Of a fit of the same rows and options; `onEpoch` hears of the epochs after it. */
  readonly resumeFrom?: FitCheckpoint | undefined;
  /** Awaited after each epoch but the last, with what takes the checkpoint then. */
  readonly onCheckpoint?: ((take: () => Promise<FitCheckpoint>) => Promise<void>) | undefined;
  readonly session: EngineSession;
}

/**
 * The learning rate falls to zero along the schedule, and late epochs tell actions apart better than early ones do at the
 * same loss. So the last epoch is kept whose loss is at most this share above the least.
 */
const KEEP_TOLERANCE = 0.05;

/** The weights are those that storage can hold, so that all that is judged, tuned and planned with them holds for what is stored. */
export async function fitNet(rows: TrainingRows, options: FitOptions): Promise<NetWeights> {
  const { shape, offsets, settings } = options;
  const training = startTraining(rows, options);
  try {
    const theta = await trainThrough(training);
    if (!theta.every(Number.isFinite)) throw diverged(settings.epochs);
    return { shape, offsets, theta: roundToHalf(theta) };
  } finally {
    endTraining(training);
  }
}

/** All epochs that are left; gives the weights to return. */
async function trainThrough(training: Training): Promise<Float32Array> {
  const { settings, stopAfter, resumeFrom, onEpoch, onCheckpoint } = training.options;
  const reports = [...(resumeFrom?.reports ?? [])];
  let kept = resumeFrom?.kept ?? null;
  const end = stopAfter ?? settings.epochs;
  while (reports.length < end) {
    const report = await oneEpoch(training, reports);
    if (report.kept && report.validation !== null) kept = await training.optimiser.read();
    reports.push(report);
    onEpoch(report);
    if (reports.length === end) break;
    await onCheckpoint?.(() => takeCheckpoint(training, { kept, reports }));
  }
  return kept ?? training.optimiser.read();
}

async function oneEpoch(training: Training, before: readonly EpochReport[]): Promise<EpochReport> {
  const epoch = before.length + 1;
  const { loss, learningRate } = await trainEpoch(training, epoch);
  if (!Number.isFinite(loss)) throw diverged(epoch);
  const validated = await validate(training);
  const validation = validated && sum(validated.byHead.map((head) => head.loss));
  const least = Math.min(...[...before, { validation }].map((each) => each.validation ?? Infinity));
  return {
    epoch,
    learningRate,
    training: loss,
    validation,
    byHead: validated?.byHead ?? null,
    quality: validated?.quality ?? null,
    steps: training.stepsPerEpoch,
    kept: validation === null || validation <= least * (1 + KEEP_TOLERANCE),
  };
}

interface Validated {
  readonly byHead: readonly HeadLoss[];
  readonly quality: EpochQuality | null;
}

/** What the later launches say of the weights of now; null where there are none. */
async function validate({ options, optimiser, constants }: Training): Promise<Validated | null> {
  const { validation: rows, shape, session, judge } = options;
  if (rows === undefined || rows.rowCount === 0) return null;
  const question = { shape, rows, constants, session, pause: options.pause };
  const z = await outputsOf(question, () => optimiser.parameters());
  options.stop.throwIfAborted();
  const losses = lossByHead(z, rows, shape);
  const byHead = shape.heads.map(({ name }, head) => ({ name, loss: losses[head]! }));
  return { byHead, quality: judge?.(z) ?? null };
}

async function takeCheckpoint(
  { optimiser, order, options }: Training,
  { kept, reports }: Pick<FitCheckpoint, 'kept' | 'reports'>,
): Promise<FitCheckpoint> {
  return {
    optimiser: await optimiser.snapshot(),
    order: order.slice(),
    randomState: options.random.state,
    kept,
    reports: [...reports],
  };
}

function diverged(epoch: number): AppError {
  return new AppError('training-diverged', 'expected a finite loss', { epoch });
}
