import { emptyDatabase } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDataset } from '#storage/data/datasets.ts';
import {
  addSupplierLists,
  changeDecisions,
  editArticle,
  loadArticles,
  loadDecisions,
  loadSuppliers,
  removeSupplierList,
  setListCurrency,
  changeSupplierRates,
  undoSupplierLists,
} from '#storage/plan/suppliers.ts';
import { USUAL_PORTFOLIO_LIMITS } from '#core/season/portfolio/portfolio-limits.ts';
import type { ShortlistDecisions } from '#core/season/portfolio/shortlist-decisions.ts';
import { saveCurrency } from '#storage/data/dataset-currency.ts';
import { someDataset } from '../../support/some-dataset.ts';
import { listOf, supplierList } from '../../support/supplier-list.ts';

const gone = { code: 'dataset-missing' };
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const ACME = supplierList([{ title: 'Soy wax candle', cost: euros(4) }]);
const BOLT = supplierList([{ sku: 'B-1', title: 'Soy wax candle', cost: euros(3) }], {
  ...{ supplier: 'Bolt', fileName: 'bolt.csv' },
});

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await someDataset();
  await saveCurrency(datasetId, 'EUR');
});

const titles = async () => (await loadSuppliers(datasetId)).articles.map(({ title }) => title);

describe('suppliers’ lists', () => {
  it('give articles together, and apart again where one is removed', async () => {
    await addSupplierLists(datasetId, [ACME], 10);
    await addSupplierLists(datasetId, [BOLT], 20);
    const both = await loadSuppliers(datasetId);
    expect(both).toMatchObject({
      ...{ usualUnits: 20, merges: [{ by: ['name'], suppliers: ['Bolt', 'Acme'] }] },
      articles: [{ unitCost: 3, offers: [{ supplier: 'Bolt' }, { supplier: 'Acme' }] }],
    });
    const change = await removeSupplierList(datasetId, 1);
    expect(await loadSuppliers(datasetId)).toMatchObject({
      ...{ lists: [ACME], merges: [], issues: [[]] },
      articles: [{ unitCost: 4, offers: [{ supplier: 'Acme' }] }],
    });
    expect(await undoSupplierLists(change!)).toBeNull();
    expect(await loadSuppliers(datasetId)).toEqual(both);
    expect(await removeSupplierList(datasetId, 7)).toBeNull();
  });

  it('of one file are replaced together', async () => {
    const sheets = ['a', 'b'].map((sheet) =>
      supplierList([{ title: `Oak ${sheet} tray` }], { sheet }),
    );
    await addSupplierLists(datasetId, [...sheets, BOLT], null);
    await addSupplierLists(datasetId, [supplierList([{ title: 'Oak tray' }])], null);
    expect((await titles()).sort()).toEqual(['Oak tray', 'Soy wax candle']);
  });

  it('of other suppliers stay where their files have the same name', async () => {
    const [acme, bolt] = [ACME, BOLT].map((list, i) => ({
      ...{ ...list, fileName: 'price list.csv', addedAt: i },
    }));
    await addSupplierLists(datasetId, [acme!], null);
    await addSupplierLists(datasetId, [bolt!], null);
    expect((await loadSuppliers(datasetId)).lists).toEqual([acme, bolt]);
    const next = { ...acme!, addedAt: 2, items: [] };
    await addSupplierLists(datasetId, [next], null);
    expect((await loadSuppliers(datasetId)).lists).toEqual([bolt, next]);
  });

  it('that another tab has changed since are not undone unasked', async () => {
    await addSupplierLists(datasetId, [ACME], null);
    const change = await removeSupplierList(datasetId, 0);
    await addSupplierLists(datasetId, [BOLT], null);
    expect(await undoSupplierLists(change!)).toMatchObject({ now: [BOLT] });
    expect((await loadSuppliers(datasetId)).lists).toEqual([BOLT]);
    expect(await undoSupplierLists(change!, { isForced: true })).toBeNull();
    expect((await loadSuppliers(datasetId)).lists).toEqual([ACME]);
  });

  it('go with their data set', async () => {
    await addSupplierLists(datasetId, [ACME], null);
    await deleteDataset(datasetId);
    expect((await loadSuppliers(datasetId)).lists).toEqual([]);
    await expect(addSupplierLists(datasetId, [ACME], null)).rejects.toMatchObject(gone);
    await expect(removeSupplierList(datasetId, 0)).rejects.toMatchObject(gone);
  });
});

