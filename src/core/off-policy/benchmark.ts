// How much a choice may rest on what no column tells, measured by what the columns tell: if one of them were not there, how much
// likelier or unlikelier would the choices look that were made?

import { quantile } from '../statistics.ts';
import type { ChoiceInput, ChoiceInputs } from './choice-inputs.ts';
import { pairChances, partScores, type ChoiceModel } from './choice-model.ts';

export interface StrongestInput {
  readonly input: ChoiceInput;
  /** 1 or more. */
  readonly odds: number;
}

/** Launches whose value of an input stand for all that it may be, and launches that are asked. */
const STAND_INS = 16;
const ASKED = 300;
/** The odds ratio that nine of ten launches stay under. */
const COVERED = 0.9;

/**
 * Of each input g, the odds of the action taken with it, p(a | x), against those without it, the mean of p(a | x) over what else g may be:
 * max(ratio, 1 / ratio), which nine of ten launches stay under; of the input where that is most. Benchmarks a sensitivity parameter by
 * observed covariates, as Hsu & Small (2013), Biometrics 69, and Cinelli & Hazlett (2020), J. R. Stat. Soc. B 82, do. An input that
 * others tell of too counts in full: they are not fitted again.
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

/** The effects of one group of inputs, zero elsewhere. */
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
