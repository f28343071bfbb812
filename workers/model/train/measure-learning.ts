import { AppError } from '#core/base/errors.ts';
import { contentKey } from '#core/base/bytes/fingerprint.ts';
import { stopOf } from '#core/model/training/stop-point.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import type { LearningPoint } from '#core/evaluation/scorecard/learning-curve.ts';
import { Job } from '#protocol/job.ts';
import type { LearningRequest } from '#protocol/model-requests.ts';
import { addEvidence } from '#storage/model/trainings.ts';
import { loadPlanning, openPlanning } from '../inputs/load-planning.ts';
import { NO_JOURNAL } from '#workers/runtime/journal.ts';
import { learningCurve } from './learning-curve.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { openFits } from '../members/open-fits.ts';
import { TrainingClock } from '#workers/runtime/training-clock.ts';

/**
 * Measures how the errors of the model in use fell with more launches, and stores the result with its evidence. Throws
 * AppError launches-changed where the stored launches are not those that it learnt, dataset-missing, model-missing
 * where no model with a network is in use, backend-unavailable, and training-diverged.
 */
export async function measureLearning(
  { datasetId, compute }: LearningRequest,
  job: Job,
  host: ModelHost,
): Promise<readonly LearningPoint[]> {
  const stored = { ...(await loadPlanning({ datasetId })), products: [] };
  const { report } = stored.model;
  const { net, blend, settings, meaning, looks, learnt, modelId } = report;
  const stopAfter = stopOf(report, 'epochs')?.done;
  if (!net) throw new AppError('model-missing', `data set ${datasetId} has no model with a net`);
  if (learnt?.dataVersion !== contentKey(stored.history))
    throw new AppError('launches-changed', `expected the launches that model ${modelId} learnt`);
  const { engine, table } = await openPlanning(stored, { compute, job, host });
  const clock: TrainingClock = new TrainingClock({
    job: new Job<TrainingProgress>(job.signal, () => tell(job, clock.fraction)),
    backend: engine.choice,
    now: () => performance.now(),
    date: () => Date.now(),
    pause: () => host.pause(),
    memoryBytes: () => engine.memoryBytes(),
  });
  const pause = () => clock.breathe();
  const journal = NO_JOURNAL;
  const opened = openFits({ datasetId, engine, journal, host, stop: clock.stop, pause });
  const { fitNet, fitRidgeElsewhere } = opened;
  const given = {
    ...table,
    learnsMeaning: meaning?.isKept ?? false,
    learnsLooks: looks?.isKept ?? false,
  };
  const fits = { datasetId, settings, engine, clock, journal, fitNet, fitRidgeElsewhere };
  try {
    const points = await learningCurve({ ...fits, table: given }, { net, blend, stopAfter });
    await addEvidence(modelId, { learningCurve: points });
    return points;
  } finally {
    clock.end();
  }
}

const STEPS = 100;

function tell(job: Job, fraction: number): void {
  job.report({ phase: 'learn', done: Math.round(STEPS * fraction), total: STEPS });
}