describe('an article', () => {
  it('keeps what the seller changed, until that is taken back', async () => {
    await addSupplierLists(datasetId, [ACME], null);
    const { id } = (await loadArticles(datasetId))[0]!;
    await editArticle(datasetId, id, { unitCost: 2, listPrice: 9, category: 'Home' });
    await addSupplierLists(datasetId, [BOLT], null);
    expect(await loadArticles(datasetId)).toMatchObject([
      { unitCost: 2, listPrice: 9, category: 'Home', offers: [{ unitCost: 3 }, { unitCost: 4 }] },
    ]);
    await editArticle(datasetId, id, {});
    expect(await loadArticles(datasetId)).toMatchObject([{ unitCost: 3, listPrice: null }]);
    expect((await loadSuppliers(datasetId)).edits).toEqual({});
  });

  it('that is left out is not to be launched, but is still stored', async () => {
    await addSupplierLists(datasetId, [ACME], null);
    const { id } = (await loadArticles(datasetId))[0]!;
    await editArticle(datasetId, id, { isLeftOut: true });
    expect(await loadArticles(datasetId)).toEqual([]);
    expect((await loadSuppliers(datasetId)).articles).toMatchObject([{ isLeftOut: true }]);
  });
});

describe('what the seller decides about the shortlist', () => {
  const pick = (id: string) => (before: ShortlistDecisions | null) => ({
    limits: before?.limits ?? USUAL_PORTFOLIO_LIMITS,
    picked: [...(before?.picked ?? []), id],
  });

  it('is changed as it is stored, and stays when lists change', async () => {
    expect(await loadDecisions(datasetId)).toBeNull();
    await Promise.all([
      changeDecisions(datasetId, pick('a')),
      changeDecisions(datasetId, pick('b')),
    ]);
    expect((await loadDecisions(datasetId))!.picked.toSorted()).toEqual(['a', 'b']);
    await addSupplierLists(datasetId, [ACME], null);
    await editArticle(datasetId, 'x', { unitCost: 2 });
    const after = await changeDecisions(datasetId, pick('c'));
    expect(after.picked).toHaveLength(3);
    expect(await titles()).toEqual(['Soy wax candle']);
    await deleteDataset(datasetId);
    await expect(changeDecisions(datasetId, pick('d'))).rejects.toMatchObject(gone);
  });
});

describe('currencies of lists', () => {
  const usd = supplierList([{ cost: { amount: 4, currency: 'USD' } }]);
  const costs = async () => (await loadArticles(datasetId)).map(({ unitCost }) => unitCost);

  it('are converted at the rates that the seller gives', async () => {
    await addSupplierLists(datasetId, [usd], null);
    expect(await costs()).toEqual([null]);
    await changeSupplierRates(datasetId, { USD: 0.5 });
    expect(await costs()).toEqual([2]);
    expect(await loadSuppliers(datasetId)).toMatchObject({
      rates: { USD: 0.5 },
      money: { main: 'EUR', others: [{ currency: 'USD', cellCount: 1 }] },
    });
    await changeSupplierRates(datasetId, { USD: null });
    expect(await costs()).toEqual([null]);
    await expect(changeSupplierRates(datasetId, { USD: 0 })).rejects.toThrow('above zero');
  });

  it('of a bare sign can be chosen where the sign may mean it', async () => {
    const listed = [
      { cost: { amount: 3, currency: '$' } },
      { sku: 'B', cost: euros(2) },
      { sku: 'C', cost: { amount: 7, currency: 'CAD' } },
    ];
    await saveCurrency(datasetId, 'AUD');
    await addSupplierLists(datasetId, [supplierList(listed, { currency: '$' })], null);
    await changeSupplierRates(datasetId, { USD: 1.5, EUR: 2, CAD: 1 });
    expect((await costs()).sort()).toEqual([3, 4, 7]);
    await changeSupplierRates(datasetId, { CAD: 2 });
    await setListCurrency(datasetId, 0, 'USD');
    expect((await costs()).sort()).toEqual([14, 4, 4.5]);
  });

  it('of bare numbers can be chosen', async () => {
    const issues = listOf('SKU,Name,Cost\nA,Red lamp,3\n').issues;
    expect(issues).toMatchObject([{ kind: 'assumed-currency' }]);
    await addSupplierLists(datasetId, [supplierList([{}], { issues })], null);
    expect(await costs()).toEqual([3]);
    await setListCurrency(datasetId, 0, 'USD');
    await changeSupplierRates(datasetId, { USD: 0.5 });
    expect(await costs()).toEqual([1.5]);
    expect((await loadSuppliers(datasetId)).lists[0]!.issues).toEqual([]);
    // The next price list of the same name is read alike.
    await addSupplierLists(datasetId, [supplierList([{}], { issues })], null);
    expect(await costs()).toEqual([1.5]);
    expect((await loadSuppliers(datasetId)).lists[0]!.issues).toEqual([]);
  });
});
