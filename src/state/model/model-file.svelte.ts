import { AppError } from '#core/base/errors.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { assertLearntFrom } from '#core/files/model/assert-learnt-from.ts';
import { readModelFile, writeModelFile } from '#core/files/model/model-file.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import { writeEventFile } from '#core/model/training/event-file.ts';
import { trainingScalars } from '#core/model/training/training-scalars.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';
import { later } from '../base/later.ts';

const { countResults } = later(() => import('#storage/plan/load-history.ts'));
const { adoptModel, loadModel, removeModel, undoUse } = later(
  () => import('#storage/model/models.ts'),
);
const { loadTrainingReport } = later(() => import('#storage/model/trainings.ts'));

const ports = {
  loadModel,
  loadTrainingReport,
  adoptModel,
  removeModel,
  undoUse,
  countResults,
};
export type ModelFilePorts = typeof ports;

interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

interface OpenedModel {
  readonly report: TrainingReport;
  /** Restores the model that was in use before; missing where there was none. */
  readonly undo?: () => Promise<void>;
}

/**
 * Largest file accepted, in bytes. A model has a hundredth of it; anything larger is another file, and would fill the
 * memory.
 */
const MOST_BYTES = 256e6;

/** Saves the model of a data set as a file, and opens one. Methods that fail return null, and `failure` says why. */
export class ModelFileSession {
  readonly #ports: ModelFilePorts;
  #isBusy = $state.raw(false);
  #failure = $state.raw<unknown>(null);

  constructor(withPorts: ModelFilePorts = ports) {
    this.#ports = withPorts;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** Writes a model as a file; the one in use where no model ID is given. */
  write(datasetId: number, modelId?: number): Promise<NamedFile | null> {
    return this.#attempt(async () => {
      const model = await this.#ports.loadModel(datasetId, modelId);
      if (!model) throw new AppError('model-missing', `data set ${datasetId} has no model`);
      const name = modelId === undefined ? 'debut-model' : `debut-model-${modelId}`;
      return { name: `${name}.safetensors`, content: new Blob([writeModelFile(model)]) };
    });
  }

  /** Writes the training curve as an event file, under a name that TensorBoard looks for. */
  writeCurve(report: TrainingReport): NamedFile {
    const seconds = Math.floor(report.trainedAt / 1000);
    const file = writeEventFile(trainingScalars(report), report.trainedAt);
    return { name: `events.out.tfevents.${seconds}.debut`, content: new Blob([file]) };
  }

  /** Opens a model as that of the data set, if it was trained on the same launches, on any device. */
  open(file: File, dataset: DatasetSummary): Promise<OpenedModel | null> {
    return this.#attempt(async () => {
      const model = readModelFile(await bytesOf(file));
      assertLearntFrom(model.report, {
        readingKey: readingKey(dataset.report, dataset.recipe),
        launchCount: dataset.rowCount,
        resultCount: await this.#ports.countResults(dataset.id),
      });
      const before = await this.#ports.loadTrainingReport(dataset.id);
      const { report } = await this.#ports.adoptModel(belongingTo(dataset.id, model));
      if (!before) return { report };
      return { report, undo: () => this.#putBack(before, report) };
    });
  }

  async #putBack(before: TrainingReport, opened: TrainingReport): Promise<void> {
    const { datasetId } = opened;
    await this.#attempt(async () => {
      const removed = await this.#ports.removeModel(datasetId, opened.modelId);
      // A model that another tab has put in use since stays in use.
      if (!removed?.wasInUse || removed.usedInstead === undefined) return;
      const use = { before: before.modelId, after: removed.usedInstead };
      await this.#ports.undoUse(datasetId, use);
    });
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | null> {
    this.#isBusy = true;
    this.#failure = null;
    try {
      return await work();
    } catch (error) {
      this.#failure = error;
      return null;
    } finally {
      this.#isBusy = false;
    }
  }
}

function belongingTo(datasetId: number, model: TrainedModel): TrainedModel {
  return { ...model, report: { ...model.report, datasetId } };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MOST_BYTES) {
    const message = `expected a file of at most ${MOST_BYTES} bytes, got ${file.size}`;
    throw new AppError('model-file-unreadable', message);
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new AppError(
      'file-unreadable',
      `expected a file that can be read, got ${String(cause)}`,
      {},
      { cause },
    );
  }
}
