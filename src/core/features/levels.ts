import { countTexts } from '../statistics.ts';

/** The values of a text column that get an input of their own, commonest first. */
export type Levels = readonly string[];

export interface LevelLimits {
  /** Rarer values share one "other" input, or none. */
  readonly minCount: number;
  readonly maxLevels: number;
}

export function fitLevels(values: Iterable<string>, limits: LevelLimits): Levels {
  return countTexts(values)
    .filter(([, count]) => count >= limits.minCount)
    .slice(0, limits.maxLevels)
    .map(([text]) => text);
}

/** Column of a value: its level, or the "other" column behind the levels for rare and unknown values. */
export function levelColumn(levels: Levels, value: string): number {
  const found = levels.indexOf(value);
  return found < 0 ? levels.length : found;
}
