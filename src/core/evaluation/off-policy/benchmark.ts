// Measures how far choices may rest on something no column records. It hides each recorded input in turn and measures
// how much the odds of the choices made change.

import { quantile } from '#core/base/statistics/statistics.ts';
import type { ChoiceInput, ChoiceInputs } from './choice-inputs.ts';
import { pairChances, partScores, type ChoiceModel } from './choice-model.ts';

export interface StrongestInput {
  readonly input: ChoiceInput;
  /** Odds ratio that nine of ten launches stay under, 1 or more. */
  readonly odds: number;
}

/** Number of launches whose values stand in for the hidden input, and number of launches evaluated. */
const STAND_INS = 16;
const ASKED = 300;
/** Quantile of the odds ratios over launches that is reported. */
const COVERED = 0.9;

/**
 * Returns the input that moves the odds of the actions taken most when it is hidden; null where there are no inputs.
 * For each input g it compares the odds by p(a | x) with the odds by the mean of p(a | x) over the values of g of other
 * launches. The result is the 90th percentile over launches of max(ratio, 1 / ratio). This benchmarks a sensitivity
 * parameter by observed covariates, as in Hsu & Small (2013), Biometrics 69, and Cinelli & Hazlett (2020), J. R. Stat.
 * Soc. B 82. An input that others partly repeat counts in full, because the model is not refitted.
 */
export function strongestInput(
  model: ChoiceModel,
  inputs: ChoiceInputs,
  { rows, taken }: { readonly rows: readonly number[]; readonly taken: ArrayLike<number> },
): StrongestInput | null {
  const asked = everyNth(rows, ASKED);
  const standIns = everyNth(rows, STAND_INS);
  let strongest: StrongestInput | null = null;
  inputs.names.forEach((input, group) => {
    const odds = oddsWithout(model, inputs, { group, asked, standIns, taken });
    if (!strongest || odds > strongest.odds) strongest = { input, odds };
  });
  return strongest;
}

interface Hidden {
  readonly group: number;
  readonly asked: readonly number[];
  readonly standIns: readonly number[];
  readonly taken: ArrayLike<number>;
}

function oddsWithout(
  { places, channels, effects, pairs }: ChoiceModel,
  inputs: ChoiceInputs,
  { group, asked, standIns, taken }: Hidden,
): number {
  const only = ofGroup(inputs, effects, group);
  const partCount = effects.length / inputs.width;
  const scored = (at: Float64Array, row: number): Float64Array => {
    const parts = new Float64Array(partCount);
    partScores(inputs, row, { at, parts });
    return parts;
  };
  const others = standIns.map((row) => scored(only, row));
  const chances = new Float64Array(places.length);
  const chanceOf = (parts: Float64Array, own: number): number => {
    pairChances(parts, pairs, { places, channels, chances });
    return chances[own]!;
  };
  const ratios = asked.map((row) => {
    const own = taken[row]!;
    const whole = scored(effects, row);
    const told = chanceOf(whole, own);
    const rest = scored(only, row).map((part, c) => whole[c]! - part);
    let untold = 0;
    for (const other of others)
      untold +=
        chanceOf(
          rest.map((part, c) => part + other[c]!),
          own,
        ) / others.length;
    return Math.abs(Math.log(told / (1 - told)) - Math.log(untold / (1 - untold)));
  });
  return Math.exp(quantile(ratios.filter(Number.isFinite), COVERED));
}

/** Returns the effects of one group of inputs, zero elsewhere. */
function ofGroup(
  { groups, width }: ChoiceInputs,
  effects: Float64Array,
  group: number,
): Float64Array {
  const parts = effects.length / width;
  return effects.map((effect, j) => (groups[Math.floor(j / parts)] === group ? effect : 0));
}

function everyNth(rows: readonly number[], most: number): number[] {
  const step = Math.max(1, rows.length / most);
  return Array.from({ length: Math.min(rows.length, most) }, (_, k) => rows[Math.floor(k * step)]!);
}
