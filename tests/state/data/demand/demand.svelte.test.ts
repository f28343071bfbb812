import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import type { TermChoices } from '#core/demand/market/join-terms.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { Demand, type DemandPorts } from '#state/data/demand/demand.svelte.ts';
import { emptyDatabase } from '../../../support/database.ts';
import { searchFile } from '../../../support/market-data.ts';

const files = [searchFile()];
const stored = { own: null, files, choices: {}, nicheChoices: {} };
const { account } = files[0]!;

let stop: () => void = () => undefined;
afterEach(() => stop());

async function watched(ports: Partial<DemandPorts> = {}) {
  await emptyDatabase();
  const notices = new Notices(60_000);
  const demand = new Demand(4, notices, {
    loadDemand: () => Promise.resolve(stored),
    removeMarketFile: () => Promise.resolve(null),
    undoMarketFiles: () => Promise.resolve(null),
    changeTermChoices: () => Promise.resolve(),
    changeNicheChoices: () => Promise.resolve(),
    importMarket: () => Promise.resolve(account),
    joinByMeaning: () => Promise.resolve(),
    ...ports,
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(demand.known, demand.failure);
    });
  });
  flushSync();
  await vi.waitFor(() => {
    expect(demand.known).toBeDefined();
  });
  return { demand, notices };
}

const dropped = ['a.csv', 'b.csv'].map((name) => new File(['x'], name));

describe('Demand', () => {
  it('has what is stored of the data set', async () => {
    const loadDemand = vi.fn<DemandPorts['loadDemand']>().mockResolvedValue(stored);
    const { demand } = await watched({ loadDemand });
    expect(demand.known).toEqual(stored);
    expect(loadDemand).toHaveBeenCalledWith(4);
  });

  it('imports files one after the other, and stops at the first that fails', async () => {
    const importMarket = vi.fn<DemandPorts['importMarket']>(({ file }) =>
      file.name === 'a.csv'
        ? Promise.resolve(account)
        : Promise.reject(new AppError('no-market-data', 'expected market data, got none')),
    );
    const { demand } = await watched({ importMarket });
    expect(await demand.importFiles(dropped)).toBe(false);
    expect(importMarket.mock.calls.map(([{ file }]) => file.name)).toEqual(['a.csv', 'b.csv']);
    expect(demand.failure).toMatchObject({ code: 'no-market-data' });
    expect(await demand.importFiles(dropped.slice(0, 1))).toBe(true);
    expect(demand.failure).toBeNull();
  });

  it('removes a file, and asks before another window’s change is undone', async () => {
    const change = { id: 4, before: files, after: [] };
    const undoMarketFiles = vi
      .fn<DemandPorts['undoMarketFiles']>()
      .mockResolvedValueOnce({ ...change, now: [searchFile({ fileName: 'c.csv' })] })
      .mockResolvedValue(null);
    const { demand, notices } = await watched({
      removeMarketFile: () => Promise.resolve(change),
      undoMarketFiles,
    });
    await demand.remove(0);
    notices.undo();
    await vi.waitFor(() => {
      expect(notices.question).not.toBeNull();
    });
    expect(notices.question?.text).toContain('Now: c.csv. After undoing: trends.csv.');
    notices.undoAnyway();
    expect(undoMarketFiles).toHaveBeenLastCalledWith(change, { isForced: true });
  });

  it('chooses a term for a category, none, or the one that is proposed', async () => {
    let choices: TermChoices = { Lamps: 'cloud lamp', Mugs: 'mug' };
    const { demand } = await watched({
      changeTermChoices: (_, change) => {
        choices = change(choices);
        return Promise.resolve();
      },
    });
    expect(await demand.setChoice('Lamps', '')).toBe(true);
    expect(choices).toEqual({ Lamps: '', Mugs: 'mug' });
    await demand.setChoice('Mugs', null);
    await demand.setChoice('__proto__', 'bowl');
    expect(Object.entries(choices)).toEqual([
      ['Lamps', ''],
      ['__proto__', 'bowl'],
    ]);
  });

  it('stores which niche stands for a category, on top of what is stored', async () => {
    let choices: TermChoices = { Lamps: 'desk lamp' };
    const { demand } = await watched({
      changeNicheChoices: (_, change) => {
        choices = change(choices);
        return Promise.resolve();
      },
    });
    expect(await demand.setNiche('Rugs', '')).toBe(true);
    expect(choices).toEqual({ Lamps: 'desk lamp', Rugs: '' });
    await demand.setNiche('Lamps', null);
    expect(choices).toEqual({ Rugs: '' });
  });

  it('says where a choice was not stored', async () => {
    const { demand } = await watched({
      changeTermChoices: () => Promise.reject(new AppError('dataset-missing', 'gone')),
    });
    expect(await demand.setChoice('Lamps', 'lamp')).toBe(false);
    expect(demand.failure).toMatchObject({ code: 'dataset-missing' });
  });

  it('finds what stands for categories by meaning, once for all that is known', async () => {
    const joinByMeaning = vi.fn<DemandPorts['joinByMeaning']>().mockResolvedValue();
    const { demand } = await watched({ joinByMeaning });
    await demand.followMeaning();
    await demand.followMeaning();
    expect(joinByMeaning).toHaveBeenCalledExactlyOnceWith(4, expect.anything());
    const none = vi.fn<DemandPorts['joinByMeaning']>();
    const loadDemand = () => Promise.resolve({ ...stored, files: [] });
    const without = await watched({ joinByMeaning: none, loadDemand });
    await without.demand.followMeaning();
    expect(none).not.toHaveBeenCalled();
  });

  it('tells how far texts are read, until it ends or is stopped', async () => {
    const joinByMeaning: DemandPorts['joinByMeaning'] = (_, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        onProgress?.({ phase: 'read', done: 3, total: 12 });
        if (endsAtOnce) resolve();
      });
    let endsAtOnce = false;
    const { demand } = await watched({ joinByMeaning });
    expect(demand.meaning).toBeNull();
    const following = demand.followMeaning();
    expect(demand.meaning).toEqual({ phase: 'read', done: 3, total: 12 });
    demand.stopMeaning();
    await following;
    expect([demand.meaning, demand.failure]).toEqual([null, null]);
    endsAtOnce = true;
    const other = await watched({ joinByMeaning });
    await other.demand.followMeaning();
    expect(other.demand.meaning).toBeNull();
  });

  it('says why nothing could be found by meaning', async () => {
    const error = new AppError('dataset-missing', 'gone');
    const { demand } = await watched({ joinByMeaning: () => Promise.reject(error) });
    await demand.followMeaning();
    expect(demand.failure).toBe(error);
  });
});
