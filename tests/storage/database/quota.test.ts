import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { withStorage } from '#storage/database/quota.ts';

const quota = new DOMException('full', 'QuotaExceededError');
const failing = (error: unknown, stop?: AbortSignal): Promise<never> =>
  withStorage(() => Promise.reject(error as Error), stop);

describe('withStorage', () => {
  it('gives back what the work gives', async () => {
    expect(await withStorage(() => Promise.resolve(5))).toBe(5);
  });

  it.each([
    { says: 'a full disk', error: quota },
    { says: 'a transaction that it ended', error: new Dexie.AbortError('ended', quota) },
    { says: 'a bulk write that it stopped', error: new Dexie.BulkError('bulk', { 0: quota }) },
  ])('says that the storage is full for $says', async ({ error }) => {
    await expect(failing(error)).rejects.toMatchObject({ code: 'storage-full', cause: error });
  });

  it.each([
    { says: 'a closed database', error: new Dexie.DatabaseClosedError('closed') },
    { says: 'no IndexedDB at all', error: new Dexie.MissingAPIError('none') },
    { says: 'a transaction that ended by itself', error: new Dexie.AbortError('ended') },
    { says: 'a browser that refuses', error: new DOMException('no', 'InvalidStateError') },
  ])('says that the storage failed for $says', async ({ error }) => {
    await expect(failing(error)).rejects.toMatchObject({ code: 'storage-failed', cause: error });
  });

  it("leaves the app's own errors and mistakes alone", async () => {
    const missing = new AppError('dataset-missing', 'gone');
    await expect(failing(missing)).rejects.toBe(missing);
    const mistake = new TypeError('undefined is not a function');
    await expect(failing(mistake)).rejects.toBe(mistake);
  });

  it('calls it a stop where one was asked for, whatever the database says', async () => {
    const stop = AbortSignal.abort();
    const error = new Dexie.AbortError('ended');
    await expect(failing(error, stop)).rejects.toBe(stop.reason);
  });
});
