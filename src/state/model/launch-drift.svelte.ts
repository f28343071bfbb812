import { errorDrift, holdoutErrors, type ErrorDrift } from '#core/evaluation/drift/error-drift.ts';
import { inputDrift, type InputDrift } from '#core/evaluation/drift/input-drift.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { logErrorsOf, settledEntries } from '#core/ledger/entries/promise-outcome.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadLedger } = later(() => import('#storage/plan/ledger.ts'));
const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));

const ports = { loadHistory, loadLedger, loadEvidence };
export type DriftPorts = typeof ports;

/** Drift of launches (`inputs`) and of forecast errors; null where there is too little data. */
export interface Drift {
  readonly inputs: InputDrift | null;
  readonly errors: ErrorDrift | null;
}

/**
 * Compares the latest launches of a data set with earlier ones, and their forecast errors with those on the test set.
 */
export class LaunchDrift {
  readonly #report: () => TrainingReport | null | undefined;
  readonly #ports: DriftPorts;

  constructor(report: () => TrainingReport | null | undefined, withPorts: DriftPorts = ports) {
    this.#report = report;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const report = this.#report();
    if (!report) return null;
    return new LiveQuery<Drift | undefined>(() => this.#compare(report), undefined);
  });

  /** Undefined until it is computed. */
  get current(): Drift | undefined {
    return this.#query?.current;
  }

  /** Why it could not be computed, or null. */
  get failure(): unknown {
    return this.#query?.failure ?? null;
  }

  async #compare({ datasetId, modelId, learnt }: TrainingReport): Promise<Drift> {
    const [table, entries, { heldOut }] = await Promise.all([
      this.#ports.loadHistory(datasetId),
      this.#ports.loadLedger(datasetId),
      this.#ports.loadEvidence(modelId),
    ]);
    const judged = heldOut ? holdoutErrors(heldOut) : null;
    return {
      inputs: inputDrift(table, learnt?.lastDay ?? null),
      errors: errorDrift([...logErrorsOf(settledEntries(entries))], judged),
    };
  }
}
