import type { ForeseenDemand } from '#core/demand/forecast/category-outlook.ts';
import { dataset } from '#jobs/jobs.ts';
import { browserLanguage } from '#state/base/browser-language.ts';
import { JobState } from '#state/base/job-state.svelte.ts';

const ports = { foreseeDemand: dataset.foreseeDemand };
export type OutlookPorts = typeof ports;

/** The outlook for the weekly demand of a data set, as of now. */
export class DemandOutlook {
  readonly #datasetId: number;
  readonly #ports: OutlookPorts;
  readonly #job = new JobState<ForeseenDemand>();
  #known: object | null = null;
  #shown = $state.raw<ForeseenDemand | undefined>(undefined);

  constructor(datasetId: number, withPorts = ports) {
    this.#datasetId = datasetId;
    this.#ports = withPorts;
  }

  /** Undefined before the first one. While another is made, the last one stays. */
  get current(): ForeseenDemand | undefined {
    return this.#shown;
  }

  get isRunning(): boolean {
    return this.#job.isRunning;
  }

  /** What failed last, or null. */
  get failure(): unknown {
    return this.#job.error;
  }

  /** Foresees demand, where something else is known than the last time. @param known another object whenever it changes */
  async follow(known: object): Promise<void> {
    if (known === this.#known) return;
    this.#known = known;
    const request = { datasetId: this.#datasetId, language: browserLanguage() };
    await this.#job.run(null, async (options) => {
      const foreseen = await this.#ports.foreseeDemand(request, options);
      if (!options.signal.aborted) this.#shown = foreseen;
      return foreseen;
    });
  }

  cancel(): void {
    this.#job.cancel();
  }
}
