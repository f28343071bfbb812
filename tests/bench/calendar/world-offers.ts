import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { SeasonOffers } from '#core/season/offers/season-offers.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { NamesInNode } from '#workers/headless/names-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { readAsApp } from '#workers/headless/read-as-app.ts';
import { planProductsAndWeeks } from '#workers/model/plan/plan-products.ts';
import { seasonBeside } from '#workers/model/plan/season-offers.ts';
import { launchWorld, type LaunchWorld } from '../launch-world.ts';

export interface LearntWorld {
  readonly world: LaunchWorld;
  readonly products: readonly NewProduct[];
  readonly offers: SeasonOffers;
  /** The best plan of each product on its own. */
  readonly plans: readonly LaunchPlan[];
}

/** Learns the history as the app does, then plans the first products, with offers for every week of the year. */
export async function learnWorld(given: {
  readonly seed: number;
  readonly launches: number;
  readonly products: number;
}): Promise<LearntWorld> {
  const { seed, launches } = given;
  const world = await launchWorld({ seed, launches });
  const products = world.products.slice(0, given.products);
  const engine = await openNodeEngine();
  const language = new NamesInNode(engine);
  const moreTitles = products.map(({ title }) => title);
  const table = await readAsApp(world.table, { language, market: 'US', moreTitles });
  const model = await fitInNode(table, { engine, language, settings: { seed } });
  const { space } = world;
  const { planned, offers } = await planProductsAndWeeks({
    ...{ model, table, products, space, engine },
    aim: USUAL_AIM,
    onProduct: () => Promise.resolve(),
  });
  const beside = await seasonBeside({
    ...{ model, table, products },
    heldOut: null,
    competition: null,
    pause: () => Promise.resolve(),
  });
  engine.dispose();
  const { modelId } = model.report;
  return {
    ...{ world, products, plans: planned.plans },
    offers: { datasetId: 1, modelId, plannedAt: 1, ...offers, ...beside },
  };
}
