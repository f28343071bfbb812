import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { FillInSheet } from '#core/import/fill-in/fill-in-sheet.ts';
import { FillInList, type FillInListPorts } from '#state/data/fill-in-list.svelte.ts';

const sheet = { fields: ['channel'], rows: [], launchCount: 3 } as unknown as FillInSheet;

/** Reads that end when the test says so. */
function heldReads() {
  const ends: ((sheet: FillInSheet) => void)[] = [];
  const fillInSheet: FillInListPorts['fillInSheet'] = (_, options) =>
    new Promise((resolve, reject) => {
      options?.onProgress?.({ phase: 'type', done: 1, total: 2 });
      ends.push(resolve);
      options?.signal?.addEventListener('abort', () => reject(options.signal!.reason as Error));
    });
  return { list: new FillInList({ fillInSheet }), ends };
}

describe('FillInList', () => {
  it('reads a sheet, and leaves it on screen while it is read again', async () => {
    const { list, ends } = heldReads();
    const first = list.read(1);
    expect(list.isReading).toBe(true);
    expect(list.progress).toMatchObject({ done: 1 });
    ends[0]!(sheet);
    expect(await first).toBe(true);
    expect(list.sheet).toBe(sheet);
    const second = list.read(1);
    expect(list.sheet).toBe(sheet);
    list.stop();
    expect(await second).toBe(false);
    expect([list.isReading, list.failure, list.sheet]).toEqual([false, null, sheet]);
  });

  it('heeds only the latest reading', async () => {
    const { list, ends } = heldReads();
    const first = list.read(1);
    const second = list.read(1);
    expect(await first).toBe(false);
    expect(list.isReading).toBe(true);
    ends[1]!(sheet);
    expect(await second).toBe(true);
  });

  it('says why it could not read', async () => {
    const error = new Error('gone');
    const list = new FillInList({ fillInSheet: () => Promise.reject(error) });
    expect(await list.read(1)).toBe(false);
    expect([list.failure, list.isReading]).toEqual([error, false]);
  });
});
