import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StockAccount, StockList } from '#core/stock-on-hand/stock-list.ts';
import type { DatasetSummary } from '#storage/datasets.ts';
import { Notices } from '#state/notices.svelte.ts';
import { StockOnHand, type StockPorts } from '#state/stock-on-hand.svelte.ts';
import { launchTable } from '../support/launch-table.ts';
import { sampleProduct } from '../support/ranking.ts';
import { stockItem } from '../support/stock-item.ts';

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
  const notices = new Notices(60_000);
  const saved: (StockList | null)[] = [];
  const stock = new StockOnHand(() => 4, notices, {
    loadDatasetSummary: () => Promise.resolve({ recipe: null } as DatasetSummary),
    loadHistory: () => Promise.resolve(launchTable([])),
    loadProducts: () => Promise.resolve([sampleProduct({ id: 'a', title: 'Blue mug, large' })]),
    loadStock: () => Promise.resolve(list),
    saveStock: (_, next) => {
      saved.push(next);
      return Promise.resolve(list);
    },
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
  return { stock, notices, saved };
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
    expect(stock.phase).toEqual({ status: 'imported', account });
    const error = new Error('no');
    const failing = watched({ importStock: () => Promise.reject(error) });
    await failing.stock.importFile(4, file);
    expect(failing.stock.failure).toBe(error);
    expect(failing.stock.phase).toEqual({ status: 'idle' });
  });

  it('lets go of a file that is cancelled', async () => {
    let finish: (account: StockAccount) => void = () => undefined;
    const { stock } = watched({
      importStock: () => new Promise<StockAccount>((resolve) => (finish = resolve)),
    });
    const running = stock.importFile(4, file);
    expect(stock.phase).toMatchObject({ status: 'importing', name: 'stock.csv' });
    stock.cancel();
    finish(account);
    await running;
    expect(stock.phase).toEqual({ status: 'idle' });
  });

  it('takes the list away, and puts it back', async () => {
    const { stock, notices, saved } = watched();
    await stock.remove(4);
    expect(saved).toEqual([null]);
    expect(notices.offer?.text).toBe('Removed the list of stock.');
    notices.undo();
    await expect.poll(() => saved).toEqual([null, list]);
  });
});
