import { createContext } from 'svelte';
import { isAbort } from '#core/base/errors.ts';
import type { BackendChoice, ComputePreference } from '#core/model/training/training-report.ts';
import { model } from '#jobs/jobs.ts';
import { later } from '../base/later.ts';
import { loadChoice } from '../base/stored-choice.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));

type ChoicePhase =
  | { readonly status: 'idle' }
  | { readonly status: 'looking' }
  | { readonly status: 'found'; readonly choice: BackendChoice }
  | { readonly status: 'failed'; readonly error: unknown };

const ports = {
  chooseBackend: (compute: ComputePreference, signal: AbortSignal) =>
    model.chooseBackend(compute, { signal }),
  loadPreference: () => loadChoice('computePreference'),
  savePreference: (compute: ComputePreference) => saveSetting('computePreference', compute),
};
export type ComputePorts = typeof ports;

/** The seller's preferred processor, and the backend that it leads to on this device. */
export class ComputeChoice {
  readonly #ports: ComputePorts;
  #preference = $state.raw<ComputePreference>('auto');
  #phase = $state.raw<ChoicePhase>({ status: 'idle' });
  #controller = new AbortController();
  #loading: Promise<void> | undefined;

  constructor(withPorts: ComputePorts = ports) {
    this.#ports = withPorts;
  }

  get preference(): ComputePreference {
    return this.#preference;
  }

  get phase(): ChoicePhase {
    return this.#phase;
  }

  /** Reads the stored preference. Where it cannot be read, the automatic choice applies. */
  load(): Promise<void> {
    return (this.#loading ??= this.#read());
  }

  /** Finds the backend for the preference on this device; once. */
  async find(): Promise<void> {
    if (this.#phase.status !== 'idle') return;
    await this.load();
    await this.#look();
  }

  async prefer(preference: ComputePreference): Promise<void> {
    this.#preference = preference;
    await Promise.all([this.#look(), this.#keep(preference)]);
  }

  async #read(): Promise<void> {
    try {
      this.#preference = (await this.#ports.loadPreference()) ?? this.#preference;
    } catch (error) {
      this.#phase = { status: 'failed', error };
    }
  }

  async #keep(preference: ComputePreference): Promise<void> {
    try {
      await this.#ports.savePreference(preference);
    } catch (error) {
      this.#phase = { status: 'failed', error };
    }
  }

  async #look(): Promise<void> {
    this.#controller.abort();
    const { signal } = (this.#controller = new AbortController());
    this.#phase = { status: 'looking' };
    try {
      const choice = await this.#ports.chooseBackend(this.#preference, signal);
      if (!signal.aborted) this.#phase = { status: 'found', choice };
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#phase = { status: 'failed', error };
    }
  }
}

export const [useComputeChoice, provideComputeChoice] = createContext<ComputeChoice>();
