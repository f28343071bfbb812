import { OUTLOOK_WEEKS } from '#core/demand/forecast/demand-outlook.ts';
import { WEEK_DAYS } from '#core/demand/series/demand-panel.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { LaunchPlan, PlannedDemand } from '#core/planning/plan/launch-plan.ts';

/** Returns the demand that the model knows of a product's category in the weeks of its plan; undefined where it knows none. */
export function plannedDemand(
  { encoding }: Pick<TrainedModel, 'encoding'>,
  { category }: Pick<NewProduct, 'category'>,
  { action }: Pick<LaunchPlan, 'action'>,
): PlannedDemand | undefined {
  const { demand } = encoding.basis;
  const logs = demand?.series.find((each) => each.category === category)?.logs;
  if (!demand || !logs) return undefined;
  const { firstDay } = demand;
  const log = logs[Math.floor((action.launchDay - firstDay) / WEEK_DAYS)];
  if (log === undefined) return undefined;
  const knownWeeks = logs.length - OUTLOOK_WEEKS;
  return {
    ...{ factor: Math.exp(log), knownWeek: firstDay + WEEK_DAYS * (knownWeeks - 1) },
    ...(demand.isBorrowed === true && { isBorrowed: true }),
  };
}
