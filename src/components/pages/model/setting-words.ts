import {
  isWithinBounds,
  SETTING_BOUNDS,
  type SettingName,
} from '#core/model/training/training-settings.ts';
import { m } from '#messages';
import { formatFigures } from '#components/words/numbers.ts';

interface SettingWords {
  readonly label: string;
  readonly help: string;
}

const WORDS: Readonly<Record<SettingName, () => SettingWords>> = {
  searchSeconds: () => ({
    label: m.forms_settings_search(),
    help: m.forms_settings_search_help(),
  }),
  seed: () => ({
    label: m.forms_settings_seed(),
    help: m.forms_settings_seed_help(),
  }),
  learningRate: () => ({
    label: m.forms_settings_learning_rate(),
    help: m.forms_settings_learning_rate_help(),
  }),
  batch: () => ({
    label: m.forms_settings_batch(),
    help: m.forms_settings_batch_help(),
  }),
  epochs: () => ({
    label: m.forms_settings_epochs(),
    help: m.forms_settings_epochs_help(),
  }),
  weightDecay: () => ({
    label: m.forms_settings_weight_decay(),
    help: m.forms_settings_weight_decay_help(),
  }),
  members: () => ({
    label: m.forms_settings_members(),
    help: m.forms_settings_members_help(),
  }),
  width: () => ({
    label: m.forms_settings_width(),
    help: m.forms_settings_width_help(),
  }),
};

/** Returns the label of a setting, and its meaning with its bounds. */
export function settingWords(name: SettingName): SettingWords {
  const { label, help } = WORDS[name]();
  return { label, help: m.forms_settings_bounds({ help, ...boundsWords(name) }) };
}

/** Returns the error for a number out of bounds; undefined for a valid or empty entry. */
export function settingError(name: SettingName, entered: number | null): string | undefined {
  if (entered === null || isWithinBounds(name, entered)) return undefined;
  const bounds = boundsWords(name);
  return SETTING_BOUNDS[name].isWhole
    ? m.forms_settings_wrong_whole(bounds)
    : m.forms_settings_wrong(bounds);
}

function boundsWords(name: SettingName) {
  const { least, most } = SETTING_BOUNDS[name];
  return { least: formatFigures(least), most: formatFigures(most) };
}
