// @module-tag training
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { median } from '#core/base/statistics/statistics.ts';
import type { KnownNiche } from '#core/demand/niche/known-niches.ts';
import { everyRow } from '#core/launch/launch-table.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { planProductsAndWeeks } from '#workers/model/plan/plan-products.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { knownNiche, marketNiche } from '../../../support/niches.ts';
import { plan, spaceOf, type Planning } from '../../../support/planning.ts';
import { shopProducts, shopTable } from '../../../support/shop-table.ts';

const shop = generateShop({ launches: 300, newProducts: 1 });
const table = shopTable(shop);
const [product] = shopProducts(shop) as [ReturnType<typeof shopProducts>[number]];
/** A product of a niche sells fifty times what launches of the category do. */
const TIMES = 50;

let engine: EngineSession;
let given: Planning;
beforeAll(async () => {
  engine = await openNodeEngine();
  const settings = { searchSeconds: 0, epochs: 6, members: 2 };
  given = { model: await fitInNode(table, { engine, settings }), table, engine };
});
afterAll(() => engine.dispose());

function nicheOf(name: string, units: number): readonly [string, KnownNiche] {
  const niche = marketNiche({ meanUnitsLow360: units, meanUnitsHigh360: 2 * units });
  return [name, knownNiche({ name, niche })];
}

const ofSold = [...new Set(table.category)].map((category) => {
  const rows = everyRow(table).filter((row) => table.category[row] === category);
  return nicheOf(category, TIMES * median(Array.from(rows, (row) => table.units[row]!)));
});
const usual = TIMES * median(table.units);

async function planIn(
  category: string,
  niches: readonly (readonly [string, KnownNiche])[],
): Promise<LaunchPlan> {
  const change = { niches: new Map(niches) };
  return (await plan(given, [{ ...product, category }], change)).plans[0]!;
}

/** Width of the 80% range of units, on the log scale. */
function widthOf({ outcome: { units } }: LaunchPlan): number {
  return Math.log1p(units.high80) - Math.log1p(units.low80);
}

describe('plans for a category that was never sold', () => {
  it('follow its niche, and say so', async () => {
    const low = await planIn('Clocks', [...ofSold, nicheOf('Clocks', usual / 4)]);
    const high = await planIn('Clocks', [...ofSold, nicheOf('Clocks', 4 * usual)]);
    expect(high.outcome.units.expected).toBeGreaterThan(2 * low.outcome.units.expected);
    expect(high.neverSold).toMatchObject({
      niche: { name: 'Clocks', unitsLow: 4 * usual, unitsHigh: 8 * usual, returnRate: null },
    });
    expect(high.neverSold!.nicheShare).toBeGreaterThan(0.5 / TIMES);
    expect(high.neverSold!.nicheShare).toBeLessThan(2 / TIMES);
  });

  it('have wider ranges than those of a category that was sold', async () => {
    const none = await planIn('Clocks', []);
    const own = await planIn(table.category[0]!, []);
    expect(none.neverSold).toMatchObject({ niche: null, nicheShare: null });
    expect(own.neverSold).toBeUndefined();
    expect(widthOf(none)).toBeGreaterThan(widthOf(own));
  });

  it('keep their range in a season’s calendar', async () => {
    const { offers } = await planProductsAndWeeks({
      ...{ ...given, products: [{ ...product, category: 'Clocks' }, product], aim: USUAL_AIM },
      ...{ space: spaceOf(given), onProduct: () => Promise.resolve() },
    });
    const [clocks, sold] = offers.products;
    expect(clocks!.spread!.factors.at(-1)!).toBeGreaterThan(offers.spread.factors.at(-1)!);
    expect(sold!.spread).toBeUndefined();
  });
});
