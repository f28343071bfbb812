import type { Market } from '#core/launch/events/markets.ts';
import type { NameReading } from '#core/model/text/name-reading.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { TrainingProgress } from '#core/model/training/training-progress.ts';
import {
  AUTOMATIC_SETTINGS,
  type TrainingSettings,
} from '#core/model/training/training-settings.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { EngineSession } from '#learning/session.ts';
import { Job } from '#protocol/job.ts';
import type { PartStops } from '#protocol/part-stops.ts';
import { fitLaunches, type FittedLaunches } from '../model/train/fit-launches.ts';
import { fitNetsHere } from '../model/members/fit-nets-here.ts';
import { NO_JOURNAL } from '../runtime/journal.ts';
import { TrainingClock } from '../runtime/training-clock.ts';
import type { NamesInNode } from './names-in-node.ts';
import { readAsApp } from './read-as-app.ts';

interface FitInNode {
  readonly engine: EngineSession;
  /** Reads names by the language model, some hundred in a second. undefined: by their letters only. */
  readonly language?: NamesInNode | undefined;
  /** Market whose sales events are learnt. undefined: the table's own events, if it has any. */
  readonly market?: Market | null | undefined;
  readonly settings?: Partial<TrainingSettings>;
  /** undefined: all base models. */
  readonly fit?: typeof fitLaunches;
  readonly signal?: AbortSignal;
  readonly stops?: PartStops;
  readonly onProgress?: (progress: TrainingProgress) => void;
}

/** Trains a model as the worker does, in this process. */
export async function fitInNode(table: LaunchTable, options: FitInNode): Promise<TrainedModel> {
  return (await fitWithEvidence(table, options)).model;
}

/** Trains a model, and returns its evidence too. */
export async function fitWithEvidence(
  table: LaunchTable,
  options: FitInNode,
): Promise<FittedLaunches> {
  const { engine, language, market, signal = new AbortController().signal, onProgress } = options;
  const { fit = fitLaunches } = options;
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const clock = new TrainingClock({
    job: new Job<TrainingProgress>(signal, (progress) => onProgress?.(progress), options.stops),
    backend: engine.choice,
    now: () => performance.now(),
    date: () => Date.now(),
    pause,
    memoryBytes: () => engine.memoryBytes(),
  });
  const settings = { ...AUTOMATIC_SETTINGS, ...options.settings };
  if (language) clock.enter('read');
  const { table: named, readOthers } = language ? await language.toLearn(table) : { table };
  const read = await readAsApp(named, { market });
  const journal = NO_JOURNAL;
  const fitNet = fitNetsHere({ engine, journal, stop: clock.stop, pause: () => clock.breathe() });
  const given = { table: read, readOthers, datasetId: 1, settings };
  const { model, evidence } = await fit({ ...given, engine, clock, journal, fitNet });
  const reading = language ? readingOf(read) : 'declined';
  return { model: { ...model, report: { ...model.report, reading } }, evidence };
}

function readingOf({ embeddings }: LaunchTable): NameReading {
  return embeddings ? 'embeddings' : 'no-text';
}
