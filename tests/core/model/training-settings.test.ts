import { describe, expect, it } from 'vitest';
import {
  AUTOMATIC_SETTINGS,
  isWithinBounds,
  netSettings,
  SETTING_BOUNDS,
  type TrainingSettings,
} from '#core/model/training-settings.ts';

describe('training settings', () => {
  it('are within their bounds where Debut chooses', () => {
    for (const rowCount of [30, 199, 200, 50_000]) {
      const { members, width, fit } = netSettings(rowCount, AUTOMATIC_SETTINGS);
      const { learningRate, batch, epochs, weightDecay } = fit;
      const all: TrainingSettings = {
        ...AUTOMATIC_SETTINGS,
        ...{ members, width, learningRate, batch, epochs, weightDecay },
      };
      for (const [name, value] of Object.entries(all))
        expect(isWithinBounds(name as keyof TrainingSettings, value as number), name).toBe(true);
    }
  });

  it('take what the seller set', () => {
    const set = { members: 2, width: 16, learningRate: 0.01, batch: 64, epochs: 5, weightDecay: 0 };
    expect(netSettings(2000, { ...AUTOMATIC_SETTINGS, ...set })).toMatchObject({
      members: 2,
      width: 16,
      fit: { learningRate: 0.01, batch: 64, epochs: 5, weightDecay: 0 },
    });
  });

  it('refuse what is outside, broken where whole, or no number', () => {
    for (const [name, { least, most, isWhole }] of Object.entries(SETTING_BOUNDS)) {
      const key = name as keyof TrainingSettings;
      expect(isWithinBounds(key, least)).toBe(true);
      expect(isWithinBounds(key, most)).toBe(true);
      expect(isWithinBounds(key, most + 1)).toBe(false);
      expect(isWithinBounds(key, least - 1)).toBe(false);
      expect(isWithinBounds(key, NaN)).toBe(false);
      if (isWhole) expect(isWithinBounds(key, least + 0.5)).toBe(false);
    }
  });
});
