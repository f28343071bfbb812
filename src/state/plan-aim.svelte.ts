import { createContext } from 'svelte';
import {
  isWithinAim,
  usableAim,
  USUAL_AIM,
  withAimNumber,
  type Aim,
  type AimNumber,
} from '#core/launch/aim.ts';
import { later } from './later.ts';
import { loadChoice } from './stored-choice.ts';

const { saveSetting } = later(() => import('#storage/settings.ts'));

const ports = {
  loadAim: (): Promise<unknown> => loadChoice('planAim'),
  saveAim: (aim: Aim) => saveSetting('planAim', aim),
};
export type PlanAimPorts = typeof ports;

/** What the seller wants plans to be made for, kept on this device. */
export class PlanAim {
  readonly #ports: PlanAimPorts;
  #aim = $state.raw<Aim>(USUAL_AIM);
  #failure = $state.raw<unknown>(null);
  #loading: Promise<void> | undefined;

  constructor(withPorts: PlanAimPorts = ports) {
    this.#ports = withPorts;
  }

  get aim(): Aim {
    return this.#aim;
  }

  /** What went wrong when the aim was to be read or kept, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Reads the stored aim. Where it cannot be read, the usual one is as good. */
  load(): Promise<void> {
    return (this.#loading ??= this.#read());
  }

  async choose(change: Partial<Pick<Aim, 'objective' | 'attitude'>>): Promise<void> {
    // What is stored must not come later and replace it.
    await this.load();
    await this.#take({ ...this.#aim, ...change });
  }

  /** Null takes the usual figure. A number outside its bounds is not taken. */
  async set(name: AimNumber, value: number | null): Promise<void> {
    if (value !== null && !isWithinAim(name, value)) return;
    await this.load();
    await this.#take(withAimNumber(this.#aim, name, value));
  }

  async #read(): Promise<void> {
    try {
      this.#aim = usableAim(await this.#ports.loadAim());
    } catch (error) {
      this.#failure = error;
    }
  }

  async #take(aim: Aim): Promise<void> {
    this.#aim = aim;
    try {
      await this.#ports.saveAim(aim);
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }
}

export const [usePlanAim, providePlanAim] = createContext<PlanAim>();
