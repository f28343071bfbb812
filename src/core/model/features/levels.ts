import { countTexts } from '#core/base/statistics/statistics.ts';

/** The values of a text column that get an input of their own, most frequent first. */
export type Levels = readonly string[];

export interface LevelLimits {
  /** Minimum number of occurrences; rarer values share one "other" input, or have none. */
  readonly minCount: number;
  readonly maxLevels: number;
}

/** Returns the most frequent values within the limits; empty values do not count. */
export function fitLevels(values: Iterable<string>, limits: LevelLimits): Levels {
  return countTexts(values)
    .filter(([, count]) => count >= limits.minCount)
    .slice(0, limits.maxLevels)
    .map(([text]) => text);
}

/**
 * Returns the column of a value: its level's index, or the "other" column after the levels for rare and unknown values.
 */
export function levelColumn(levels: Levels, value: string): number {
  const found = levels.indexOf(value);
  return found < 0 ? levels.length : found;
}
