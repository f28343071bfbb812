import { describe, expect, it } from 'vitest';
import {
  AUTOMATIC_SETTINGS,
  automaticValue,
  isWithinBounds,
  netSettings,
  SETTING_BOUNDS,
  SETTING_NAMES,
  usableSettings,
  type TrainingSettings,
} from '#core/model/training/training-settings.ts';

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
      for (const name of SETTING_NAMES) {
        expect(isWithinBounds(name, automaticValue(name, rowCount, null)), name).toBe(true);
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
    for (const rowCount of [30, 2000]) {
      expect(netSettings(rowCount, own)).toMatchObject({
        members: 2,
        width: 32,
        fit: { learningRate: 0.001, batch: 64, epochs: 40, weightDecay: 0.5 },
      });
    }
  });
});

it('learns for fewer epochs from the ridges, unless the seller set them', () => {
  const epochsOf = (set: TrainingSettings) =>
    [false, true].map((fromRidges) => netSettings(2000, set, { fromRidges }).fit.epochs);
  const [alone, fromRidges] = epochsOf(AUTOMATIC_SETTINGS);
  expect(fromRidges).toBeLessThan(alone!);
  expect(epochsOf(own)).toEqual([40, 40]);
});

describe('what is left to Debut', () => {
  const net = netSettings(2000, own);

  it('is the usual where no model has been learnt', () => {
    expect(automaticValue('width', 30, null)).toBe(48);
    expect(automaticValue('width', 2000, null)).toBe(128);
    expect(automaticValue('batch', 2000, { settings: AUTOMATIC_SETTINGS, net: null })).toBe(128);
  });

  it('is what the last model took by itself', () => {
    const last = { settings: AUTOMATIC_SETTINGS, net };
    expect(automaticValue('width', 2000, last)).toBe(32);
    expect(automaticValue('learningRate', 2000, last)).toBe(0.001);
  });

  it('is not what the seller had set', () => {
    expect(automaticValue('width', 2000, { settings: own, net })).toBe(128);
    expect(automaticValue('seed', 2000, { settings: own, net })).toBe(AUTOMATIC_SETTINGS.seed);
  });
});
