// Propensities of launches by models that were not fitted to them. Launches are split into folds by product, and each
// fold is scored by a model of the others (cross-fitting: Chernozhukov et al. 2018, "Double/debiased machine learning",
// Econom. J. 21).

import { fitChoices, predictChoices, type ActionPlaces, type ChoiceModel } from './choice-model.ts';
import { strongestInput, type StrongestInput } from './benchmark.ts';
import type { ChoiceInputs } from './choice-inputs.ts';

export const FOLDS = 5;
/** Ridge penalties to try, strongest first, so that each fit starts from the last. */
const PENALTIES = [512, 128, 32, 8];

export interface ChoiceHistory {
  readonly inputs: ChoiceInputs;
  readonly places: ActionPlaces;
  /** Action of each row. */
  readonly taken: ArrayLike<number>;
  /** Product of each row: its launches stay in one fold. */
  readonly products: readonly string[];
}

export interface Propensities {
  /** [rows, actions] */
  readonly chances: Float64Array;
  readonly models: readonly ChoiceModel[];
  readonly strongest: StrongestInput | null;
}

/** Estimates propensities by cross-fitting over FOLDS folds. Yields between fits, so that the caller can pause. */
export function* crossFittedPropensities(history: ChoiceHistory): Generator<void, Propensities> {
  const { inputs, places, taken } = history;
  const width = places.length;
  const folds = dealt(history.products);
  const rows = Array.from(folds.keys());
  const inFold = (fold: number) => rows.filter((row) => folds[row] === fold);
  const others = (fold: number) => rows.filter((row) => folds[row] !== fold);
  const tuned = yield* tunedPenalty(history, others(0), inFold(0));
  const models = [tuned.model];
  for (let fold = 1; fold < FOLDS; fold++) {
    yield;
    const asked = { places, penalty: tuned.penalty, start: tuned.model };
    models.push(fitChoices(history, others(fold), asked));
  }
  const chances = new Float64Array(rows.length * width);
  models.forEach((model, fold) => {
    const own = inFold(fold);
    const found = predictChoices(model, inputs, own);
    own.forEach((row, k) => chances.set(found.subarray(k * width, (k + 1) * width), row * width));
  });
  yield;
  return { chances, models, strongest: strongestInput(models[0]!, inputs, { rows, taken }) };
}

/**
 * Returns the penalty with the smallest log loss on the rows `test`, and the model with it. It is chosen once,
 * because it depends on the number of launches, not on which they are.
 */
function* tunedPenalty(
  { inputs, places, taken }: ChoiceHistory,
  fitted: readonly number[],
  test: readonly number[],
): Generator<void, { readonly penalty: number; readonly model: ChoiceModel }> {
  let best: {
    readonly penalty: number;
    readonly model: ChoiceModel;
    readonly loss: number;
  } | null = null;
  let start: ChoiceModel | undefined;
  for (const penalty of PENALTIES) {
    const model = fitChoices({ inputs, taken }, fitted, { places, penalty, start });
    const chances = predictChoices(model, inputs, test);
    const loss = test.reduce(
      (total, row, k) => total - Math.log(chances[k * places.length + taken[row]!]!),
      0,
    );
    if (best && loss >= best.loss) break;
    best = { penalty, model, loss };
    start = model;
    yield;
  }
  return best!;
}

/** Assigns products to folds in turn, in the order in which they first occur. */
function dealt(products: readonly string[]): number[] {
  const folds = new Map<string, number>();
  return products.map((product) => {
    const known = folds.get(product);
    if (known !== undefined) return known;
    const fold = folds.size % FOLDS;
    folds.set(product, fold);
    return fold;
  });
}
