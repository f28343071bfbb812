import { expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import { plannedDemand } from '#workers/model/plan/planned-demand.ts';

const FIRST = 20_000;
/** Three known weeks, and 52 to come. */
const logs = Float32Array.from({ length: 55 }, (_, week) => week / 100);
const modelOf = (demand?: object) =>
  ({ encoding: { basis: { demand } } }) as unknown as Pick<TrainedModel, 'encoding'>;
const model = modelOf({ firstDay: FIRST, series: [{ category: 'Lamps', logs }] });
const planOn = (launchDay: number) => ({ action: { launchDay } }) as LaunchPlan;

it('is what the model knows of the category in the week of the launch', () => {
  const demand = plannedDemand(model, { category: 'Lamps' }, planOn(FIRST + 7 * 40 + 3));
  expect(demand!.factor).toBeCloseTo(Math.exp(0.4), 6);
  expect(demand!.knownWeek).toBe(FIRST + 14);
  expect(demand).not.toHaveProperty('isBorrowed');
});

it('says where its season is the market’s', () => {
  const borrowed = modelOf({
    firstDay: FIRST,
    series: [{ category: 'Lamps', logs }],
    isBorrowed: true,
  });
  const demand = plannedDemand(borrowed, { category: 'Lamps' }, planOn(FIRST));
  expect(demand!.isBorrowed).toBe(true);
});

it('is not known of other categories, of weeks beyond the outlook, and of models without it', () => {
  expect(plannedDemand(model, { category: 'Rugs' }, planOn(FIRST))).toBeUndefined();
  expect(plannedDemand(model, { category: 'Lamps' }, planOn(FIRST + 7 * 55))).toBeUndefined();
  expect(plannedDemand(model, { category: 'Lamps' }, planOn(FIRST - 1))).toBeUndefined();
  expect(plannedDemand(modelOf(), { category: 'Lamps' }, planOn(FIRST))).toBeUndefined();
});
