// Chooses which network settings to try, and measures how much work that is. Successive halving: many settings train
// briefly on the oldest origin, the better ones longer on a later one (Jamieson and Talwalkar 2016). The budget counts
// work, not time, so that the same data give the same model on every device.

import { outputCount, type NetShape } from '../net/net.ts';
import type { NetSettings, TrainingSettings } from './training-settings.ts';

/** Estimates the multiplications of one launch's pass through a network, forwards and backwards. */
export function passCost({ members, inputs, width, hasSkip, heads }: NetShape): number {
  const readByHeads = width + (hasSkip ? inputs : 0);
  return 3 * members * (inputs * width + width * width + readByHeads * outputCount({ heads }));
}

/** Multiplications per second on a usual laptop without a GPU, after what trees and ridge take. */
const WORK_PER_SECOND = 8e9;

/** Returns the budget of a search in multiplications. */
export function budgetOf({ searchSeconds }: TrainingSettings): number {
  return searchSeconds * WORK_PER_SECOND;
}

type Variation = (net: NetSettings) => NetSettings;

const VARIATIONS: readonly Variation[] = [
  (net) => ({ ...net, width: scaled(net.width, 1.5), fit: { ...net.fit, dropout: 0.25 } }),
  (net) => ({ ...net, fit: { ...net.fit, learningRate: net.fit.learningRate * 2 } }),
  (net) => ({ ...net, width: scaled(net.width, 0.5) }),
  // Twice the launches in half the epochs: the same work.
  (net) => ({
    ...net,
    augmented: true,
    fit: { ...net.fit, epochs: Math.ceil(net.fit.epochs / 2) },
  }),
  (net) => ({ ...net, fit: { ...net.fit, dropout: 0.3 } }),
  (net) => ({ ...net, fit: { ...net.fit, learningRate: net.fit.learningRate / 2 } }),
  (net) => ({ ...net, fit: { ...net.fit, weightDecay: net.fit.weightDecay * 6 } }),
  (net) => ({ ...net, members: scaled(net.members, 0.5) }),
];

/** Returns a scaled size, rounded to a multiple of four, which runs fastest, and at least four. */
function scaled(size: number, factor: number): number {
  return Math.max(4, Math.round((size * factor) / 4) * 4);
}

/** Returns the settings to try, the usual ones first, each once. Numbers that the seller set are not varied. */
export function settingsToTry(usual: NetSettings, set: TrainingSettings): NetSettings[] {
  const kept = VARIATIONS.map((vary) => vary(usual)).map((net): NetSettings => ({
    members: set.members ?? net.members,
    width: set.width ?? net.width,
    augmented: net.augmented,
    fromRidges: net.fromRidges,
    fit: {
      ...net.fit,
      epochs: set.epochs ?? net.fit.epochs,
      learningRate: set.learningRate ?? net.fit.learningRate,
      weightDecay: set.weightDecay ?? net.fit.weightDecay,
    },
  }));
  const different = [usual, ...kept].map((net) => JSON.stringify(net));
  return [...new Set(different)].map((text) => JSON.parse(text) as NetSettings);
}

/** A share of the epochs on one origin, and how many settings go on to the next rung. */
export interface Rung {
  readonly origin: number;
  readonly epochShare: number;
  readonly goesOn: number;
}

export const RUNGS: readonly Rung[] = [
  { origin: 0, epochShare: 1 / 4, goesOn: 2 },
  { origin: 1, epochShare: 1 / 2, goesOn: 1 },
];

/**
 * Returns how many settings the first rung can take; 0 where not even two can be compared.
 * @param budget in row passes: one launch in one epoch
 * @param rowCounts numbers of launches before each origin
 */
export function countToTry(
  budget: number,
  rowCounts: readonly number[],
  { epochs, most }: { readonly epochs: number; readonly most: number },
): number {
  if (rowCounts.length < RUNGS.length) return 0;
  let count = 0;
  while (count < most && workOfTrying(count + 1, rowCounts, epochs) <= budget) count++;
  return count < 2 ? 0 : count;
}

/** Returns how many trials a search has that begins with `count` settings, all rungs together. */
export function trialCount(count: number): number {
  let left = count;
  let trials = 0;
  for (const { goesOn } of RUNGS) {
    trials += left;
    left = Math.min(left, goesOn);
  }
  return trials;
}

/** Share of the loss by which others have to beat the usual settings: less is chance. */
const CLEARLY_BETTER = 0.01;

/**
 * Returns the settings with the least loss first; the usual ones, unless others are clearly better. A loss that is null
 * was not measured, and its settings are left out. The first of all settings stay first until they are measured too,
 * because nothing has beaten them.
 */
export function rankSettings(
  settings: readonly NetSettings[],
  losses: readonly (number | null)[],
  usual: NetSettings,
): NetSettings[] {
  const order = settings
    .flatMap((each, i) => {
      const loss = losses[i] ?? null;
      if (loss === null) return [];
      return [{ each, loss: each === usual ? loss * (1 - CLEARLY_BETTER) : loss }];
    })
    .sort((a, b) => a.loss - b.loss)
    .map(({ each }) => each);
  const [first] = settings;
  return first && !order.includes(first) ? [first, ...order] : order;
}

/** Returns the row passes of the whole search that begins with `count` settings. */
export function workOfTrying(count: number, rowCounts: readonly number[], epochs: number): number {
  let left = count;
  let work = 0;
  for (const { origin, epochShare, goesOn } of RUNGS) {
    work += left * epochShare * epochs * (rowCounts[origin] ?? 0);
    left = Math.min(left, goesOn);
  }
  return work;
}
