import { createContext } from 'svelte';

const STORAGE_KEY = 'debut-single-keys';

/** Whether keys count that are pressed alone. Who dictates or has an unsteady hand may want none (WCAG 2.1.4). */
export class SingleKeys {
  #areOn = $state(storedChoice());

  get areOn(): boolean {
    return this.#areOn;
  }

  choose(areOn: boolean): void {
    this.#areOn = areOn;
    if (areOn) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, 'off');
  }
}

function storedChoice(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(STORAGE_KEY) !== 'off';
}

export const [useSingleKeys, provideSingleKeys] = createContext<SingleKeys>();
