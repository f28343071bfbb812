import type { FitSettings } from './net.ts';

export interface NetSettings {
  readonly members: number;
  readonly width: number;
  readonly fit: FitSettings;
}

const SMALL_HISTORY = 200;

/** Sizes by amount of history, as measured on worlds of launches with known truth. */
export function netSettings(rowCount: number): NetSettings {
  const small = rowCount < SMALL_HISTORY;
  return {
    members: small ? 4 : 8,
    width: small ? 48 : 128,
    fit: {
      epochs: 30,
      batch: small ? 32 : 128,
      learningRate: 3e-3,
      weightDecay: small ? 0.1 : 0.05,
      dropout: 0.15,
      clipNorm: 1,
    },
  };
}
