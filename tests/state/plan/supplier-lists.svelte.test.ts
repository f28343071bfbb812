import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { SupplierLists, type SupplierPorts } from '#state/plan/supplier-lists.svelte.ts';
import { emptyDatabase } from '../../support/database.ts';
import { articlesOf, supplierList } from '../../support/supplier-list.ts';

const lists = [supplierList([{}])];
const stored = {
  ...{ lists, ...articlesOf(lists), usualUnits: 10, edits: {}, rates: {}, money: null },
};
const account = { fileName: 'acme.csv', listCount: 1, rowsRead: 1, itemCount: 1, otherTables: [] };

let stop: () => void = () => undefined;
afterEach(() => stop());

async function watched(ports: Partial<SupplierPorts> = {}) {
  await emptyDatabase();
  const notices = new Notices(60_000);
  const suppliers = new SupplierLists(4, notices, {
    loadSuppliers: () => Promise.resolve(stored),
    removeSupplierList: () => Promise.resolve(null),
    undoSupplierLists: () => Promise.resolve(null),
    editArticle: () => Promise.resolve(),
    changeSupplierRates: () => Promise.resolve(),
    setListCurrency: () => Promise.resolve(),
    importSuppliers: () => Promise.resolve(account),
    ...ports,
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(suppliers.known, suppliers.failure);
    });
  });
  flushSync();
  await vi.waitFor(() => {
    expect(suppliers.known).toBeDefined();
  });
  return { suppliers, notices };
}

describe('SupplierLists', () => {
  it('imports files one after the other, and stops at the first that fails', async () => {
    const importSuppliers = vi.fn<SupplierPorts['importSuppliers']>(({ file }) =>
      file.name === 'a.csv'
        ? Promise.resolve(account)
        : Promise.reject(new AppError('no-supplier-list', 'expected a list, got none')),
    );
    const { suppliers } = await watched({ importSuppliers });
    const dropped = ['a.csv', 'b.csv', 'c.csv'].map((name) => new File(['x'], name));
    expect(await suppliers.importFiles(dropped)).toBe(false);
    expect(importSuppliers.mock.calls.map(([{ file }]) => file.name)).toEqual(['a.csv', 'b.csv']);
    expect(suppliers.failure).toMatchObject({ code: 'no-supplier-list' });
  });

  it('removes a list, and asks before another window’s change is undone', async () => {
    const change = { id: 4, before: lists, after: [] };
    const undoSupplierLists = vi
      .fn<SupplierPorts['undoSupplierLists']>()
      .mockResolvedValueOnce({ ...change, now: [supplierList([{}], { fileName: 'bolt.csv' })] })
      .mockResolvedValue(null);
    const removeSupplierList = () => Promise.resolve(change);
    const { suppliers, notices } = await watched({ removeSupplierList, undoSupplierLists });
    await suppliers.remove(0);
    notices.undo();
    await vi.waitFor(() => {
      expect(notices.question).not.toBeNull();
    });
    expect(notices.question?.text).toContain('Now: bolt.csv. After undoing: acme.csv.');
    notices.undoAnyway();
    expect(undoSupplierLists).toHaveBeenLastCalledWith(change, { isForced: true });
  });

  it('passes on edits, rates and currencies, and shows what fails', async () => {
    const editArticle = vi.fn<SupplierPorts['editArticle']>().mockResolvedValue();
    const changeSupplierRates = vi.fn<SupplierPorts['changeSupplierRates']>().mockResolvedValue();
    const full = new AppError('storage-full', 'expected room, got none');
    const setListCurrency = () => Promise.reject(full);
    const { suppliers } = await watched({ editArticle, changeSupplierRates, setListCurrency });
    expect(await suppliers.edit('Acme / A-1', { listPrice: 9 })).toBe(true);
    expect(editArticle).toHaveBeenCalledExactlyOnceWith(4, 'Acme / A-1', { listPrice: 9 });
    expect(await suppliers.setRates({ USD: 0.9 })).toBe(true);
    expect(changeSupplierRates).toHaveBeenCalledExactlyOnceWith(4, { USD: 0.9 });
    expect(await suppliers.setCurrency(0, 'CNY')).toBe(false);
    expect(suppliers.failure).toBe(full);
  });
});
