import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { rateBelief } from '#core/model/return-rates/expect-rate.ts';
import { productColumns, type NewProduct } from '#core/launch/new-product.ts';
import { encodeProducts } from '#core/model/features/product-encoder.ts';
import { encodeActions, pastAction } from '#core/model/features/action-basis.ts';
import type { EngineSession } from '#learning/session.ts';
import { fitInNode } from '#workers/headless/fit-in-node.ts';
import { openNodeEngine } from '#workers/headless/node-engine.ts';
import { expectReturns } from '#workers/model/plan/expect-returns.ts';
import { someLaunches } from '../../../core/model/return-rates/some-rates.ts';
import { launchTable } from '../../../support/launch-table.ts';

const table = launchTable(
  someLaunches(60).map(({ product, returned, sold }, i) => ({
    ...{ title: product.title, category: product.category, brand: product.brand, day: 19_000 + i },
    ...{ listPrice: product.listPrice!, salePrice: product.listPrice!, unitCost: 5, adSpend: 10 },
    ...{ material: product.attributes.material!, channel: i % 2 ? 'shop' : 'market' },
    ...{ promotion: 'none', units: sold, returns: returned },
  })),
);
const product: NewProduct = {
  ...{ id: 'new', title: 'Summer dresses', category: 'dresses', brand: 'Ada' },
  ...{ listPrice: 40, unitCost: 5, attributes: { material: 'linen' } },
};

let engine: EngineSession;
let model: TrainedModel;

beforeAll(async () => {
  engine = await openNodeEngine();
  model = await fitInNode(table, { engine, settings: { seed: 1 } });
});

afterAll(() => {
  engine.dispose();
});

function ratesOf(of: TrainedModel): number[] {
  const { encoder, basis } = of.encoding;
  const x = encodeProducts(encoder, productColumns([product], ['material']), Uint32Array.of(0));
  const phi = encodeActions(basis, table.rowCount, (i) => pastAction(table, i));
  return Array.from(expectReturns(of, { product, x, phi }).returnRates!);
}

it('takes the level from the product’s own rate, and the actions’ differences from ridge', () => {
  const { a, b } = rateBelief(model.returnRates!)(product);
  const rates = ratesOf(model);
  expect(Math.min(...rates)).toBeLessThanOrEqual(a / (a + b));
  expect(Math.max(...rates)).toBeGreaterThanOrEqual(a / (a + b));
  const logits = (of: readonly number[]) => of.map((rate) => Math.log(rate / (1 - rate)));
  const ridge = logits(ratesOf({ ...model, returnRates: null }));
  const apart = logits(rates).map((z, i) => z - ridge[i]!);
  for (const each of apart) expect(each).toBeCloseTo(apart[0]!, 6);
});

it('asks ridge alone where no returns are known', () => {
  const rates = ratesOf({ ...model, returnRates: null });
  expect(rates.every((rate) => rate > 0 && rate < 1)).toBe(true);
});
