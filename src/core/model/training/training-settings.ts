// Training settings: what a seller may set, and what Debut uses where nothing is set.

import type { FitSettings } from '../net/net.ts';

/** Settings of a training; null leaves a number to Debut. */
export interface TrainingSettings {
  /** Start of all randomness: the same data and settings give the same model. */
  readonly seed: number;
  /** Work spent on trying settings, in seconds of a usual laptop: the same search everywhere. 0 tries none. */
  readonly searchSeconds: number;
  readonly learningRate: number | null;
  /** Number of launches per step. */
  readonly batch: number | null;
  readonly epochs: number | null;
  readonly weightDecay: number | null;
  /** Number of members of the ensemble inside the network. */
  readonly members: number | null;
  readonly width: number | null;
}

export const AUTOMATIC_SETTINGS: TrainingSettings = {
  seed: 1,
  searchSeconds: 20,
  learningRate: null,
  batch: null,
  epochs: null,
  weightDecay: null,
  members: null,
  width: null,
};

export type SettingName = keyof TrainingSettings;

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** Bounds beyond which a training fails, takes forever or learns nothing. */
export const SETTING_BOUNDS: Readonly<Record<SettingName, Bounds>> = {
  seed: { least: 1, most: 1_000_000, isWhole: true },
  searchSeconds: { least: 0, most: 600, isWhole: true },
  learningRate: { least: 1e-5, most: 0.02, isWhole: false },
  batch: { least: 8, most: 1_024, isWhole: true },
  epochs: { least: 1, most: 200, isWhole: true },
  weightDecay: { least: 0, most: 1, isWhole: false },
  members: { least: 1, most: 32, isWhole: true },
  width: { least: 8, most: 512, isWhole: true },
};

export function isWithinBounds(name: SettingName, value: number): boolean {
  const { least, most, isWhole } = SETTING_BOUNDS[name];
  return value >= least && value <= most && (!isWhole || Number.isInteger(value));
}

export const SETTING_NAMES = Object.keys(SETTING_BOUNDS) as readonly SettingName[];

/** Reads settings as stored, perhaps by another version: what is not a number within its bounds is left to Debut. */
export function usableSettings(stored: unknown): TrainingSettings {
  const found: Partial<Record<SettingName, unknown>> = stored instanceof Object ? stored : {};
  const usable = SETTING_NAMES.map((name): [SettingName, number | null] => {
    const value = found[name];
    const isUsable = typeof value === 'number' && isWithinBounds(name, value);
    return [name, isUsable ? value : AUTOMATIC_SETTINGS[name]];
  });
  return { ...AUTOMATIC_SETTINGS, ...Object.fromEntries(usable) };
}

/** Size and schedule of a network. */
export interface NetSettings {
  readonly members: number;
  readonly width: number;
  /** Whether each launch is used twice per epoch, the second time blurred (augment.ts). */
  readonly augmented: boolean;
  /** Whether it starts from the ridges (net-start.ts). */
  readonly fromRidges: boolean;
  readonly fit: FitSettings;
}

/** Returns the number of rows that a network sees per epoch. */
export function rowsAnEpoch({ augmented }: NetSettings, rowCount: number): number {
  return augmented ? 2 * rowCount : rowCount;
}

const SMALL_HISTORY = 200;
const SMALL = { members: 4, width: 48, batch: 32, weightDecay: 0.1 } as const;
const LARGE = { members: 8, width: 128, batch: 128, weightDecay: 0.05 } as const;

/** Passes through the launches. From the ridges, a network has less to learn. */
const EPOCHS = { fromBaseline: 20, fromRidges: 12 } as const;

/**
 * Returns what the seller set, and else sizes by the amount of history, as measured on worlds with known truth.
 * @param options `fromRidges`: whether the network starts from the ridges
 */
export function netSettings(
  rowCount: number,
  set: TrainingSettings,
  { fromRidges = false }: { readonly fromRidges?: boolean } = {},
): NetSettings {
  const usual = rowCount < SMALL_HISTORY ? SMALL : LARGE;
  return {
    members: set.members ?? usual.members,
    width: set.width ?? usual.width,
    augmented: false,
    fromRidges,
    fit: {
      epochs: set.epochs ?? (fromRidges ? EPOCHS.fromRidges : EPOCHS.fromBaseline),
      batch: set.batch ?? usual.batch,
      learningRate: set.learningRate ?? 3e-3,
      weightDecay: set.weightDecay ?? usual.weightDecay,
      dropout: 0.15,
      clipNorm: 1,
    },
  };
}

interface Learnt {
  readonly settings: TrainingSettings;
  readonly net: NetSettings | null;
}

/**
 * Returns what Debut uses for a number left to it: its last choice where it had one, else the usual for so many rows.
 */
export function automaticValue(name: SettingName, rowCount: number, last: Learnt | null): number {
  if (name === 'seed' || name === 'searchSeconds') return AUTOMATIC_SETTINGS[name];
  const usual = netSettings(rowCount, AUTOMATIC_SETTINGS);
  const net = last?.net && last.settings[name] === null ? last.net : usual;
  return name === 'members' || name === 'width' ? net[name] : net.fit[name];
}
