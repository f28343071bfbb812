import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  decodeLaunchView,
  encodeLaunchView,
  type ColumnSort,
  type LaunchView,
} from './launch-view.ts';
import { LiveQuery } from './live-query.svelte.ts';
import { later } from './later.ts';

const { loadLaunchTable } = later(() => import('#storage/datasets.ts'));

const ports = { loadLaunchTable };
export type LaunchListPorts = typeof ports;

/** Another address: as a step that Back undoes, or in place of the one on screen. */
export type AddressChange = 'step' | 'in-place';

interface Options {
  /** Of the data set whose launches are listed. */
  readonly datasetId: () => number | undefined;
  /** The search of the address on screen. */
  readonly search: () => URLSearchParams;
  readonly show: (search: URLSearchParams, how: AddressChange) => unknown;
  /** How long typing rests before the address follows. */
  readonly restMs?: number;
}

/** The launches of one data set as a reader has them on screen. The address holds how; Back and reload lead there again. */
export class LaunchList {
  readonly #options: Options;
  readonly #ports: LaunchListPorts;
  /** What is being typed and not in the address yet. */
  #typed = $state.raw<string | null>(null);
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options, withPorts: LaunchListPorts = ports) {
    this.#options = options;
    this.#ports = withPorts;
  }

  readonly #query = $derived.by(() => {
    const id = this.#options.datasetId();
    if (id === undefined) return null;
    const load = () => this.#ports.loadLaunchTable(id);
    return new LiveQuery<LaunchTable | undefined>(load, undefined);
  });

  /** Undefined until it is read. */
  get table(): LaunchTable | undefined {
    return this.#query?.current;
  }

  /** Why it cannot be read, or null. */
  get failure(): unknown {
    return this.#query?.failure ?? null;
  }

  /** With what is being typed. */
  readonly view: LaunchView = $derived.by(() => {
    const view = decodeLaunchView(this.#options.search());
    return { ...view, filter: this.#typed ?? view.filter };
  });

  sortBy(sort: ColumnSort | null): void {
    this.#show({ ...this.view, sort }, 'step');
  }

  chooseColumns(columns: readonly string[]): void {
    this.#show({ ...this.view, columns }, 'step');
  }

  /** Filters at once; the address follows when the typing rests. */
  filterBy(filter: string): void {
    this.#typed = filter;
    clearTimeout(this.#resting);
    const follow = () => this.#show(this.view, 'in-place');
    this.#resting = setTimeout(follow, this.#options.restMs ?? 300);
  }

  /** Leaves the address alone from now on: something else is on screen. */
  leave(): void {
    clearTimeout(this.#resting);
  }

  #show(view: LaunchView, how: AddressChange): void {
    clearTimeout(this.#resting);
    const search = encodeLaunchView(this.#options.search(), view);
    void Promise.resolve(this.#options.show(search, how)).then(() => {
      // Else more was typed in the meantime.
      if (this.#typed === view.filter) this.#typed = null;
    });
  }
}
