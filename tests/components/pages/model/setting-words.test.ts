import { describe, expect, it } from 'vitest';
import { settingError, settingWords } from '#components/pages/model/setting-words.ts';
import { SETTING_NAMES } from '#core/model/training/training-settings.ts';
import { m } from '#messages';

describe('the words of a setting', () => {
  it('differ for each', () => {
    const words = SETTING_NAMES.map(settingWords).flatMap(({ label, help }) => [label, help]);
    expect(new Set(words).size).toBe(2 * SETTING_NAMES.length);
  });

  it('say the bounds', () => {
    const [least, most] = ['1', '1,000,000'];
    expect(settingWords('seed')).toEqual({
      label: m.forms_settings_seed(),
      help: m.forms_settings_bounds({ help: m.forms_settings_seed_help(), least, most }),
    });
  });
});

describe('what is wrong with an entry', () => {
  it('is nothing where it is empty or within the bounds', () => {
    for (const entered of [null, 0, 0.05, 1]) {
      expect(settingError('weightDecay', entered)).toBeUndefined();
    }
  });

  it('is said with the bounds', () => {
    const wrong = 'Enter a number from 0.00001 to 0.02. Until then, Debut chooses it.';
    expect(settingError('learningRate', 1)).toBe(wrong);
    expect(settingError('learningRate', NaN)).toBe(wrong);
    const whole = m.forms_settings_wrong_whole({ least: '1', most: '200' });
    expect(settingError('epochs', 2.5)).toBe(whole);
  });
});
