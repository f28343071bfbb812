import { emptyDatabase } from '../../support/database.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StockAccount, StockList } from '#core/ledger/stock/stock-list.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { StockOnHand, type StockPorts } from '#state/data/stock-on-hand.svelte.ts';
import { saveDataset, type DatasetSummary } from '#storage/data/datasets.ts';
import { loadStock, saveStock } from '#storage/data/stock.ts';
import { launchTable } from '../../support/launch-table.ts';
import { sampleProduct } from '../../support/ranking.ts';
import { noSource } from '../../support/source.ts';
import { stockItem } from '../../support/stock-item.ts';

const list: StockList = {
  ...{ fileName: 'stock.csv', asOf: 20_000 },
  items: [stockItem({ title: 'Blue mug', onHand: 20, weeklyUnits: 4 })],
};
const account: StockAccount = {
  ...{ rowsRead: 1, itemCount: 1, soldOutCount: 0, namelessCount: 0, unreadableCount: 0 },
};

let stop: () => void = () => undefined;
afterEach(() => stop());

function watched(ports: Partial<StockPorts> = {}) {
  const stock = new StockOnHand(() => 4, new Notices(60_000), {
    loadDatasetSummary: () => Promise.resolve({ recipe: null } as DatasetSummary),
    loadHistory: () => Promise.resolve(launchTable([])),
    loadProducts: () => Promise.resolve([sampleProduct({ id: 'a', title: 'Blue mug, large' })]),
    loadStock: () => Promise.resolve(list),
    saveStock: () => Promise.resolve(null),
    undoStock: () => Promise.resolve(null),
    importStock: () => Promise.resolve(account),
    now: () => 0,
    ...ports,
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(stock.known, stock.failure);
    });
  });
  flushSync();
  return { stock };
}

const file = new File(['x'], 'stock.csv');

describe('StockOnHand', () => {
  it('reads the list beside the products that wait, and what it holds back', async () => {
    const { stock } = watched();
    await vi.waitFor(() => expect(stock.known).toBeTruthy());
    expect(stock.known?.similar.map((items) => items.length)).toEqual([1]);
    const lost = stock.heldBack([20_000, 21_000], 0.7).get('a')!;
    expect(lost[0]).toBeGreaterThan(0);
    expect(lost[1]).toBe(0);
  });

  it('has nothing where nobody said what is in stock', async () => {
    const { stock } = watched({ loadStock: () => Promise.resolve(null) });
    await vi.waitFor(() => expect(stock.known).toBeNull());
    expect(stock.heldBack([20_000], 0.7).size).toBe(0);
  });

  it('shows what a file brought, and what went wrong', async () => {
    const { stock } = watched();
    await stock.importFile(4, file);
    expect(stock.phase).toEqual({ status: 'done', subject: 'stock.csv', result: account });
    const error = new Error('no');
    const failing = watched({ importStock: () => Promise.reject(error) });
    await failing.stock.importFile(4, file);
    expect(failing.stock.failure).toBe(error);
    expect(failing.stock.phase).toEqual({ status: 'failed', subject: 'stock.csv', error });
  });

  it('lets go of a file that is cancelled', async () => {
    let finish: (account: StockAccount) => void = () => undefined;
    const { stock } = watched({
      importStock: () => new Promise<StockAccount>((resolve) => (finish = resolve)),
    });
    const running = stock.importFile(4, file);
    expect(stock.phase).toMatchObject({ status: 'running', subject: 'stock.csv' });
    stock.cancel();
    finish(account);
    await running;
    expect(stock.phase).toEqual({ status: 'idle' });
  });
});

describe('the list of stock, in two tabs', () => {
  let datasetId = 0;
  let notices: Notices;
  let stock: StockOnHand;

  beforeEach(async () => {
    await emptyDatabase();
    const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
    const report = {
      ...{ name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts },
    };
    const origin = { sample: null, importedAt: 1, ...noSource() };
    ({ datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) }));
    await saveStock(datasetId, list);
    notices = new Notices(60_000);
    stock = new StockOnHand(() => datasetId, notices);
    await stock.remove(datasetId);
  });

  it('is taken away, and put back', async () => {
    expect(await loadStock(datasetId)).toBeNull();
    expect(notices.offer?.text).toBe('Removed the stock list.');
    notices.undo();
    await expect.poll(() => loadStock(datasetId)).toEqual(list);
    expect(notices.question).toBeNull();
  });

  it('is put back over a newer one only where the seller says so', async () => {
    const newer = { ...list, fileName: 'newer.csv', asOf: 20_007 };
    await saveStock(datasetId, newer);
    notices.undo();
    await expect
      .poll(() => notices.question?.text)
      .toBe(
        'Another window has since read another stock list. ' +
          'Now: 1 product in stock on 11 October 2024, from newer.csv. ' +
          'After undoing: 1 product in stock on 4 October 2024, from stock.csv.',
      );
    expect(await loadStock(datasetId)).toEqual(newer);
    notices.undoAnyway();
    await expect.poll(() => loadStock(datasetId)).toEqual(list);
  });
});
