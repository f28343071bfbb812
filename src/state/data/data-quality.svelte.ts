import { createContext } from 'svelte';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { Issue } from '#core/import/csv/issues.ts';
import { findingKey, type Treatments } from '#core/import/csv/treatments.ts';
import { isAbort } from '#core/base/errors.ts';
import type { Progress } from '#core/base/progress.ts';
import type { FillIns } from '#core/import/recipe/fill-ins.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import type { Rebuilt } from '#core/import/columns/rebuilt.ts';
import { withCurrencyRates, type Recipe } from '#core/import/recipe/recipe.ts';
import { dataset } from '#jobs/jobs.ts';
import { m } from '#messages';
import type { DatasetSummary } from '#storage/data/datasets.ts';
import { importFraction } from './import-fraction.ts';
import type { Notices, UndoQuestion } from '../base/notices.svelte.ts';
import { recipeVersions } from './recipe-versions.ts';

type QualityPhase =
  | { readonly status: 'idle' }
  | {
      readonly status: 'rebuilding';
      readonly datasetId: number;
      /** Treatments that are being switched. */
      readonly switched: Treatments;
      readonly progress: Progress | null;
      /** Key of the reading that the stored one replaces; null while the file is being read. */
      readonly replaces: string | null;
    }
  | { readonly status: 'failed'; readonly datasetId: number; readonly error: unknown };

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
  #phase = $state.raw<QualityPhase>({ status: 'idle' });
  #controller = new AbortController();

  constructor(notices: Notices, withPorts: QualityPorts = ports) {
    this.#notices = notices;
    this.#ports = withPorts;
  }

  /** Returns the phase for a data set. A switch is under way until the data set on screen is the one read with it. */
  phaseOf(dataset: SwitchableDataset): QualityPhase {
    const phase = this.#phase;
    if (phase.status === 'idle' || phase.datasetId !== dataset.id) return { status: 'idle' };
    const isShown =
      phase.status === 'rebuilding' &&
      phase.replaces !== null &&
      phase.replaces !== readingKey(dataset.report, dataset.recipe);
    return isShown ? { status: 'idle' } : phase;
  }

  readonly fraction: number | null = $derived(
    this.#phase.status === 'rebuilding' && this.#phase.progress
      ? importFraction(this.#phase.progress)
      : null,
  );

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
    this.#controller.abort();
    this.#phase = { status: 'idle' };
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

  async #rebuild(
    request: Parameters<QualityPorts['rebuildDataset']>[0],
    { replaces, switched = {} }: { readonly replaces: string; readonly switched?: Treatments },
  ): Promise<Rebuilt | null> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    const { datasetId } = request;
    const rebuilding = { status: 'rebuilding', datasetId, switched, replaces: null } as const;
    this.#phase = { ...rebuilding, progress: null };
    try {
      const rebuilt = await this.#ports.rebuildDataset(request, {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.#phase = { ...rebuilding, progress };
        },
      });
      if (!signal.aborted)
        this.#phase =
          rebuilt.status === 'disputed' || readingKey(rebuilt.report, rebuilt.after) === replaces
            ? { status: 'idle' }
            : { ...rebuilding, progress: null, replaces };
      return rebuilt;
    } catch (error) {
      // A stopped attempt must not overwrite the one that replaced it.
      if (!signal.aborted)
        this.#phase = isAbort(error) ? { status: 'idle' } : { status: 'failed', datasetId, error };
      return null;
    }
  }
}

export const [useDataQuality, provideDataQuality] = createContext<DataQuality>();
