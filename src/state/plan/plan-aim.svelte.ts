import { createContext } from 'svelte';
import {
  isWithinAim,
  usableAim,
  USUAL_AIM,
  withAimNumber,
  withAimSelling,
  type Aim,
  type AimChoice,
  type AimNumber,
} from '#core/planning/plan/aim.ts';
import type { SellingChange } from '#core/planning/plan/selling-terms.ts';
import { KeptChoice } from '../base/kept-choice.svelte.ts';
import { later } from '../base/later.ts';

const { changeSetting, loadSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  loadAim: (): Promise<unknown> => loadSetting('planAim'),
  changeAim: async (to: (stored: Aim) => Aim): Promise<Aim> => {
    let aim = USUAL_AIM;
    await changeSetting('planAim', (stored) => (aim = to(usableAim(stored))));
    return aim;
  },
};
export type PlanAimPorts = typeof ports;

/** The seller's aim for plans, stored on this device. */
export class PlanAim {
  readonly #kept: KeptChoice<Aim>;

  constructor({ loadAim, changeAim }: PlanAimPorts = ports) {
    const load = () => loadAim().then(usableAim);
    this.#kept = new KeptChoice(USUAL_AIM, { load, change: changeAim });
  }

  get aim(): Aim {
    return this.#kept.current;
  }

  /** Why the aim could not be read or stored, or null. */
  get failure(): unknown {
    return this.#kept.failure;
  }

  /** Reads the stored aim, which another tab may have changed. */
  load(): Promise<void> {
    return this.#kept.load();
  }

  choose(change: AimChoice): Promise<void> {
    return this.#kept.change((aim) => ({ ...aim, ...change }));
  }

  /** Changes a number of the aim; null takes the usual one. Ignores a number out of bounds. */
  async set(name: AimNumber, value: number | null): Promise<void> {
    if (value !== null && !isWithinAim(name, value)) return;
    await this.#kept.change((aim) => withAimNumber(aim, name, value));
  }

  /** Changes the terms of selling; null: not counted. Ignores values out of bounds. */
  async sell(change: SellingChange): Promise<void> {
    await this.#kept.change((aim) => withAimSelling(aim, change));
  }
}

export const [usePlanAim, providePlanAim] = createContext<PlanAim>();
