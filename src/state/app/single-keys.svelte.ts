import { createContext } from 'svelte';
import { keepMark, keptMark } from '../base/kept-mark.ts';

const STORAGE_KEY = 'debut-single-keys';

/** Whether single-key shortcuts are on. People who dictate or have unsteady hands may turn them off (WCAG 2.1.4). */
export class SingleKeys {
  #areOn = $state(keptMark(STORAGE_KEY) !== 'off');

  get areOn(): boolean {
    return this.#areOn;
  }

  choose(areOn: boolean): void {
    this.#areOn = areOn;
    keepMark(STORAGE_KEY, areOn ? null : 'off');
  }
}

export const [useSingleKeys, provideSingleKeys] = createContext<SingleKeys>();
