import type { JobPhase } from '#core/base/job-phase.ts';
import type { BuyerList, WantedBuyers } from '#core/model/segments/buyer-list.ts';
import { dataset } from '#jobs/jobs.ts';
import { JobState } from '#state/base/job-state.svelte.ts';
import { importFraction } from '../import-fraction.ts';

const jobs: Pick<typeof dataset, 'listBuyers'> = dataset;
export type BuyerListJobs = typeof jobs;

/** Lists who is likely to buy a product, from exports that are read again for it. */
export class BuyerListing {
  readonly #jobs: BuyerListJobs;
  readonly #job = new JobState<BuyerList, string>(importFraction);

  constructor(withJobs: BuyerListJobs = jobs) {
    this.#jobs = withJobs;
  }

  /** Phase of the reading, by the names of its files. */
  get phase(): JobPhase<BuyerList, string> {
    return this.#job.phase;
  }

  /** Progress of the reading, 0–1; null where it is not known. */
  get fraction(): number | null {
    return this.#job.fraction;
  }

  /** Returns the list, for the seller's file; null where the reading was stopped or failed. */
  async list(
    datasetId: number,
    files: readonly File[],
    wanted: WantedBuyers,
  ): Promise<BuyerList | null> {
    const names = files.map(({ name }) => name).join(', ');
    const request = { datasetId, files, timeZone: null, ...wanted };
    const list = await this.#job.run(names, (options) => this.#jobs.listBuyers(request, options));
    if (list) this.#job.forget();
    return list;
  }

  /** Stops at once for the seller; the worker may need a moment. */
  cancel(): void {
    this.#job.cancel();
  }
}
