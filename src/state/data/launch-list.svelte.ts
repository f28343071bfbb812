import type { LaunchTable } from '#core/launch/launch-table.ts';
import {
  decodeLaunchView,
  encodeLaunchView,
  type ColumnSort,
  type LaunchView,
} from './launch-view.ts';
import { LiveQuery } from '../base/live-query.svelte.ts';
import { later } from '../base/later.ts';

const { loadLaunchTable } = later(() => import('#storage/data/datasets.ts'));

const ports = { loadLaunchTable };
export type LaunchListPorts = typeof ports;

/** How the address changes: as a step that Back undoes, or in place of the one on screen. */
export type AddressChange = 'step' | 'in-place';

interface Options {
  /** ID of the data set whose launches are listed. */
  readonly datasetId: () => number | undefined;
  /** Query of the address on screen. */
  readonly search: () => URLSearchParams;
  readonly show: (search: URLSearchParams, how: AddressChange) => unknown;
  /** Pause in typing before the address follows, in milliseconds; 300 unless given. */
  readonly restMs?: number;
}

/** The launches of one data set as shown on screen. The address holds the view, so Back and reload restore it. */
export class LaunchList {
  readonly #options: Options;
  readonly #ports: LaunchListPorts;
  /** Text being typed that is not in the address yet. */
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

  /** The view with the text being typed. */
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

  /** Filters at once; the address follows when typing pauses. */
  filterBy(filter: string): void {
    this.#typed = filter;
    clearTimeout(this.#resting);
    const follow = () => this.#show(this.view, 'in-place');
    this.#resting = setTimeout(follow, this.#options.restMs ?? 300);
  }

  /** Leaves the address unchanged from now on: something else is on screen. */
  leave(): void {
    clearTimeout(this.#resting);
  }

  #show(view: LaunchView, how: AddressChange): void {
    clearTimeout(this.#resting);
    const search = encodeLaunchView(this.#options.search(), view);
    void Promise.resolve(this.#options.show(search, how)).then(() => {
      // Otherwise more was typed meanwhile.
      if (this.#typed === view.filter) this.#typed = null;
    });
  }
}
