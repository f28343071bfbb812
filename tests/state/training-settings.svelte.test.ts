import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/errors.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training-settings.ts';
import {
  TrainingSettingsChoice,
  type TrainingSettingsPorts,
} from '#state/training-settings.svelte.ts';

function choiceWith(ports: Partial<TrainingSettingsPorts> = {}) {
  const saveSettings = vi.fn<TrainingSettingsPorts['saveSettings']>(() => Promise.resolve());
  const choice = new TrainingSettingsChoice({
    loadSettings: () => Promise.resolve(undefined),
    saveSettings,
    ...ports,
  });
  return { choice, saveSettings };
}

describe('TrainingSettingsChoice', () => {
  it('is automatic until something is set', async () => {
    const { choice, saveSettings } = choiceWith();
    await choice.load();
    expect(choice.settings).toEqual(AUTOMATIC_SETTINGS);
    expect(choice.isAutomatic).toBe(true);
    expect(saveSettings).not.toHaveBeenCalled();
  });

  it('takes what is stored, once', async () => {
    const loadSettings = vi.fn(() => Promise.resolve({ ...AUTOMATIC_SETTINGS, batch: 64 }));
    const { choice } = choiceWith({ loadSettings });
    await choice.load();
    await choice.load();
    expect(choice.settings).toEqual({ ...AUTOMATIC_SETTINGS, batch: 64 });
    expect(choice.isAutomatic).toBe(false);
    expect(loadSettings).toHaveBeenCalledOnce();
  });

  it('keeps what is set beside what is stored, and gives a number back', async () => {
    const { choice, saveSettings } = choiceWith({
      loadSettings: () => Promise.resolve({ ...AUTOMATIC_SETTINGS, batch: 64 }),
    });
    await choice.set('seed', 7);
    expect(choice.settings).toEqual({ ...AUTOMATIC_SETTINGS, batch: 64, seed: 7 });
    expect(saveSettings).toHaveBeenLastCalledWith(choice.settings);
    await choice.set('seed', null);
    await choice.set('batch', null);
    expect(choice.isAutomatic).toBe(true);
  });

  it('does not take a number outside its bounds', async () => {
    const { choice, saveSettings } = choiceWith();
    for (const value of [4, 2000, 32.5, NaN, Infinity]) await choice.set('batch', value);
    expect(choice.isAutomatic).toBe(true);
    expect(saveSettings).not.toHaveBeenCalled();
  });

  it('goes back to automatic', async () => {
    const { choice, saveSettings } = choiceWith();
    await choice.set('searchSeconds', 0);
    expect(choice.isAutomatic).toBe(false);
    await choice.reset();
    expect(choice.isAutomatic).toBe(true);
    expect(saveSettings).toHaveBeenLastCalledWith(AUTOMATIC_SETTINGS);
  });

  it('says what could not be read or kept, and uses it nevertheless', async () => {
    const error = new AppError('storage-failed', 'no');
    const { choice } = choiceWith({
      loadSettings: () => Promise.reject(error),
      saveSettings: vi
        .fn<TrainingSettingsPorts['saveSettings']>()
        .mockRejectedValueOnce(error)
        .mockResolvedValue(undefined),
    });
    await choice.load();
    expect(choice.failure).toBe(error);
    await choice.set('seed', 2);
    expect(choice.failure).toBe(error);
    expect(choice.settings.seed).toBe(2);
    await choice.set('seed', 3);
    expect(choice.failure).toBeNull();
  });
});
