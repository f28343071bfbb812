import { knownForecasts } from '#core/ledger/reorder/known-forecasts.ts';
import type { PastLaunches } from '#core/ledger/reorder/reorder-history.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));

const ports = { loadHistory, loadEvidence };
export type PastLaunchesPorts = typeof ports;

/**
 * The past launches of a data set, and the model's forecasts of those it had not seen. Reorder advice is learnt from
 * them.
 */
export class PastLaunchesQuery {
  readonly #query: LiveQuery<PastLaunches | undefined>;

  constructor(
    { datasetId, modelId }: { readonly datasetId: number; readonly modelId: number },
    { loadHistory, loadEvidence }: PastLaunchesPorts = ports,
  ) {
    this.#query = new LiveQuery<PastLaunches | undefined>(async () => {
      const [table, { heldOut }] = await Promise.all([
        loadHistory(datasetId),
        loadEvidence(modelId),
      ]);
      return { table, forecastLogs: knownForecasts(table, heldOut) };
    }, undefined);
  }

  /** Undefined until they are read. */
  get current(): PastLaunches | undefined {
    return this.#query.current;
  }

  /** Why they could not be read, or null. */
  get failure(): unknown {
    return this.#query.failure;
  }
}
