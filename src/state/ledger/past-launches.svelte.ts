import { allReviews, reviewsKey } from '#core/evaluation/reviews/review-reading.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import {
  reviewsByLaunch,
  reviewsOfEntry,
  type DatedReview,
} from '#core/ledger/correction/first-reviews.ts';
import { knownForecasts } from '#core/ledger/correction/known-forecasts.ts';
import type { PastLaunches } from '#core/ledger/correction/past-launches.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadHistory } = later(() => import('#storage/plan/load-history.ts'));
const { loadEvidence } = later(() => import('#storage/model/trainings.ts'));
const { loadReviews, loadReviewReading } = later(() => import('#storage/data/reviews.ts'));

const ports = { loadHistory, loadEvidence, loadReviews, loadReviewReading };
export type PastLaunchesPorts = typeof ports;

/** Past launches, and the reviews of the adopted plan's own launch. */
export interface KnownLaunches extends PastLaunches {
  readonly ownReviews: readonly DatedReview[];
}

interface Asked {
  readonly entry: AdoptedPlan;
  readonly modelId: number;
}

/**
 * The past launches of an adopted plan's data set, and the model's forecasts of those it had not seen. Reorder advice is
 * learnt from them.
 */
export class PastLaunchesQuery {
  readonly #ports: PastLaunchesPorts;
  readonly #query: LiveQuery<KnownLaunches | undefined>;

  constructor({ entry, modelId }: Asked, withPorts: PastLaunchesPorts = ports) {
    this.#ports = withPorts;
    this.#query = new LiveQuery<KnownLaunches | undefined>(async () => {
      const [table, { heldOut }] = await Promise.all([
        withPorts.loadHistory(entry.datasetId),
        withPorts.loadEvidence(modelId),
      ]);
      const forecastLogs = knownForecasts(table, heldOut);
      return { table, forecastLogs, ...(await this.#reviewsOf(entry, table)) };
    }, undefined);
  }

  /** Undefined until they are read. */
  get current(): KnownLaunches | undefined {
    return this.#query.current;
  }

  /** Why they could not be read, or null. */
  get failure(): unknown {
    return this.#query.failure;
  }

  /** Returns what reviews tell; nothing while they have not been read as they are now. */
  async #reviewsOf(
    entry: AdoptedPlan,
    table: LaunchTable,
  ): Promise<Pick<KnownLaunches, 'reviews' | 'ownReviews'>> {
    const [lists, reading] = await Promise.all([
      this.#ports.loadReviews(entry.datasetId),
      this.#ports.loadReviewReading(entry.datasetId),
    ]);
    if (reading?.key !== reviewsKey(lists, table)) return { ownReviews: [] };
    const voice = { reviews: allReviews(lists), reading, table };
    return { reviews: reviewsByLaunch(voice), ownReviews: reviewsOfEntry(voice, entry) };
  }
}
