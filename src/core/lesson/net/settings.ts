// Settings that the lesson begins with, and what a press of a button changes in them.

import type { NetSettings } from './net-run.ts';

export const RATES = [0.002, 0.005, 0.01, 0.02, 0.05] as const;

/** Of the shops that the lesson shows; a test holds that they show what most shops do. */
export const SHOP_SEEDS = { watched: 18, byHeart: 58, large: 5 };

/** Of the net that is watched. */
export const DEFAULT_SETTINGS: NetSettings = {
  ...{ seed: 1, width: 8, depth: 2, activation: 'tanh', dropout: 0 },
  ...{ optimiser: 'adamw', rate: 0.02, decay: 0, batchRows: 8, passes: 240 },
  ...{ hasVisits: false, stopsEarly: false, start: null },
};

/** A net with more weights than launches, which learns them by heart. */
export const BY_HEART: NetSettings = {
  ...DEFAULT_SETTINGS,
  ...{ width: 12, depth: 3, rate: 0.01, passes: 250 },
};

/** Returns the settings of a run on a large shop, whose weights a net of the same shape begins with. */
export function pretrainingOf(settings: NetSettings): NetSettings {
  const { seed, width, depth, hasVisits } = settings;
  return { ...BY_HEART, seed, width, depth, hasVisits, passes: 60, batchRows: 32 };
}

/** Cures of learning by heart, in the order in which they are offered. */
export const CURES = ['more', 'dropout', 'stop', 'visits', 'start'] as const;
export type Cure = (typeof CURES)[number];

const CURE_DROPOUT = 0.4;
/** A pretrained net is only adapted, so its steps are small. */
const TUNING_RATE = 0.0003;

/** Returns the settings with these cures; more launches and pretrained weights come from their shops. */
export function curedSettings(cures: ReadonlySet<Cure>, seed: number): NetSettings {
  return {
    ...BY_HEART,
    seed,
    dropout: cures.has('dropout') ? CURE_DROPOUT : 0,
    stopsEarly: cures.has('stop'),
    hasVisits: cures.has('visits'),
    rate: cures.has('start') ? TUNING_RATE : BY_HEART.rate,
  };
}
