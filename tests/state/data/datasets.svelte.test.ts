import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDatabase } from '../../support/database.ts';
import { AppError } from '#core/base/errors.ts';
import { Datasets, type DatasetPorts } from '#state/data/datasets.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { database } from '#storage/database/database.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';

const dataset = (id: number, importedAt: number) =>
  ({ id, name: `shop ${id}`, importedAt }) as DatasetSummary;

function watched(ports: Partial<DatasetPorts> = {}, requestedId?: number) {
  const notices = new Notices(60_000);
  const datasets = new Datasets(
    { notices, requestedId: () => requestedId },
    {
      listDatasets: () => Promise.resolve([dataset(1, 100), dataset(2, 300), dataset(3, 200)]),
      deleteDataset: () => Promise.resolve(),
      loadCurrentId: () => Promise.resolve(undefined),
      saveCurrentId: () => Promise.resolve(),
      loadStanding: (datasetId) =>
        Promise.resolve({ datasetId, isTrained: false, productCount: 0, planCount: 0 }),
      ...ports,
    },
  );
  const seen: { list: number[] | undefined; current: number | null | undefined }[] = [];
  const stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(datasets.failure);
      const { current } = datasets;
      seen.push({
        list: datasets.list?.map(({ id }) => id),
        current: current ? current.id : current,
      });
    });
  });
  flushSync();
  const last = () => {
    flushSync();
    return seen.at(-1)!;
  };
  return { datasets, notices, last, stop };
}

beforeEach(emptyDatabase);

describe('Datasets', () => {
  it('has none on a first visit, without asking a database', async () => {
    await database.delete({ disableAutoOpen: false });
    const listDatasets = vi.fn(() => Promise.resolve([]));
    const { last, stop } = watched({ listDatasets });
    await vi.waitFor(() => expect(last()).toEqual({ list: [], current: null }));
    expect(listDatasets).not.toHaveBeenCalled();
    stop();
  });

  it('lists the newest first and looks at it when nothing else is said', async () => {
    const { last, stop } = watched();
    expect(last()).toEqual({ list: undefined, current: undefined });
    await vi.waitFor(() => expect(last()).toEqual({ list: [2, 3, 1], current: 2 }));
    stop();
  });

  it('reads the list for those who cannot wait until it is shown', async () => {
    const { datasets, last, stop } = watched();
    expect(last().list).toBeUndefined();
    datasets.remove({ id: 3, name: 'shop 3' });
    expect((await datasets.readList()).map(({ id }) => id)).toEqual([2, 1]);
    stop();
  });

  it('looks at the dataset of the address before the one looked at last', async () => {
    const loadCurrentId = () => Promise.resolve(1);
    const without = watched({ loadCurrentId });
    await vi.waitFor(() => expect(without.last().current).toBe(1));
    without.stop();
    const asked = watched({ loadCurrentId }, 3);
    await vi.waitFor(() => expect(asked.last().current).toBe(3));
    asked.stop();
  });

  it('takes a removed dataset out of sight at once, and off the device only when that is not undone', async () => {
    const deleteDataset = vi.fn<DatasetPorts['deleteDataset']>(() => Promise.resolve());
    const { datasets, notices, last, stop } = watched({ deleteDataset });
    await vi.waitFor(() => expect(last().list).toHaveLength(3));
    datasets.remove({ id: 2, name: 'shop 2' });
    expect(last()).toEqual({ list: [3, 1], current: 3 });
    notices.undo();
    expect(last()).toEqual({ list: [2, 3, 1], current: 2 });
    expect(deleteDataset).not.toHaveBeenCalled();
    datasets.remove({ id: 2, name: 'shop 2' });
    notices.settle();
    expect(deleteDataset).toHaveBeenCalledWith(2);
    stop();
  });

  it('takes several out of sight together, which come back together or go together', async () => {
    const deleteDataset = vi.fn<DatasetPorts['deleteDataset']>(() => Promise.resolve());
    const onundone = vi.fn(() => Promise.resolve());
    const { datasets, notices, last, stop } = watched({ deleteDataset });
    await vi.waitFor(() => expect(last().list).toHaveLength(3));
    datasets.removeAll([2, 3], { text: 'gone', onundone });
    expect(last().list).toEqual([1]);
    notices.undo();
    expect(last().list).toEqual([2, 3, 1]);
    expect(onundone).toHaveBeenCalledOnce();
    datasets.removeAll([2, 3], { text: 'gone', onundone });
    notices.settle();
    await vi.waitFor(() => expect(deleteDataset.mock.calls).toEqual([[2], [3]]));
    expect(onundone).toHaveBeenCalledOnce();
    stop();
  });

  it('keeps what went wrong when storage cannot be read', async () => {
    const error = new AppError('storage-failed', 'no');
    const { datasets, last, stop } = watched({ listDatasets: () => Promise.reject(error) });
    await vi.waitFor(() => expect(datasets.failure).toBe(error));
    expect(last()).toEqual({ list: undefined, current: undefined });
    stop();
  });

  it('passes on that their standings cannot be read, and still lists them', async () => {
    const error = new AppError('storage-failed', 'no');
    const { datasets, last, stop } = watched({ loadStanding: () => Promise.reject(error) });
    await vi.waitFor(() => expect(datasets.failure).toBe(error));
    expect(last().list).toEqual([2, 3, 1]);
    stop();
  });
});
