// Trains a model on a misled shop and plans its new products, as the app does.

import { dayFromCalendar } from '#core/base/dates.ts';
import { deriveActionSpace } from '#core/model/features/action-space.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { planProducts } from '#workers/model/plan/plan-products.ts';
import { asNewProduct, type MisledShop } from './misled-history.ts';
import { PLAN_YEAR } from './misleading-world.ts';

interface PlannedShop {
  readonly model: TrainedModel;
  readonly plans: readonly LaunchPlan[];
}

export async function planShop({ world, ...shop }: MisledShop): Promise<PlannedShop> {
  const engine = await openNodeEngine();
  const table = await readAsApp(shop.table, {});
  const settings = { seed: world.seed };
  const model = await fitInNode(shop.table, { engine, settings });
  const space = deriveActionSpace(table, model.encoding.basis, dayFromCalendar(PLAN_YEAR, 1, 1));
  const products = shop.products.map(asNewProduct);
  const onProduct = () => Promise.resolve();
  const asked = { model, table, products, space, aim: USUAL_AIM, engine, onProduct };
  const { plans } = await planProducts(asked);
  engine.dispose();
  return { model, plans };
}
