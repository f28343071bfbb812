import { describe, expect, it } from 'vitest';
import type { ProductImportReport } from '#core/csv/import-report.ts';
import { AppError } from '#core/errors.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { NewProducts, type ProductPorts } from '#state/new-products.svelte.ts';
import { Notices } from '#state/notices.svelte.ts';

const fields = {
  title: 'Copper lantern',
  category: '',
  brand: '',
  listPrice: null,
  unitCost: null,
  attributes: {},
};
const product = (id: string): NewProduct => ({ ...fields, id, title: id });

/** Storage of one dataset, as a plain list. */
function shelf(initial: readonly NewProduct[], overrides: Partial<ProductPorts> = {}) {
  let stored = [...initial];
  const notices = new Notices(60_000);
  const products = new NewProducts(notices, {
    importProducts: () => Promise.resolve({ products: [], rowsRead: 4, issues: [] }),
    addProduct: (_, added) => {
      const whole = { ...added, id: `new-${stored.length}` };
      stored = [...stored, whole];
      return Promise.resolve(whole);
    },
    removeProduct: (_, id) => {
      const place = stored.findIndex((other) => other.id === id);
      stored = stored.filter((other) => other.id !== id);
      return Promise.resolve(place);
    },
    restoreProduct: (_, restored, place) =>
      Promise.resolve(void (stored = stored.toSpliced(place, 0, restored))),
    replaceProducts: (_, changed) =>
      Promise.resolve(
        void (stored = stored.map((each) => changed.find(({ id }) => id === each.id) ?? each)),
      ),
    ...overrides,
  });
  const ids = () => stored.map(({ id }) => id);
  const categories = () => stored.map(({ category }) => category);
  return { products, notices, ids, categories };
}

describe('NewProducts', () => {
  it('adds an entered product and says so', async () => {
    const { products, notices, ids } = shelf([product('SKU-9')]);
    await products.add(1, fields);
    expect(ids()).toEqual(['SKU-9', 'new-1']);
    expect(notices.spoken).toBe('Added Copper lantern.');
  });

  it('puts a removed product back where it stood', async () => {
    const { products, notices, ids } = shelf([product('a'), product('b'), product('c')]);
    await products.remove(1, product('b'));
    expect(ids()).toEqual(['a', 'c']);
    notices.undo();
    await expect.poll(ids).toEqual(['a', 'b', 'c']);
  });

  it('spells a mistyped category as it was meant, and takes that back', async () => {
    const mistyped = { ...product('b'), category: 'Mgus' };
    const { products, notices, categories } = shelf([product('a'), mistyped]);
    const place = { field: 'category' } as const;
    await products.respell(1, { place, value: 'Mgus', nearest: 'Mugs', products: [mistyped] });
    expect(categories()).toEqual(['', 'Mugs']);
    notices.undo();
    await expect.poll(categories).toEqual(['', 'Mgus']);
  });

  it('shows what a file of products brought', async () => {
    const { products } = shelf([]);
    await products.importFile(1, new File([''], 'new.csv'));
    expect(products.phase).toMatchObject({ status: 'imported', report: { rowsRead: 4 } });
  });

  it('tells how far the import of a file is, and stops it', async () => {
    type Options = Parameters<ProductPorts['importProducts']>[1];
    let options: Options;
    let finish: ((report: ProductImportReport) => void) | undefined;
    const { products } = shelf([], {
      importProducts: (_, given) => {
        options = given;
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const importing = products.importFile(1, new File([''], 'new.csv'));
    expect(products.phase).toEqual({ status: 'importing', name: 'new.csv', progress: null });
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
    const { products } = shelf([], { importProducts: () => new Promise(() => undefined) });
    void products.importFile(1, new File([''], 'new.csv'));
    await products.add(1, fields);
    expect(products.phase.status).toBe('importing');
  });

  it('keeps what went wrong', async () => {
    const error = new AppError('storage-full', 'no');
    const { products } = shelf([], { addProduct: () => Promise.reject(error) });
    await products.add(1, fields);
    expect(products.phase).toEqual({ status: 'failed', error });
  });
});
