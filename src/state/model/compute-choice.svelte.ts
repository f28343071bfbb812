import { createContext } from 'svelte';
import type { JobPhase } from '#core/base/job-phase.ts';
import type { BackendChoice, ComputePreference } from '#core/model/training/training-report.ts';
import { model } from '#jobs/jobs.ts';
import { JobState } from '../base/job-state.svelte.ts';
import { later } from '../base/later.ts';
import { loadChoice } from '../base/stored-choice.ts';

const { saveSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  chooseBackend: model.chooseBackend,
  loadPreference: () => loadChoice('computePreference'),
  savePreference: (compute: ComputePreference) => saveSetting('computePreference', compute),
};
export type ComputePorts = typeof ports;

/** The seller's preferred processor, and the backend that it leads to on this device. */
export class ComputeChoice {
  readonly #ports: ComputePorts;
  #preference = $state.raw<ComputePreference>('auto');
  readonly #job = new JobState<BackendChoice, ComputePreference>();
  #loading: Promise<void> | undefined;

  constructor(withPorts: ComputePorts = ports) {
    this.#ports = withPorts;
  }

  get preference(): ComputePreference {
    return this.#preference;
  }

  get phase(): JobPhase<BackendChoice, ComputePreference> {
    return this.#job.phase;
  }

  /** Reads the stored preference. Where it cannot be read, the automatic choice applies. */
  load(): Promise<void> {
    return (this.#loading ??= this.#read());
  }

  /** Finds the backend for the preference on this device; once. */
  async find(): Promise<void> {
    if (this.phase.status !== 'idle') return;
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
      this.#job.fail(this.#preference, error);
    }
  }

  async #keep(preference: ComputePreference): Promise<void> {
    try {
      await this.#ports.savePreference(preference);
    } catch (error) {
      this.#job.fail(preference, error);
    }
  }

  async #look(): Promise<void> {
    const preference = this.#preference;
    await this.#job.run(preference, (options) => this.#ports.chooseBackend(preference, options));
  }
}

export const [useComputeChoice, provideComputeChoice] = createContext<ComputeChoice>();
