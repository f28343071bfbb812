// Returns what each part of a plan adds to the blend's forecast, compared with typical launches: exact Shapley values
// over a few groups.

import {
  knownGroups,
  mixedChoices,
  pastChoices,
  pastProduct,
  plannedChoices,
  typicalRows,
  type LaunchChoices,
} from '#core/planning/explanation/hybrid-launches.ts';
import type { PartGroup, PredictionParts } from '#core/planning/explanation/plan-explanation.ts';
import { shapleyValues } from '#core/base/statistics/shapley-values.ts';
import type { PromotionTerms } from '#core/launch/offer-terms.ts';
import type { LaunchAction } from '#core/planning/plan/launch-plan.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';

/** Returns log1p(units) of a product under some choices by the whole blend, level included. */
export type AskLaunches = (
  product: NewProduct,
  choices: readonly LaunchChoices[],
) => Promise<Float64Array>;

interface PlannedLaunch {
  readonly table: LaunchTable;
  readonly product: NewProduct;
  readonly action: LaunchAction;
  readonly promotions: readonly PromotionTerms[];
}

type Coalition = ReadonlySet<PartGroup>;

/**
 * Returns the typical forecast, that of the plan, and the Shapley value of each group, on the log scale.
 * @param askPast asks about products that were launched before: a model moved for a category never sold does not suit them
 */
export async function predictionParts(
  planned: PlannedLaunch,
  ask: AskLaunches,
  askPast: AskLaunches = ask,
): Promise<PredictionParts> {
  const groups = knownGroups(planned.table);
  const coalitions = coalitionsOf(groups);
  const values = new Float64Array(coalitions.length);
  const rows = typicalRows(planned.table);
  for (const row of rows) {
    const logs = await hybridLogs({ ...planned, row, ask, askPast }, coalitions);
    logs.forEach((log, mask) => (values[mask] = values[mask]! + log / rows.length));
  }
  const shares = shapleyValues(values);
  return {
    typicalLog: values[0]!,
    predictedLog: values.at(-1)!,
    parts: groups.map((group, i) => ({ group, log: shares[i]! })),
  };
}

/** Returns all coalitions, indexed by their bit masks. */
function coalitionsOf(groups: readonly PartGroup[]): Coalition[] {
  return Array.from(
    { length: 1 << groups.length },
    (_, mask) => new Set(groups.filter((_group, i) => mask & (1 << i))),
  );
}

interface Mixed extends PlannedLaunch {
  /** Row of the past launch that provides what is not as planned. */
  readonly row: number;
  readonly ask: AskLaunches;
  readonly askPast: AskLaunches;
}

/**
 * Returns the forecast of each coalition. The choices of one product are predicted together, because a new product
 * takes longest.
 */
async function hybridLogs(mixed: Mixed, coalitions: readonly Coalition[]): Promise<Float64Array> {
  const { table, product, action, promotions, row, ask, askPast } = mixed;
  const own = plannedChoices(action);
  const past = pastChoices(table, row, { promotions, from: action.launchDay });
  const logs = new Float64Array(coalitions.length);
  for (const asPlanned of [true, false]) {
    const masks = [...coalitions.keys()].filter(
      (mask) => coalitions[mask]!.has('product') === asPlanned,
    );
    const choices = masks.map((mask) => mixedChoices(own, past, coalitions[mask]!));
    const told = asPlanned
      ? await ask(product, choices)
      : await askPast(pastProduct(table, row), choices);
    masks.forEach((mask, i) => (logs[mask] = told[i]!));
  }
  return logs;
}
