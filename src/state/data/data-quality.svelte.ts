import { createContext } from 'svelte';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { FillIns } from '#core/import/recipe/fill-ins.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import type { Rebuilt } from '#core/import/columns/rebuilt.ts';
import { withCurrencyRates, type Recipe } from '#core/import/recipe/recipe.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import type { DatasetSummary } from '#storage/data/datasets.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { importFraction } from './import-fraction.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { recipeVersions } from './recipe-versions.ts';

/** What is being read in another way. */
interface Rereading {
  readonly datasetId: number;
  /** Treatments that are being switched. */
  readonly switched: Treatments;
  /** Key of the reading that is replaced. */
  readonly replaces: string;
}

/** It runs until the data set on screen is the one that was read. */
type QualityPhase = Exclude<JobPhase<never, Rereading>, { readonly status: 'done' }>;

type SwitchableDataset = Pick<DatasetSummary, 'id' | 'recipe' | 'report'>;

interface ChangeOptions {
  readonly switched?: Treatments;
  /** Text next to the offer to undo. */
  readonly said?: string;
  readonly onUndone?: () => void;
}

type Deed = Extract<Rebuilt, { readonly status: 'rebuilt' }> & {
  readonly datasetId: number;
  readonly onUndone: (() => void) | undefined;
};

const ports: Pick<typeof dataset, 'rebuildDataset'> = dataset;
export type QualityPorts = typeof ports;

/**
 * Treatments of the data checks (findings in code) of a data set. A switch reads the stored file again; the file itself
 * never changes.
 */
export class DataQuality {
  readonly #notices: Notices;
  readonly #ports: QualityPorts;
  readonly #job = new JobState<Rebuilt, Rereading>(importFraction);

  constructor(notices: Notices, withPorts: QualityPorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
  }

  /** Returns the phase for a data set. A switch is under way until the data set on screen is the one read with it. */
  phaseOf(dataset: SwitchableDataset): QualityPhase {
    const { phase } = this.#job;
    if (phase.status === 'idle' || phase.subject.datasetId !== dataset.id)
      return { status: 'idle' };
    if (phase.status !== 'done') return phase;
    const { subject, result } = phase;
    const isAwaited =
      result.status === 'rebuilt' &&
      readingKey(result.report, result.after) !== subject.replaces &&
      readingKey(dataset.report, dataset.recipe) === subject.replaces;
    return isAwaited ? { status: 'running', subject, progress: null } : { status: 'idle' };
  }

  get fraction(): number | null {
    return this.#job.fraction;
  }

  /**
   * Reads the data set again with one treatment on or off, and offers to undo it. Returns the new report, or null where
   * it was stopped or failed.
   */
  switchTreatment(
    dataset: SwitchableDataset,
    issue: Pick<Issue, 'kind' | 'field' | 'column'>,
    isOn: boolean,
  ): Promise<ImportReport | null> {
    const switched = { [findingKey(issue)]: isOn };
    const change = (recipe: Recipe): Recipe => ({
      ...recipe,
      treatments: { ...recipe.treatments, ...switched },
    });
    return this.#change(dataset, change, { switched });
  }

  /** Does the same with other exchange rates to the main currency; null removes a rate. */
  setCurrencyRates(
    dataset: SwitchableDataset,
    rates: Readonly<Record<string, number | null>>,
  ): Promise<ImportReport | null> {
    return this.#change(dataset, (recipe) => withCurrencyRates(recipe, rates));
  }

  /** Does the same with all cells that are filled in. */
  fillIn(
    dataset: SwitchableDataset,
    fillIns: FillIns,
    options: Pick<ChangeOptions, 'said' | 'onUndone'>,
  ): Promise<ImportReport | null> {
    return this.#change(dataset, (recipe) => ({ ...recipe, fillIns }), options);
  }

  /** Stops reading; what was read before stays. Dismisses a failure. */
  cancel(): void {
    this.#job.cancel();
  }

  async #change(
    dataset: SwitchableDataset,
    change: (recipe: Recipe) => Recipe,
    { switched = {}, said = m.data_quality_switched(), onUndone }: ChangeOptions = {},
  ): Promise<ImportReport | null> {
    const { id: datasetId, recipe: base } = dataset;
    if (base === null) return null;
    const request = { datasetId, base, recipe: change(base) };
    const replaces = readingKey(dataset.report, base);
    const rebuilt = await this.#rebuild(request, { replaces, switched });
    if (rebuilt?.status !== 'rebuilt') return null;
    this.#notices.offerUndo({
      text: said,
      restore: () => this.#takeBack({ ...rebuilt, datasetId, onUndone }),
    });
    return rebuilt.report;
  }

  /** Undoes a change, or returns a question where another tab has changed the same since. */
  async #takeBack(deed: Deed, isForced = false): Promise<UndoQuestion | null> {
    const { datasetId, report, before, after } = deed;
    const request = { datasetId, base: after, recipe: before, isUndo: !isForced };
    const rebuilt = await this.#rebuild(request, { replaces: readingKey(report, after) });
    if (rebuilt?.status === 'rebuilt') deed.onUndone?.();
    if (rebuilt?.status !== 'disputed') return null;
    return {
      text: m.feedback_undo_asked({ ...recipeVersions(rebuilt) }),
      undoAnyway: async () => void (await this.#takeBack(deed, true)),
    };
  }

  /** Returns what became of a change; also where it was stopped too late, as it is stored then. */
  async #rebuild(
    request: Parameters<QualityPorts['rebuildDataset']>[0],
    { replaces, switched = {} }: { readonly replaces: string; readonly switched?: Treatments },
  ): Promise<Rebuilt | null> {
    const { datasetId } = request;
    let rebuilt: Rebuilt | null = null;
    await this.#job.run({ datasetId, switched, replaces }, async (options) => {
      rebuilt = await this.#ports.rebuildDataset(request, options);
      return rebuilt;
    });
    return rebuilt;
  }
}

export const [useDataQuality, provideDataQuality] = createContext<DataQuality>();
