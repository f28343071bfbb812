import { beforeEach, describe, expect, it } from 'vitest';
import { noSource } from '../../support/source.ts';
import { emptyDatabase } from '../../support/database.ts';
import { launchTable } from '../../support/launch-table.ts';
import { adoptedPlan, sampleActual } from '../../support/adopted-plan.ts';
import type { Ranking } from '#core/planning/plan/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { database } from '#storage/database/database.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { saveRanking } from '#storage/plan/plans.ts';
import {
  addProduct,
  addProducts,
  editProducts,
  loadProducts,
  removeProduct,
  undoProducts,
} from '#storage/data/products.ts';

/** A product as it is entered: without an id. */
function entered(title: string): Omit<NewProduct, 'id'> {
  return { title, category: '', brand: '', listPrice: 5, unitCost: null, attributes: {} };
}

function product(id: string, title = id): NewProduct {
  return { ...entered(title), id };
}

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const saved = await saveDataset({
    sample: null,
    importedAt: 1,
    report,
    table: launchTable([{}]),
    ...noSource(),
  });
  ({ datasetId } = saved);
});

const titles = async (): Promise<string[]> =>
  (await loadProducts(datasetId)).map(({ title }) => title);

const ids = async (): Promise<string[]> => (await loadProducts(datasetId)).map(({ id }) => id);

const add = (...added: NewProduct[]) => addProducts(datasetId, () => added);

describe('products', () => {
  it('never pass the ID of an adopted plan to another product', async () => {
    await database.ledger.add(
      adoptedPlan({ datasetId, product: product('new-1'), actual: sampleActual() }),
    );
    expect((await addProduct(datasetId, entered('Mug'))).id).toBe('new-2');
  });

  it('keep their order', async () => {
    await add(product('z'), product('a'));
    await add(product('m'));
    expect(await titles()).toEqual(['z', 'a', 'm']);
  });

  it('take the place of one with the same id', async () => {
    await add(product('a', 'Mug'), product('b', 'Cup'));
    await add(product('a', 'Blue mug'));
    expect(await titles()).toEqual(['Blue mug', 'Cup']);
  });

  it('can be removed and put back where they stood', async () => {
    await add(product('a'), product('b'), product('c'));
    const removed = (await removeProduct(datasetId, 'b'))!;
    expect(await ids()).toEqual(['a', 'c']);
    expect(await removeProduct(datasetId, 'b')).toBeNull();
    await undoProducts(datasetId, [removed]);
    expect(await ids()).toEqual(['a', 'b', 'c']);
  });

  it('change where they stand, and one that was removed does not come back', async () => {
    await add(product('a'), product('b'), product('c'));
    await removeProduct(datasetId, 'c');
    const [a, c] = ['a', 'c'].map((id) => product(id)) as [NewProduct, NewProduct];
    const edits = [
      { from: a, to: { ...a, title: 'Mug' } },
      { from: c, to: { ...c, title: 'Cup' } },
    ];
    const [edited, ...others] = await editProducts(datasetId, edits);
    expect(others).toEqual([]);
    expect(edited).toMatchObject({ before: a, after: { id: 'a', title: 'Mug' } });
    expect(await titles()).toEqual(['Mug', 'b']);
  });

  it('lose nothing when two parts of the app add at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => add(product(id))));
    expect((await titles()).sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('ids of entered products', () => {
  it('are free ones', async () => {
    await add(product('new-1'), product('SKU-9'));
    expect(await addProduct(datasetId, entered('Lamp'))).toMatchObject({ id: 'new-2' });
  });

  it('differ when two are entered at once', async () => {
    await Promise.all(['Mug', 'Cup', 'Jug'].map((title) => addProduct(datasetId, entered(title))));
    expect(await ids()).toEqual(['new-1', 'new-2', 'new-3']);
    expect((await titles()).sort()).toEqual(['Cup', 'Jug', 'Mug']);
  });

  it('are not those of removed products that have a plan', async () => {
    await saveRanking({ datasetId, plans: [{ product: product('new-1') }] } as unknown as Ranking);
    expect(await addProduct(datasetId, entered('Lamp'))).toMatchObject({ id: 'new-2' });
  });

  it('change when one is put back whose id went to another meanwhile', async () => {
    await add(product('new-1', 'Mug'));
    const removed = (await removeProduct(datasetId, 'new-1'))!;
    await addProduct(datasetId, entered('Cup'));
    expect(await undoProducts(datasetId, [removed])).toEqual([]);
    expect(await titles()).toEqual(['Mug', 'Cup']);
    expect(await ids()).toEqual(['new-2', 'new-1']);
  });
});
