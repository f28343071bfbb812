import { AppError, type ErrorCode } from '#core/base/errors.ts';
import { contentKey } from '#core/base/bytes/fingerprint.ts';
import { areOftenUnreadable } from '#core/model/text/unreadable-share.ts';
import { hasNames } from '#core/model/text/name-reading.ts';
import { lastLaunchDay, type LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import { stopOf } from '#core/model/training/stop-point.ts';
import type { TrainingPhase } from '#core/model/training/training-phases.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { isSameRecord } from '#core/base/record-change.ts';
import { eventsKey } from '#core/launch/events/selling-events-choice.ts';
import { isPartlyKnown } from '#core/import/fill-in/category-by-meaning.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import type { EngineSession } from '#learning/session.ts';
import type { Job } from '#protocol/job.ts';
import type { TrainingRequest } from '#protocol/model-requests.ts';
import { loadDatasetSummary } from '#storage/data/datasets.ts';
import { demandKey, loadDemand } from '#storage/data/demand.ts';
import { loadOutcomesKey } from '#storage/data/reviews.ts';
import { loadHistory } from '#storage/plan/load-history.ts';
import { loadModel, saveModel } from '#storage/model/models.ts';
import { deleteRun, openRun } from '#storage/model/training-runs.ts';
import { whileStoring } from '#storage/database/work-lock.ts';
import { readDatasetNames, usesLanguageModel } from '../inputs/dataset-names.ts';
import { eventsChosen, eventsOfModel, withEvents } from '../inputs/dataset-events.ts';
import { withDemand } from '../inputs/dataset-demand.ts';
import { withLooks } from '../inputs/dataset-looks.ts';
import { canTryLooks } from '../gates/choose-looks.ts';
import { compareWithModelInUse } from './compare-models.ts';
import { fitLaunches } from './fit-launches.ts';
import type { FitRequest, WarmStart } from '../members/fit-request.ts';
import type { ModelHost } from '../engine/model-host.ts';
import { openFits } from '../members/open-fits.ts';
import { withGpuFallback } from './gpu-fallback.ts';
import { readLaunchNames } from './read-launch-names.ts';
import type { NamesToRead } from '#workers/text/read-names.ts';
import { withTrainingLock } from './training-lock.ts';
import { trainingJournal } from '../members/stored-journal.ts';
import { TrainingClock } from '#workers/runtime/training-clock.ts';
import type { WorkerPool } from '#workers/runtime/worker-pool.ts';

/**
 * Trains a model from stored launches and stores it. The previous model stays until the new one is complete. Called
 * again after an interruption, it goes on where it was. Throws AppError trained-elsewhere while another tab trains from
 * the same launches. Throws too-few-outcomes, outcomes-alike or training-diverged, which end the run, dataset-missing, and
 * backend-unavailable where no engine starts.
 */
export function trainModel(
  request: TrainingRequest,
  job: Job<TrainingProgress>,
  host: ModelHost,
): Promise<TrainingReport> {
  const { datasetId, compute, settings } = request;
  const train = async () => {
    await openRun({ datasetId, startedAt: Date.now(), compute, settings }, host.code);
    try {
      return await withGpuFallback(host, compute, (engine) =>
        trainOn(engine, { request, job, host }),
      );
    } catch (error) {
      if (error instanceof AppError && FINAL.has(error.code)) await deleteRun(datasetId);
      throw error;
    }
  };
  return whileStoring(() => withTrainingLock(host.locks, datasetId, train));
}

/** Errors that would recur, wherever the run went on. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  ...(['too-few-outcomes', 'outcomes-alike', 'training-diverged'] as const),
]);

async function trainOn(
  engine: EngineSession,
  { request, job, host }: RunRequest,
): Promise<TrainingReport> {
  const clock = new TrainingClock({
    job,
    backend: engine.choice,
    now: () => performance.now(),
    date: () => Date.now(),
    pause: () => host.pause(),
    memoryBytes: () => engine.memoryBytes() + fits.memoryBytes(),
  });
  const journal = trainingJournal(request.datasetId, () => clock.fraction);
  const pause = () => clock.breathe();
  const fits = openFits({ ...request, engine, journal, host, stop: clock.stop, pause });
  try {
    const { pool, fitNet, fitRidgeElsewhere } = fits;
    const means = { engine, clock, journal, fitNet, fitRidgeElsewhere };
    return await trainBy({ request, host, pool, ...means });
  } finally {
    clock.end();
  }
}

async function trainBy({
  request: { datasetId, settings },
  host,
  pool,
  ...means
}: Omit<FitRequest, 'table' | 'datasetId' | 'soldOnly' | 'settings' | 'start'> &
  Pick<RunRequest, 'request' | 'host'> & {
    readonly pool: WorkerPool | null;
  }): Promise<TrainingReport> {
  const { engine, clock } = means;
  const dataset = await loadDatasetSummary(datasetId);
  const chosen = eventsChosen(dataset);
  const stored = await loadHistory(datasetId);
  const reviewsKey = await loadOutcomesKey(datasetId);
  const demand = await loadDemand(datasetId);
  const demandNow = demandKey(demand);
  const learnt = {
    readingKey: readingKey(dataset.report, dataset.recipe),
    launchCount: stored.rowCount,
    eventsKey: eventsKey(chosen, new Set(stored.title)),
    lastDay: lastLaunchDay(stored),
    dataVersion: contentKey(stored),
    ...(reviewsKey !== null && { reviewsKey }),
    ...(demandNow !== null && { demandKey: demandNow }),
  };
  clock.enter('prepare');
  const before = await loadModel(datasetId);
  const mayLeave = !before?.encoding.encoder.meaning && !isPartlyKnown(stored.category);
  const reading = { datasetId, engine, pool, clock, host, mayLeave };
  const seen = await withLooks(stored, datasetId);
  const { table: withNames, readOthers, ...read } = await readNames(seen, reading);
  const table = withDemand(withEvents(withNames, chosen), demand, chosen.market);
  const start = before && warmStart(before, { learnt, settings });
  const soldOnly = dataset.recipe?.soldOnly === true;
  const given = { ...means, table, readOthers, datasetId, soldOnly, settings, start };
  const { model, evidence } = await fitLaunches(given);
  const comparison =
    before && evidence.heldOut
      ? await compareWithModelInUse(
          before,
          { readingKey: learnt.readingKey, heldOut: evidence.heldOut },
          { table: withEvents(withNames, eventsOfModel(before, dataset)), engine },
        )
      : null;
  clock.enter('save');
  const named = { ...model, report: { ...model.report, learnt, ...read } };
  return (await saveModel(named, { evidence, comparison })).report;
}

/**
 * Returns a start from the model in use, where settings are the same and launches differ: its settings and penalties
 * still hold. With the same launches, undefined: a model is trained anew, as after a search that the seller stopped.
 */
function warmStart(
  { report, ridges }: TrainedModel,
  { learnt, settings }: Required<Pick<TrainingReport, 'settings' | 'learnt'>>,
): WarmStart | undefined {
  const { net, modelId } = report;
  const isSameReading = report.learnt?.readingKey === learnt?.readingKey;
  const isSameData = report.learnt?.dataVersion === learnt?.dataVersion;
  const asksTheSame = isSameRecord(report.settings, settings);
  const isSearched = !stopOf(report, 'settings');
  if (!net || !isSameReading || isSameData || !asksTheSame || !isSearched) return undefined;
  return { modelId, net, ridges };
}

interface RunRequest {
  readonly request: TrainingRequest;
  readonly job: Job<TrainingProgress>;
  readonly host: ModelHost;
}

interface NamesToLearn {
  /**
   * False where the model in use learnt the meaning of titles, because it is compared with the new one, and where
   * categories may be suggested by meaning.
   */
  readonly mayLeave: boolean;
  readonly datasetId: number;
  readonly engine: EngineSession;
  readonly pool: WorkerPool | null;
  readonly clock: TrainingClock;
  readonly host: ModelHost;
}

/** Returns the launches with the embeddings of their names, and how names are read. */
async function readNames(
  table: LaunchTable,
  { datasetId, engine, pool, clock, host, mayLeave }: NamesToLearn,
): Promise<LearntNames> {
  const tests: readonly TrainingPhase[] = canTryLooks(table) ? ['looks'] : [];
  const isRead = hasNames(table) && (await usesLanguageModel());
  if (!isRead) {
    clock.expect(tests);
    return { table, reading: hasNames(table) ? 'declined' : 'no-text' };
  }
  const hear = {
    onStart: ({ fetches }) =>
      clock.expect([...(fetches ? (['fetch'] as const) : []), ...READ, ...tests]),
    onFetched: (done, total) => clock.count('fetch', done, total),
    onRead: (done, total, fraction) => clock.count('read', done, total, fraction),
  } satisfies Pick<NamesToRead, 'onStart' | 'onFetched' | 'onRead'>;
  const given = { datasetId, engine, pool, host, stop: clock.stop };
  const { reading, embeddings, readOthers } = await readLaunchNames(table, {
    read: (names) => readDatasetNames({ ...given, ...names }, hear),
    mayLeave,
  });
  clock.expect(embeddings && !readOthers ? ['meaning', ...tests] : tests);
  if (!embeddings) return { table, reading };
  const isOftenUnreadable = areOftenUnreadable(table.title);
  return {
    ...{ table: { ...table, embeddings }, reading, isOftenUnreadable },
    readOthers: readOthers && afterEntering(clock, readOthers),
  };
}

/** Enters the phase again, because the time that the first reading took says nothing of the second. */
function afterEntering<T>(clock: TrainingClock, work: () => Promise<T>): () => Promise<T> {
  return () => {
    clock.enter('read');
    return work();
  };
}

interface LearntNames
  extends
    Pick<TrainingReport, 'reading' | 'isOftenUnreadable'>,
    Pick<FitRequest, 'table' | 'readOthers'> {}

const READ: readonly TrainingPhase[] = ['read', 'meaning'];
