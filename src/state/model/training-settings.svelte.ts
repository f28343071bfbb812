import { createContext } from 'svelte';
import {
  AUTOMATIC_SETTINGS,
  isWithinBounds,
  SETTING_NAMES,
  usableSettings,
  type SettingName,
  type TrainingSettings,
} from '#core/model/training/training-settings.ts';
import { KeptChoice } from '../base/kept-choice.svelte.ts';
import { later } from '../base/later.ts';

const { changeSetting, loadSetting } = later(() => import('#storage/app/settings.ts'));

const ports = {
  loadSettings: (): Promise<unknown> => loadSetting('trainingSettings'),
  changeSettings: async (
    to: (stored: TrainingSettings) => TrainingSettings,
  ): Promise<TrainingSettings> => {
    let settings = AUTOMATIC_SETTINGS;
    await changeSetting('trainingSettings', (stored) => (settings = to(usableSettings(stored))));
    return settings;
  },
};
export type TrainingSettingsPorts = typeof ports;

/** The seller's training settings, stored on this device. */
export class TrainingSettingsChoice {
  readonly #kept: KeptChoice<TrainingSettings>;

  constructor({ loadSettings, changeSettings }: TrainingSettingsPorts = ports) {
    const load = () => loadSettings().then(usableSettings);
    this.#kept = new KeptChoice(AUTOMATIC_SETTINGS, { load, change: changeSettings });
  }

  get settings(): TrainingSettings {
    return this.#kept.current;
  }

  /** Why the settings could not be read or stored, or null. */
  get failure(): unknown {
    return this.#kept.failure;
  }

  readonly isAutomatic: boolean = $derived(
    SETTING_NAMES.every((name) => this.settings[name] === AUTOMATIC_SETTINGS[name]),
  );

  /** Reads the stored settings, which another tab may have changed. */
  load(): Promise<void> {
    return this.#kept.load();
  }

  /** Changes a setting; null leaves it to Debut. Ignores a number out of bounds. */
  async set(name: SettingName, value: number | null): Promise<void> {
    if (value !== null && !isWithinBounds(name, value)) return;
    const number = value ?? AUTOMATIC_SETTINGS[name];
    await this.#kept.change((settings) => ({ ...settings, [name]: number }));
  }

  reset(): Promise<void> {
    return this.#kept.change(() => AUTOMATIC_SETTINGS);
  }
}

export const [useTrainingSettings, provideTrainingSettings] =
  createContext<TrainingSettingsChoice>();
