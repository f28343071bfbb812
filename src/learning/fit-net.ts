// Fits a network, in the same way on every backend. After each epoch it is validated and can be stored, so that a fit
// can stop and continue elsewhere.

import { AppError } from '#core/base/errors.ts';
import type { EpochQuality } from '#core/model/training/epoch-quality.ts';
import type { HeadLoss } from '#core/model/training/training-report.ts';
import { roundToHalf } from '#core/base/bytes/half-floats.ts';
import { lossByHead } from '#core/model/net/likelihood.ts';
import { addStart } from '#core/model/training/net-start.ts';
import type { NetWeights, TrainingRows } from '#core/model/net/net.ts';
import type { EpochReport } from '#core/model/training/net-task.ts';
import { sum } from '#core/base/statistics/statistics.ts';
import { outputsOf } from './predict-outputs.ts';
import { endTraining, startTraining, trainEpoch, type Training } from './train-epoch.ts';
import type { FitCheckpoint, FitOptions } from './fit-options.ts';

/**
 * Tolerance above the lowest validation loss, as a share of it; the last epoch within it is kept. The learning rate
 * falls to zero along the schedule, and at equal loss late epochs separate actions better than early ones.
 */
const KEEP_TOLERANCE = 0.05;

/**
 * Fits a network and returns its weights, rounded to half precision as storage holds them. So evaluation, tuning and
 * plans use the stored weights. Throws AppError training-diverged where loss or weights are not finite, and
 * backend-unavailable where the GPU of the session fails.
 */
export async function fitNet(rows: TrainingRows, options: FitOptions): Promise<NetWeights> {
  const { shape, offsets, settings, start } = options;
  const training = startTraining(rows, options);
  try {
    const theta = await trainThrough(training);
    if (!theta.every(Number.isFinite)) throw diverged(settings.epochs);
    return { shape, offsets, theta: roundToHalf(start ? addStart(shape, theta, start) : theta) };
  } finally {
    endTraining(training);
  }
}

const UNBEGUN: Pick<FitCheckpoint, 'reports' | 'kept'> = { reports: [], kept: null };

/** Runs the remaining epochs and returns the weights to keep. */
async function trainThrough(training: Training): Promise<Float32Array> {
  const { settings, stopAfter, resumeFrom, onEpoch, onCheckpoint, endEarly } = training.options;
  const before = resumeFrom ?? UNBEGUN;
  const reports = [...before.reports];
  let { kept } = before;
  const end = stopAfter ?? settings.epochs;
  const isOver = () => reports.length >= (endEarly?.aborted ? 1 : end);
  while (!isOver()) {
    const report = await oneEpoch(training, reports, { mayEnd: kept !== null });
    if (!report) break;
    if (report.kept && report.validation !== null) kept = await training.optimiser.read();
    reports.push(report);
    onEpoch(report);
    if (reports.length === end) break;
    await onCheckpoint?.(() => takeCheckpoint(training, { kept, reports }));
  }
  return kept ?? training.optimiser.read();
}

/** Returns null where the fit was to end early and the epoch was left out. */
async function oneEpoch(
  training: Training,
  before: readonly EpochReport[],
  { mayEnd }: { readonly mayEnd: boolean },
): Promise<EpochReport | null> {
  const epoch = before.length + 1;
  const trained = await trainEpoch(training, { epoch, mayEnd });
  if (!trained) return null;
  const { loss, learningRate } = trained;
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

/** Returns loss and metrics of the current weights on the validation set; null without one. */
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
