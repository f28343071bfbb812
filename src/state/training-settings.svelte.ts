import { createContext } from 'svelte';
import {
  AUTOMATIC_SETTINGS,
  isWithinBounds,
  SETTING_NAMES,
  usableSettings,
  type SettingName,
  type TrainingSettings,
} from '#core/model/training-settings.ts';
import { later } from './later.ts';
import { loadChoice } from './stored-choice.ts';

const { saveSetting } = later(() => import('#storage/settings.ts'));

const ports = {
  loadSettings: (): Promise<unknown> => loadChoice('trainingSettings'),
  saveSettings: (settings: TrainingSettings) => saveSetting('trainingSettings', settings),
};
export type TrainingSettingsPorts = typeof ports;

/** How the seller wants models to be learnt, kept on this device. */
export class TrainingSettingsChoice {
  readonly #ports: TrainingSettingsPorts;
  #settings = $state.raw<TrainingSettings>(AUTOMATIC_SETTINGS);
  #failure = $state.raw<unknown>(null);
  #loading: Promise<void> | undefined;

  constructor(withPorts: TrainingSettingsPorts = ports) {
    this.#ports = withPorts;
  }

  get settings(): TrainingSettings {
    return this.#settings;
  }

  /** What went wrong when the settings were to be read or kept, or null. */
  get failure(): unknown {
    return this.#failure;
  }

  readonly isAutomatic: boolean = $derived(
    SETTING_NAMES.every((name) => this.#settings[name] === AUTOMATIC_SETTINGS[name]),
  );

  /** Reads the stored settings. Where they cannot be read, the automatic ones are as good. */
  load(): Promise<void> {
    return (this.#loading ??= this.#read());
  }

  /** Null leaves the number to Debut. One outside its bounds is not taken. */
  async set(name: SettingName, value: number | null): Promise<void> {
    if (value !== null && !isWithinBounds(name, value)) return;
    // What is stored must not come later and replace it.
    await this.load();
    await this.#take({ ...this.#settings, [name]: value ?? AUTOMATIC_SETTINGS[name] });
  }

  async reset(): Promise<void> {
    await this.load();
    await this.#take(AUTOMATIC_SETTINGS);
  }

  async #read(): Promise<void> {
    try {
      this.#settings = usableSettings(await this.#ports.loadSettings());
    } catch (error) {
      this.#failure = error;
    }
  }

  async #take(settings: TrainingSettings): Promise<void> {
    this.#settings = settings;
    try {
      await this.#ports.saveSettings(settings);
      this.#failure = null;
    } catch (error) {
      this.#failure = error;
    }
  }
}

export const [useTrainingSettings, provideTrainingSettings] =
  createContext<TrainingSettingsChoice>();
