// Tells trees the mean outcome of a product's levels, in one column for each text such as a brand. One split then parts
// all levels that do well from the others; inputs of 0 and 1 take a split for each level (target encoding:
// Micci-Barreca 2001). The means that trees learn from leave each launch's own outcome out, or rare levels would
// repeat it (CatBoost: Prokhorenkova et al. 2018).

import type { LevelInputs } from '../features/product-encoder.ts';
import type { Random } from '#core/base/random.ts';
import { sum } from '#core/base/statistics/statistics.ts';

/** Mean outcomes of the levels of one text. */
export interface TextMeans {
  /** Input of the first level. */
  readonly from: number;
  /** [levels] */
  readonly values: Float32Array;
  /** Mean outcome of all launches: the value of a product without any level. */
  readonly usual: number;
}

/** Mean outcomes that trees read as columns after all others. */
export interface LevelMeans {
  /** Column of the first mean. */
  readonly first: number;
  /** One column each. */
  readonly texts: readonly TextMeans[];
}

/** Launches with their outcomes. */
interface Outcomes {
  /** [rows, columns], row-major */
  readonly x: Float32Array;
  readonly target: Float64Array;
  readonly weight: Float64Array;
}

/** A text with fewer levels is told well enough by its inputs. */
const LEAST_LEVELS = 3;
/** Launches of mean weight with the mean outcome that are added to every level: shrinkage of rare ones. */
const ADDED_LAUNCHES = 5;
/** Parts of the launches; each reads the means of the other parts. */
const FOLDS = 5;

/**
 * Fits the means to launches. Texts of few levels get none, nor do those that list several in a launch; undefined where
 * no text is left, or no launch.
 * @returns the means, and the columns for the rows themselves, each from other launches: `outOfFold`, [rows × texts]
 */
export function fitLevelMeans(
  rows: Outcomes,
  texts: readonly LevelInputs[],
  random: Random,
): { readonly means: LevelMeans; readonly outOfFold: Float32Array } | undefined {
  const told = texts.flatMap((text) => {
    const levelOfRow = text.count > LEAST_LEVELS ? levelsOf(rows, text) : null;
    return levelOfRow ? [{ ...text, levelOfRow }] : [];
  });
  if (told.length === 0 || rows.target.length === 0) return undefined;
  const fold = Array.from(rows.target, () => Math.floor(random() * FOLDS));
  const outOfFold = new Float32Array(rows.target.length * told.length);
  told.forEach((text, t) => {
    for (let held = 0; held < FOLDS; held++) {
      const { values, usual } = meansOfText(rows, text, (row) => fold[row] !== held);
      fold.forEach((own, row) => {
        if (own === held) outOfFold[row * told.length + t] = values[text.levelOfRow[row]!] ?? usual;
      });
    }
  });
  const first = rows.x.length / rows.target.length;
  return {
    means: { first, texts: told.map((text) => meansOfText(rows, text, () => true)) },
    outOfFold,
  };
}

/**
 * Returns the columns of means, [rows, texts], of other launches.
 * @param x [rows, columns], without those of means
 */
export function meansOfRows({ first, texts }: LevelMeans, x: Float32Array): Float32Array {
  const means = new Float32Array((x.length / first) * texts.length);
  for (let i = 0; i < means.length; i++) {
    const row = Math.floor(i / texts.length);
    means[i] = meanOfLevels(texts[i % texts.length]!, x, row * first);
  }
  return means;
}

/** Returns the mean of the means of a product's levels. Its inputs begin at `start` in `x`. */
export function meanOfLevels(
  { from, values, usual }: TextMeans,
  x: Float32Array,
  start: number,
): number {
  let total = 0;
  let count = 0;
  for (let level = 0; level < values.length; level++) {
    if (x[start + from + level] === 0) continue;
    total += values[level]!;
    count++;
  }
  return count > 0 ? total / count : usual;
}

/** Returns the level of each launch, −1 for none; null where a launch has several. */
function levelsOf({ x, target }: Outcomes, { from, count }: LevelInputs): Int32Array | null {
  const width = x.length / target.length;
  const found = new Int32Array(target.length).fill(-1);
  for (let row = 0; row < target.length; row++) {
    for (let level = 0; level < count; level++) {
      if (x[row * width + from + level] === 0) continue;
      if (found[row]! >= 0) return null;
      found[row] = level;
    }
  }
  return found;
}

function meansOfText(
  { target, weight }: Outcomes,
  { from, count, levelOfRow }: LevelInputs & { readonly levelOfRow: Int32Array },
  isLearnt: (row: number) => boolean,
): TextMeans {
  const learnt = Array.from(target.keys()).filter(isLearnt);
  const all = sum(learnt.map((row) => weight[row]!));
  const usual = all > 0 ? sum(learnt.map((row) => weight[row]! * target[row]!)) / all : 0;
  const added = all > 0 ? (ADDED_LAUNCHES * all) / learnt.length : 1;
  const totals = new Float64Array(count).fill(added * usual);
  const weights = new Float64Array(count).fill(added);
  for (const row of learnt) {
    const level = levelOfRow[row]!;
    if (level < 0) continue;
    totals[level] = totals[level]! + weight[row]! * target[row]!;
    weights[level] = weights[level]! + weight[row]!;
  }
  return { from, values: Float32Array.from(totals, (total, i) => total / weights[i]!), usual };
}
