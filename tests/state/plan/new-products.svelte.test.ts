import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProductImportReport } from '#core/import/columns/import-report.ts';
import { AppError } from '#core/base/errors.ts';
import { NO_VARIANTS } from '#core/launch/product-variants.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { NewProducts, type ProductPorts } from '#state/plan/new-products.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import * as storage from '#storage/data/products.ts';
import { launchTable } from '../../support/launch-table.ts';
import { noSource } from '../../support/source.ts';

const fields = {
  title: 'Copper lantern',
  category: '',
  brand: '',
  listPrice: null,
  unitCost: null,
  attributes: {},
};
const product = (id: string, also: Partial<NewProduct> = {}): NewProduct => ({
  ...{ ...fields, id, title: id },
  ...also,
});

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  ({ datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) }));
});

/** As another tab brings them in with a file. */
async function bringIn(...products: readonly NewProduct[]): Promise<void> {
  await storage.addProducts(datasetId, () => products);
}

const stored = () => storage.loadProducts(datasetId);
const ids = async () => (await stored()).map(({ id }) => id);
const categories = async () => (await stored()).map(({ category }) => category);

/** One tab: what is stored is that of all of them, an offer to undo is its own. */
async function tab(initial: readonly NewProduct[] = [], overrides: Partial<ProductPorts> = {}) {
  await bringIn(...initial);
  const notices = new Notices(60_000);
  const products = new NewProducts(notices, {
    ...storage,
    importProducts: () => Promise.resolve({ products: [], rowsRead: 4, issues: [] }),
    addUnlaunched: () => Promise.resolve({ products: [], rowsRead: 2, issues: [] }),
    ...overrides,
  });
  return { products, notices };
}

