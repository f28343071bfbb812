// Computes what a network or ridge predicts for one product in several weeks, under several choices of channel,
// promotion, price and ad spend. The predictor is linear in the action basis, so the sums over weeks and over choices
// are computed once each and then added.

/** Coefficients of one product: [members, heads][basis], offsets included. */
export type ProductSeries = readonly ArrayLike<number>[];

export interface WeeksAndChoices {
  /** [weeks, basis]; the columns of the choice are not read. */
  readonly weeks: Float32Array;
  /** [choices, action columns] */
  readonly choices: Float32Array;
  /** First of the action columns in the basis, and their number. */
  readonly firstAction: number;
  readonly actionCount: number;
}

/** Returns z of each week under each choice, [members, weeks × choices, heads]. */
export function choiceScores(
  series: ProductSeries,
  heads: number,
  { weeks, choices, firstAction, actionCount }: WeeksAndChoices,
): Float32Array {
  const basis = series[0]!.length;
  const weekCount = weeks.length / basis;
  const choiceCount = choices.length / actionCount;
  const z = new Float32Array(series.length * weekCount * choiceCount);
  const byChoice = new Float64Array(choiceCount);
  series.forEach((coefficients, s) => {
    const member = Math.floor(s / heads);
    const head = s % heads;
    for (let c = 0; c < choiceCount; c++) {
      let value = 0;
      for (let k = 0; k < actionCount; k++)
        value += coefficients[firstAction + k]! * choices[c * actionCount + k]!;
      byChoice[c] = value;
    }
    for (let w = 0; w < weekCount; w++) {
      let inWeek = 0;
      for (let k = 0; k < basis; k++) {
        if (k < firstAction || k >= firstAction + actionCount)
          inWeek += coefficients[k]! * weeks[w * basis + k]!;
      }
      const row = (member * weekCount + w) * choiceCount;
      for (let c = 0; c < choiceCount; c++) z[(row + c) * heads + head] = inWeek + byChoice[c]!;
    }
  });
  return z;
}
