import { whenBegun } from '#storage/begun.ts';
import type { onTabConflict, TabConflict } from '#storage/other-tabs.ts';

type Listen = (...given: Parameters<typeof onTabConflict>) => unknown;

/** Whether another tab runs a newer or an older version of the app, and one of the two must make way; or what both had was deleted. */
export class OtherTabs {
  readonly #listen: Listen;
  #conflict = $state.raw<TabConflict | null>(null);

  constructor(listen: Listen = listenOnceBegun) {
    this.#listen = listen;
  }

  get conflict(): TabConflict | null {
    return this.#conflict;
  }

  /** It has lost the database, and can read and store nothing. */
  get mustReload(): boolean {
    return this.#conflict === 'outdated' || this.#conflict === 'deleted';
  }

  listen(): void {
    this.#listen((conflict) => (this.#conflict = conflict));
  }

  /** Brings this tab to the version that has the database, or to a new one. */
  reload(): void {
    location.reload();
  }
}

/** Before anything is stored there is nothing to quarrel about. */
const listenOnceBegun: Listen = async (listener) => {
  await whenBegun();
  const { onTabConflict } = await import('#storage/other-tabs.ts');
  onTabConflict(listener);
};
