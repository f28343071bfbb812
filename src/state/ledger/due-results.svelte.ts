import type { Day } from '#core/base/dates.ts';
import { isStanding, stageOf } from '#core/ledger/entries/adopted-plan.ts';
import { later } from '../base/later.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { localDay } from '#core/base/dates.ts';

const { listDatasets } = later(() => import('#storage/data/datasets.ts'));
const { loadLedger } = later(() => import('#storage/plan/ledger.ts'));

const ports = { listDatasets, loadLedger, now: () => Date.now() };
export type DuePorts = typeof ports;

/** Counts the adopted plans of all data sets whose results are due. */
export class DueResults {
  readonly #ports: DuePorts;
  readonly #query: LiveQuery<number>;

  constructor(withPorts: DuePorts = ports) {
    this.#ports = withPorts;
    this.#query = new LiveQuery(() => this.#countOn(localDay(withPorts.now())), 0);
  }

  get count(): number {
    return this.#query.current;
  }

  async #countOn(today: Day): Promise<number> {
    const datasets = await this.#ports.listDatasets();
    const ledgers = await Promise.all(datasets.map(({ id }) => this.#ports.loadLedger(id)));
    return ledgers.flat().filter((entry) => isStanding(entry) && stageOf(entry, today) === 'due')
      .length;
  }
}