describe('NewProducts', () => {
  it('adds the products that the data set has no results of, and reports them', async () => {
    const { products } = await tab();
    await products.addUnlaunched(datasetId, 'Spring');
    expect(products.phase).toMatchObject({ status: 'done', result: { rowsRead: 2 } });
  });

  it('adds an entered product and says so', async () => {
    const { products, notices } = await tab([product('SKU-9')]);
    await products.add(datasetId, fields);
    expect(await ids()).toEqual(['SKU-9', 'new-1']);
    expect(notices.spoken).toBe('Added Copper lantern.');
  });

  it('puts a removed product back where it stood', async () => {
    const { products, notices } = await tab([product('a'), product('b'), product('c')]);
    await products.remove(datasetId, product('b'));
    expect(await ids()).toEqual(['a', 'c']);
    notices.undo();
    await expect.poll(ids).toEqual(['a', 'b', 'c']);
  });

  it('spells a mistyped category as it was meant, and takes that back', async () => {
    const mistyped = product('b', { category: 'Mgus' });
    const { products, notices } = await tab([product('a'), mistyped]);
    const place = { field: 'category' } as const;
    await products.respell(datasetId, {
      place,
      value: 'Mgus',
      nearest: 'Mugs',
      products: [mistyped],
    });
    expect(await categories()).toEqual(['', 'Mugs']);
    notices.undo();
    await expect.poll(categories).toEqual(['', 'Mgus']);
  });

  it('shows what a file of products brought', async () => {
    const { products } = await tab([]);
    await products.importFile(datasetId, new File([''], 'new.csv'));
    expect(products.phase).toMatchObject({ status: 'done', result: { rowsRead: 4 } });
  });

  it('tells how far the import of a file is, and stops it', async () => {
    type Options = Parameters<ProductPorts['importProducts']>[1];
    let options: Options;
    let finish: ((report: ProductImportReport) => void) | undefined;
    const { products } = await tab([], {
      importProducts: (_, given) => {
        options = given;
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const importing = products.importFile(datasetId, new File([''], 'new.csv'));
    expect(products.phase).toEqual({ status: 'running', subject: 'new.csv', progress: null });
    options?.onProgress?.({ phase: 'read', done: 50, total: 100 });
    expect(products.fraction).toBeCloseTo(0.3);
    products.cancel();
    expect(options?.signal?.aborted).toBe(true);
    options?.onProgress?.({ phase: 'read', done: 60, total: 100 });
    finish?.({ products: [], rowsRead: 4, issues: [] });
    await importing;
    expect(products.phase).toEqual({ status: 'idle' });
    expect(products.fraction).toBeNull();
  });

  it('goes on with a file while a product is entered', async () => {
    const { products } = await tab([], { importProducts: () => new Promise(() => undefined) });
    void products.importFile(datasetId, new File([''], 'new.csv'));
    await products.add(datasetId, fields);
    expect(products.phase.status).toBe('running');
  });

  it('stores variants, takes them back, and says where the product is gone', async () => {
    const { products, notices } = await tab([product('a')]);
    const choice = { ...NO_VARIANTS, sizes: ['S', 'M'] };
    await products.chooseVariants(datasetId, product('a'), choice);
    expect((await stored())[0]!.variantChoice).toEqual(choice);
    notices.undo();
    await expect.poll(async () => (await stored())[0]!.variantChoice).toBeUndefined();
    await storage.removeProduct(datasetId, 'a');
    await products.chooseVariants(datasetId, product('a'), choice);
    expect(products.phase).toMatchObject({ subject: 'a', error: { code: 'product-missing' } });
  });

  it('keeps what went wrong', async () => {
    const error = new AppError('storage-full', 'no');
    const { products } = await tab([], { addProduct: () => Promise.reject(error) });
    await products.add(datasetId, fields);
    expect(products.phase).toEqual({ status: 'failed', subject: 'Copper lantern', error });
  });
});

describe('undoing in one of two tabs', () => {
  const place = { field: 'category' } as const;
  const mistyped = product('b', { category: 'Mgus' });
  const meant = { place, value: 'Mgus', nearest: 'Mugs', products: [mistyped] };

  it('keeps what the other added, removed and changed', async () => {
    const { products, notices } = await tab([product('a'), product('b'), product('c')]);
    await bringIn(product('b', { listPrice: 8 }));
    // As it was on screen before the other tab named its price.
    await products.remove(datasetId, product('b'));
    await storage.removeProduct(datasetId, 'a');
    await bringIn(product('d'), product('c', { listPrice: 9 }));
    notices.undo();
    await expect.poll(ids).toEqual(['c', 'b', 'd']);
    expect((await stored()).map(({ listPrice }) => listPrice)).toEqual([9, 8, null]);
    expect(notices.question).toBeNull();
  });

  it('takes back a spelling, and leaves the price that the other named', async () => {
    const { products, notices } = await tab([mistyped]);
    await products.respell(datasetId, meant);
    await bringIn({ ...mistyped, category: 'Mugs', listPrice: 9 });
    notices.undo();
    await expect.poll(stored).toEqual([{ ...mistyped, listPrice: 9 }]);
  });

  it('spells a value anew, and leaves what the other changed meanwhile', async () => {
    const { products } = await tab([{ ...mistyped, listPrice: 9 }]);
    await products.respell(datasetId, meant);
    expect(await stored()).toEqual([{ ...mistyped, category: 'Mugs', listPrice: 9 }]);
  });

  it('asks where the other spelt the same anew, with both versions', async () => {
    const { products, notices } = await tab([product('a'), mistyped]);
    await products.respell(datasetId, meant);
    await bringIn({ ...mistyped, category: 'Cups', listPrice: 9 });
    notices.undo();
    await expect
      .poll(() => notices.question?.text)
      .toBe(
        '“b” has since changed in another window. Now: Category “Cups”. After undoing: Category “Mgus”.',
      );
    expect(await categories()).toEqual(['', 'Cups']);
    notices.undoAnyway();
    await expect.poll(categories).toEqual(['', 'Mgus']);
    expect((await stored())[1]?.listPrice).toBe(9);
  });

  it('asks where the other brought a removed product in again, in another shape', async () => {
    const { products, notices } = await tab([product('b', { attributes: { Colour: 'red' } })]);
    await products.remove(datasetId, product('b'));
    await bringIn(product('b', { listPrice: 9, attributes: { Colour: 'blue' } }));
    notices.undo();
    await expect
      .poll(() => notices.question?.text)
      .toBe(
        '“b” has since changed in another window. Now: List price “9” and Colour “blue”. ' +
          'After undoing: List price not given and Colour “red”.',
      );
    notices.keep();
    expect(await stored()).toMatchObject([{ listPrice: 9 }]);
  });

  it('brings back no product that the other removed, and none twice', async () => {
    const { products, notices } = await tab([mistyped]);
    await products.respell(datasetId, meant);
    await storage.removeProduct(datasetId, 'b');
    notices.undo();
    await bringIn(product('a'));
    await products.remove(datasetId, product('a'));
    await bringIn(product('a'));
    notices.undo();
    await expect.poll(() => notices.offer).toBeNull();
    expect(await ids()).toEqual(['a']);
    expect(notices.question).toBeNull();
  });
});
