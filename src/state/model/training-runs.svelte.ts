import { runsCsv } from '#core/evaluation/runs/runs-csv.ts';
import { runsJson } from '#core/evaluation/runs/runs-json.ts';
import type { KeptRuns, RunRemarks, TrainingRun } from '#core/evaluation/runs/training-run.ts';
import { m } from '#messages';
import type { ModelUse } from '#storage/model/models.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { later } from '../base/later.ts';

const { removeModel, restoreModel, undoUse, useModel } = later(
  () => import('#storage/model/models.ts'),
);
const { loadRuns, updateRemarks } = later(() => import('#storage/model/trainings.ts'));

const ports = { loadRuns, updateRemarks, useModel, undoUse, removeModel, restoreModel };
export type TrainingRunsPorts = typeof ports;

interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

const WRITTEN = {
  // The byte order mark makes spreadsheet programs read UTF-8.
  csv: (kept: KeptRuns) => ({ parts: ['\uFEFF', runsCsv(kept)], type: 'text/csv' }),
  json: (kept: KeptRuns) => ({ parts: [runsJson(kept)], type: 'application/json' }),
};
export type RunsFileKind = keyof typeof WRITTEN;

/** The training runs of the data set on screen, each with its model, and the seller's remarks and choices. */
export class TrainingRuns {
  readonly #datasetId: () => number | undefined;
  readonly #notices: Notices;
  readonly #ports: TrainingRunsPorts;
  #failed = $state.raw<unknown>(null);

  constructor(
    datasetId: () => number | undefined,
    notices: Notices,
    withPorts: TrainingRunsPorts = ports,
  ) {
    this.#datasetId = datasetId;
    this.#notices = notices;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const id = this.#datasetId();
    if (id === undefined) return null;
    return new LiveQuery<KeptRuns | undefined>(() => this.#ports.loadRuns(id), undefined);
  });

  /** Runs, newest first; undefined until they are read. */
  get kept(): KeptRuns | undefined {
    return this.#query?.current;
  }

  /** Why they cannot be read, or why the last action failed; null where all went well. */
  get failure(): unknown {
    return this.#query?.failure ?? this.#failed;
  }

  /**
   * Stores remarks on a run.
   * @param base remarks that were on screen: what another tab has changed since stays
   * @returns whether they were stored
   */
  async remark(
    { modelId }: TrainingRun,
    remarks: Partial<RunRemarks>,
    base?: RunRemarks,
  ): Promise<boolean> {
    const isKept = await this.#attempt(async () => {
      await this.#ports.updateRemarks(modelId, remarks, base);
      this.#notices.say(m.runs_remarked());
      return true;
    });
    return isKept ?? false;
  }

  /** Puts a run's model in use, and offers to undo it. */
  async use({ datasetId, modelId }: TrainingRun): Promise<void> {
    await this.#attempt(async () => {
      const use = await this.#ports.useModel(datasetId, modelId);
      if (use.before === modelId) return;
      const said = m.runs_used({ number: modelId });
      if (use.before === null) this.#notices.say(said);
      else this.#offerUndo(said, () => this.#undoUse(datasetId, use));
    });
  }

  /** Removes a run with its model and evidence, and offers to undo it. */
  async remove({ datasetId, modelId }: TrainingRun): Promise<void> {
    await this.#attempt(async () => {
      const removed = await this.#ports.removeModel(datasetId, modelId);
      if (!removed) return;
      const said = m.runs_removed({ number: modelId });
      this.#offerUndo(said, async () => {
        await this.#attempt(() => this.#ports.restoreModel(removed));
        return null;
      });
    });
  }

  /** Writes all runs as a file, whatever is filtered; null where they could not be read. */
  write(datasetId: number, kind: RunsFileKind): Promise<NamedFile | null> {
    return this.#attempt(async () => {
      const kept = await this.#ports.loadRuns(datasetId);
      const { parts, type } = WRITTEN[kind](kept);
      return { name: `debut-runs.${kind}`, content: new Blob(parts, { type }) };
    });
  }

  #offerUndo(text: string, restore: () => Promise<UndoQuestion | null>): void {
    this.#notices.offerUndo({ text, restore });
  }

  /** Undoes a change of model, or returns a question where another tab or a training run has changed it since. */
  #undoUse(datasetId: number, use: ModelUse, isForced = false): Promise<UndoQuestion | null> {
    return this.#attempt(async () => {
      const conflict = await this.#ports.undoUse(datasetId, use, { isForced });
      if (!conflict) return null;
      const [now, before] = [runWords(conflict.now), runWords(use.before)];
      return {
        text: m.runs_undo_asked({ now, before }),
        undoAnyway: async () => void (await this.#undoUse(datasetId, use, true)),
      };
    });
  }

  async #attempt<T>(work: () => Promise<T>): Promise<T | null> {
    this.#failed = null;
    try {
      return await work();
    } catch (error) {
      this.#failed = error;
      return null;
    }
  }
}

function runWords(modelId: number | null): string {
  return modelId === null ? m.runs_version_none() : m.runs_version({ number: modelId });
}
