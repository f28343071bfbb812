// A multinomial model of channel and promotion together: the chance of each pair, given what was known of a launch.

import { minimise } from '#core/base/statistics/lbfgs.ts';

/** Inputs of launches as sparse rows, without zeros. The first column of every row is the constant 1. */
export interface SparseRows {
  readonly width: number;
  /** Start of each row's entries, [rows + 1]. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/** Channel and promotion of each action, by index. */
export type ActionPlaces = readonly { readonly channel: number; readonly promotion: number }[];

export interface ChoiceModel {
  readonly places: ActionPlaces;
  readonly channels: number;
  /** [inputs, channels + promotions] */
  readonly effects: Float64Array;
  /** Interaction of each action's channel and promotion, [actions]. */
  readonly pairs: Float64Array;
}

export interface Choices {
  readonly inputs: SparseRows;
  /** Action of each row. */
  readonly taken: ArrayLike<number>;
}

/** Penalty on interactions: a prior of about ±1 on the logit, e times as likely or as unlikely. */
const PAIR_PENALTY = 1;
/** Penalty on the constants, nearly none: only their differences count. */
const CONSTANT_PENALTY = 1e-3;
const DESCENT = { iterations: 60, tolerance: 1e-5 };

/**
 * Fits p(c, m | x) ∝ exp(x · u_c + x · v_m + j_cm) over the pairs (c, m) that were tried. This is a log-linear model
 * with the interaction j of channel and promotion (Agresti 2013, "Categorical data analysis", chapters 8–9). Minimises
 * −Σ log p + λ/2 (‖u‖² + ‖v‖²) + ½ ‖j‖², with the constants nearly unpenalised. `start` is a fit to nearly the same
 * launches, from which fewer steps are needed.
 */
export function fitChoices(
  { inputs, taken }: Choices,
  rows: readonly number[],
  asked: {
    readonly places: ActionPlaces;
    readonly penalty: number;
    readonly start?: ChoiceModel | undefined;
  },
): ChoiceModel {
  const { places, penalty, start } = asked;
  const frame = start ?? emptyModel(places, inputs.width);
  const parts = frame.effects.length / inputs.width;
  const size = frame.effects.length;
  const begun = new Float64Array(size + places.length);
  begun.set(frame.effects);
  begun.set(frame.pairs, size);
  const ask = scorer(frame.channels, parts, places);
  const found = minimise(
    (at, gradient) => {
      let loss = penalise(at, gradient, { parts, size, penalty });
      for (const row of rows) {
        const chances = ask(inputs, row, at);
        const own = taken[row]!;
        loss -= Math.log(Math.max(chances[own]!, Number.MIN_VALUE));
        chances[own]! -= 1;
        ask.addGradient(inputs, row, gradient);
      }
      return loss;
    },
    begun,
    DESCENT,
  );
  return { ...frame, effects: found.slice(0, size), pairs: found.slice(size) };
}

function emptyModel(places: ActionPlaces, width: number): ChoiceModel {
  const channels = 1 + Math.max(...places.map(({ channel }) => channel));
  const promotions = 1 + Math.max(...places.map(({ promotion }) => promotion));
  return {
    places,
    channels,
    effects: new Float64Array(width * (channels + promotions)),
    pairs: new Float64Array(places.length),
  };
}

/** Returns the penalty and overwrites `gradient` with its gradient. */
function penalise(
  at: Float64Array,
  gradient: Float64Array,
  held: { readonly parts: number; readonly size: number; readonly penalty: number },
): number {
  const { parts, size, penalty } = held;
  let loss = 0;
  for (let j = 0; j < at.length; j++) {
    const own = j < parts ? CONSTANT_PENALTY : j < size ? penalty : PAIR_PENALTY;
    loss += 0.5 * own * at[j]! ** 2;
    gradient[j] = own * at[j]!;
  }
  return loss;
}

/** Returns the chances of all actions, [rows, actions]. */
export function predictChoices(
  { places, channels, effects, pairs }: ChoiceModel,
  inputs: SparseRows,
  rows: readonly number[],
): Float64Array {
  const at = new Float64Array(effects.length + pairs.length);
  at.set(effects);
  at.set(pairs, effects.length);
  const ask = scorer(channels, effects.length / inputs.width, places);
  const chances = new Float64Array(rows.length * places.length);
  rows.forEach((row, k) => chances.set(ask(inputs, row, at), k * places.length));
  return chances;
}

/**
 * Writes x · u and x · v of one row, [channels + promotions], into `parts`.
 * @param into `at` begins with the effects, [inputs × (channels + promotions)]
 */
export function partScores(
  { starts, columns, values }: SparseRows,
  row: number,
  { at, parts }: { readonly at: Float64Array; readonly parts: Float64Array },
): void {
  parts.fill(0);
  for (let e = starts[row]!; e < starts[row + 1]!; e++) {
    const from = columns[e]! * parts.length;
    const value = values[e]!;
    for (let c = 0; c < parts.length; c++) parts[c]! += value * at[from + c]!;
  }
}

/**
 * Writes the chances of all pairs into `chances`, [actions]: the softmax of their parts' scores plus their
 * interactions.
 * @param parts result of `partScores`, [channels + promotions]
 * @param pairs interaction of each pair, [actions]
 */
export function pairChances(
  parts: Float64Array,
  pairs: Float64Array,
  {
    places,
    channels,
    chances,
  }: Pick<ChoiceModel, 'places' | 'channels'> & { readonly chances: Float64Array },
): void {
  let top = -Infinity;
  for (let a = 0; a < places.length; a++) {
    const { channel, promotion } = places[a]!;
    const score = parts[channel]! + parts[channels + promotion]! + pairs[a]!;
    chances[a] = score;
    if (score > top) top = score;
  }
  let total = 0;
  for (let a = 0; a < places.length; a++) total += chances[a] = Math.exp(chances[a]! - top);
  for (let a = 0; a < places.length; a++) chances[a]! /= total;
}

/**
 * Returns a function that gives the chances of one row. It reuses its buffers, because a fit calls it for every launch
 * in every step: the next call overwrites the result.
 */
function scorer(channels: number, partCount: number, places: ActionPlaces) {
  const parts = new Float64Array(partCount);
  const chances = new Float64Array(places.length);
  const ask = (inputs: SparseRows, row: number, at: Float64Array): Float64Array => {
    partScores(inputs, row, { at, parts });
    const pairs = at.subarray(at.length - places.length);
    pairChances(parts, pairs, { places, channels, chances });
    return chances;
  };
  /** Adds one row's gradient. `chances` must hold the errors: the chances, less 1 for the action taken. */
  const addGradient = (inputs: SparseRows, row: number, gradient: Float64Array): void => {
    const { starts, columns, values } = inputs;
    const pairsAt = gradient.length - places.length;
    parts.fill(0);
    places.forEach(({ channel, promotion }, a) => {
      const error = chances[a]!;
      parts[channel]! += error;
      parts[channels + promotion]! += error;
      gradient[pairsAt + a]! += error;
    });
    for (let e = starts[row]!; e < starts[row + 1]!; e++) {
      const from = columns[e]! * partCount;
      const value = values[e]!;
      for (let c = 0; c < partCount; c++) gradient[from + c]! += value * parts[c]!;
    }
  };
  return Object.assign(ask, { addGradient });
}
