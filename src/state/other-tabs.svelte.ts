import { onTabConflict, type TabConflict } from '#storage/other-tabs.ts';

/** Whether another tab runs a newer or an older version of the app, and one of the two must make way. */
export class OtherTabs {
  #conflict = $state.raw<TabConflict | null>(null);

  constructor(listen: typeof onTabConflict = onTabConflict) {
    listen((conflict) => (this.#conflict = conflict));
  }

  get conflict(): TabConflict | null {
    return this.#conflict;
  }

  /** Brings this tab to the version that has the database. */
  reload(): void {
    location.reload();
  }
}
