import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { AUTOMATIC_SETTINGS } from '#core/model/training/training-settings.ts';
import {
  TrainingSettingsChoice,
  type TrainingSettingsPorts,
} from '#state/model/training-settings.svelte.ts';
import { loadSetting, saveSetting } from '#storage/app/settings.ts';

beforeEach(emptyDatabase);

const kept = () => loadSetting('trainingSettings');

describe('TrainingSettingsChoice', () => {
  it('is automatic until something is set', async () => {
    const choice = new TrainingSettingsChoice();
    await choice.load();
    expect(choice.settings).toEqual(AUTOMATIC_SETTINGS);
    expect(choice.isAutomatic).toBe(true);
    expect(await kept()).toBeUndefined();
  });

  it('keeps what is set beside what is stored, and gives a number back', async () => {
    await saveSetting('trainingSettings', { ...AUTOMATIC_SETTINGS, batch: 64 });
    const choice = new TrainingSettingsChoice();
    await choice.set('seed', 7);
    expect(choice.settings).toEqual({ ...AUTOMATIC_SETTINGS, batch: 64, seed: 7 });
    expect(await kept()).toEqual(choice.settings);
    await choice.set('seed', null);
    await choice.set('batch', null);
    expect(choice.isAutomatic).toBe(true);
  });

  it('keeps what two tabs set, and takes what the other left when it is read again', async () => {
    const [one, other] = [new TrainingSettingsChoice(), new TrainingSettingsChoice()];
    await Promise.all([one.load(), other.load()]);
    await Promise.all([one.set('seed', 7), other.set('batch', 64)]);
    const both = { ...AUTOMATIC_SETTINGS, batch: 64, seed: 7 };
    expect(await kept()).toEqual(both);
    await Promise.all([one.load(), other.load()]);
    expect([one.settings, other.settings]).toEqual([both, both]);
  });

  it('does not take a number outside its bounds', async () => {
    const choice = new TrainingSettingsChoice();
    for (const value of [4, 2000, 32.5, NaN, Infinity]) await choice.set('batch', value);
    expect(choice.isAutomatic).toBe(true);
    expect(await kept()).toBeUndefined();
  });

  it('goes back to automatic', async () => {
    const choice = new TrainingSettingsChoice();
    await choice.set('searchSeconds', 0);
    expect(choice.isAutomatic).toBe(false);
    await choice.reset();
    expect(choice.isAutomatic).toBe(true);
    expect(await kept()).toEqual(AUTOMATIC_SETTINGS);
  });

  it('says what could not be read or kept, and uses it nevertheless', async () => {
    const error = new AppError('storage-failed', 'no');
    const choice = new TrainingSettingsChoice({
      loadSettings: () => Promise.reject(error),
      changeSettings: vi
        .fn<TrainingSettingsPorts['changeSettings']>((to) =>
          Promise.resolve(to(AUTOMATIC_SETTINGS)),
        )
        .mockRejectedValueOnce(error),
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
