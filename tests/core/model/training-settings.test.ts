import { describe, expect, it } from 'vitest';
import {
  AUTOMATIC_SETTINGS,
  automaticValue,
  isWithinBounds,
  netSettings,
  SETTING_BOUNDS,
  SETTING_NAMES,
  usableSettings,
} from '#core/model/training-settings.ts';

const own = {
  seed: 7,
  searchSeconds: 0,
  learningRate: 0.001,
  batch: 64,
  epochs: 40,
  weightDecay: 0.5,
  members: 2,
  width: 32,
};

describe('bounds of a setting', () => {
  it.each(SETTING_NAMES)('of %s hold their ends and nothing beyond', (name) => {
    const { least, most } = SETTING_BOUNDS[name];
    for (const value of [least, most]) expect(isWithinBounds(name, value)).toBe(true);
    for (const value of [least - 1, most + 1, NaN]) expect(isWithinBounds(name, value)).toBe(false);
  });

  it('hold what Debut takes by itself', () => {
    for (const rowCount of [30, 2000]) {
      const net = netSettings(rowCount, AUTOMATIC_SETTINGS);
      for (const name of SETTING_NAMES) {
        expect(isWithinBounds(name, automaticValue(name, net)), name).toBe(true);
      }
    }
  });

  it('want whole numbers where there are no halves', () => {
    expect(isWithinBounds('members', 2.5)).toBe(false);
    expect(isWithinBounds('weightDecay', 0.05)).toBe(true);
  });
});

describe('stored settings', () => {
  it('are taken as they are where they can be used', () => {
    expect(usableSettings(own)).toEqual(own);
    expect(usableSettings(AUTOMATIC_SETTINGS)).toEqual(AUTOMATIC_SETTINGS);
  });

  it.each([undefined, null, 'fast', 3, [], {}])('%j are automatic', (stored) => {
    expect(usableSettings(stored)).toEqual(AUTOMATIC_SETTINGS);
  });

  it('are automatic one by one where a number is out of bounds or none', () => {
    expect(usableSettings({ ...own, seed: 0, batch: '64', width: 1e9, speed: 3 })).toEqual({
      ...own,
      seed: AUTOMATIC_SETTINGS.seed,
      batch: null,
      width: null,
    });
  });
});

describe('what is set', () => {
  it('is what the net takes, whatever the history', () => {
    const net = netSettings(2000, own);
    for (const name of SETTING_NAMES.slice(2)) expect(automaticValue(name, net)).toBe(own[name]);
  });
});
