import { emptyDatabase } from '../../../support/database.ts';
import { storeSpring } from '../../../support/spring-dataset.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredSplitTest } from '#core/evaluation/split-test/split-test.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { SplitTests, type SplitPorts } from '#state/data/orders/split-tests.svelte.ts';
import {
  loadSplitTests,
  removeSplitTest,
  saveSplitReading,
  saveSplitTest,
} from '#storage/plan/split-tests.ts';
import { sampleSplitTest } from '../../../support/split-test.ts';

const FILES = [new File(['x'], 'orders.csv')];
const reading = sampleSplitTest().readings[0]!;
const { tested, title, productIds, design, startDay, days } = sampleSplitTest();
const ASKED = { tested, title, productIds, design, startDay, days };

let datasetId = 0;
let notices: Notices;
let stop: () => void = () => undefined;

beforeEach(async () => {
  await emptyDatabase();
  datasetId = await storeSpring();
  notices = new Notices(60_000);
});
afterEach(async () => {
  stop();
  await emptyDatabase();
});

async function started(
  jobs: Partial<SplitPorts> = {},
): Promise<{ readonly tests: SplitTests; readonly test: StoredSplitTest }> {
  const tests = new SplitTests(datasetId, notices, {
    ...{ loadSplitTests, removeSplitTest, saveSplitReading, saveSplitTest },
    drawSplit: () => Promise.resolve({ csv: 'a', sent: 1, heldOut: 1 }),
    readSplit: () => Promise.resolve(reading),
    ...{ now: () => 7, random: () => 'salt' },
    ...jobs,
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(tests.all, tests.failure);
    });
  });
  flushSync();
  await tests.start(ASKED);
  await vi.waitFor(() => expect(tests.all).toHaveLength(1));
  return { tests, test: tests.all![0]! };
}

describe('SplitTests', () => {
  it('store a new test with a salt of its own', async () => {
    const { test } = await started();
    expect(test).toEqual({
      ...ASKED,
      ...{ id: test.id, datasetId, createdAt: 7, salt: 'salt', readings: [] },
    });
  });

  it('return a list and keep nothing of it', async () => {
    const { tests, test } = await started();
    expect((await tests.list(test, FILES))?.csv).toBe('a');
    expect(tests.busyId).toBeNull();
    expect(await loadSplitTests(datasetId)).toEqual([test]);
  });

  it('store what a look shows', async () => {
    const { tests, test } = await started();
    await tests.read(test, 1, FILES);
    expect(await loadSplitTests(datasetId)).toEqual([{ ...test, readings: [reading] }]);
  });

  it('say why a file tells nothing, until the next one', async () => {
    const readSplit = vi.fn<SplitPorts['readSplit']>(() => Promise.resolve('one-arm' as const));
    const { tests, test } = await started({ readSplit });
    await tests.read(test, 1, FILES);
    expect(tests.refused).toEqual({ id: test.id, why: 'one-arm' });
    expect(await loadSplitTests(datasetId)).toEqual([test]);
    readSplit.mockResolvedValue(reading);
    await tests.read(test, 1, FILES);
    expect(tests.refused).toBeNull();
  });

  it('store nothing of a reading that is stopped, and do not bring back a removed test', async () => {
    let end: () => void = () => undefined;
    const waiting = new Promise<typeof reading>((resolve) => {
      end = () => resolve(reading);
    });
    const { tests, test } = await started({ readSplit: () => waiting });
    const read = tests.read(test, 1, FILES);
    expect(tests.busyId).toBe(test.id);
    await tests.remove(test);
    end();
    await read;
    expect(await loadSplitTests(datasetId)).toEqual([]);
  });

  it('are removed, and put back', async () => {
    const { tests, test } = await started();
    await tests.remove(test);
    expect(await loadSplitTests(datasetId)).toEqual([]);
    notices.undo();
    await expect.poll(() => loadSplitTests(datasetId)).toEqual([test]);
  });

  it('say what went wrong', async () => {
    const error = new Error('no');
    const { tests, test } = await started({ drawSplit: () => Promise.reject(error) });
    expect(await tests.list(test, FILES)).toBeNull();
    expect(tests.failure).toBe(error);
  });
});
