import { whenDatabaseExists } from '#storage/database/first-use.ts';
import type { onTabConflict, TabConflict } from '#storage/database/other-tabs.ts';

type Listen = (...given: Parameters<typeof onTabConflict>) => unknown;

/**
 * Detects another tab with a newer or older version of the app, where one of the two must give way. Also detects that
 * the database of both was deleted.
 */
export class OtherTabs {
  readonly #listen: Listen;
  #conflict = $state.raw<TabConflict | null>(null);

  constructor(listen: Listen = listenOnceBegun) {
    this.#listen = listen;
  }

  get conflict(): TabConflict | null {
    return this.#conflict;
  }

  /** Whether this tab has lost the database, so it can neither read nor store. */
  get mustReload(): boolean {
    return this.#conflict === 'outdated' || this.#conflict === 'deleted';
  }

  listen(): void {
    this.#listen((conflict) => (this.#conflict = conflict));
  }

  /** Reloads this tab with the version that has the database, or with a new database. */
  reload(): void {
    location.reload();
  }
}

/** Starts once something is stored: before that, tabs cannot conflict. */
const listenOnceBegun: Listen = async (listener) => {
  await whenDatabaseExists();
  const { onTabConflict } = await import('#storage/database/other-tabs.ts');
  onTabConflict(listener);
};
