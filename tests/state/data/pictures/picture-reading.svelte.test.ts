import { afterEach, describe, expect, it, vi } from 'vitest';
import { PictureReading, type ReadingPorts } from '#state/data/pictures/picture-reading.svelte.ts';

const ID = 3;

afterEach(() => localStorage.clear());

/** A reading on a device on which `consent` was stored. */
function reading(readPictures: ReadingPorts['readPictures'], consent?: boolean) {
  let stored = consent;
  const saveConsent = vi.fn<ReadingPorts['saveConsent']>((allows) => {
    stored = allows;
    return Promise.resolve();
  });
  const ports = { readPictures, loadConsent: () => Promise.resolve(stored), saveConsent };
  return { saveConsent, made: new PictureReading(() => 'wasm', ports) };
}

describe('the reading of pictures', () => {
  it('downloads nothing before the seller was asked, and then what they agreed to', async () => {
    const read = vi.fn<ReadingPorts['readPictures']>(({ allowsDownload }) =>
      Promise.resolve({ readCount: allowsDownload ? 9 : 4, total: 9 }),
    );
    const { made, saveConsent } = reading(read);
    await made.start(ID);
    expect([made.allowsDownload, made.doneOf(ID)]).toEqual([null, { readCount: 4, total: 9 }]);
    expect(made.doneOf(ID + 1)).toBeNull();
    await made.answer(ID, true);
    expect(saveConsent).toHaveBeenCalledExactlyOnceWith(true);
    expect(read.mock.calls.map(([request]) => request)).toEqual([
      { datasetId: ID, compute: 'wasm', allowsDownload: false },
      { datasetId: ID, compute: 'wasm', allowsDownload: true },
    ]);
    expect([made.allowsDownload, made.doneOf(ID)?.readCount]).toEqual([true, 9]);
  });

  it('asks no question where the seller agreed before', async () => {
    const read = vi.fn<ReadingPorts['readPictures']>(() =>
      Promise.resolve({ readCount: 1, total: 1 }),
    );
    await reading(read, true).made.start(ID);
    expect(read.mock.calls[0]![0]).toMatchObject({ allowsDownload: true });
  });

  it('remembers that the seller declined', async () => {
    const read = vi.fn<ReadingPorts['readPictures']>();
    const { made, saveConsent } = reading(read);
    await made.answer(ID, false);
    expect(saveConsent).toHaveBeenCalledExactlyOnceWith(false);
    expect([read.mock.calls.length, made.allowsDownload]).toEqual([0, false]);
  });

  it('goes on in the next visit where a visit ended before it did, and only then', async () => {
    const never = reading(() => new Promise(() => undefined), true).made;
    void never.start(ID);
    const read = vi.fn<ReadingPorts['readPictures']>(() =>
      Promise.resolve({ readCount: 1, total: 1 }),
    );
    await reading(read, true).made.goOn();
    expect(read.mock.calls.map(([{ datasetId }]) => datasetId)).toEqual([ID]);
    await reading(read, true).made.goOn();
    expect(read).toHaveBeenCalledOnce();
  });

  it('is not begun twice, tells how far it is, stops, and says what went wrong', async () => {
    const error = new Error('no');
    let fail: (error: Error) => void = () => undefined;
    const read = vi.fn<ReadingPorts['readPictures']>((_, options) => {
      options?.onProgress?.({ phase: 'pictures', done: 412, total: 1_000 });
      return new Promise((_resolve, reject) => (fail = reject));
    });
    const { made } = reading(read);
    void made.start(ID);
    await made.start(ID);
    await expect.poll(() => made.progressOf(ID)).toMatchObject({ done: 412, total: 1_000 });
    expect([read.mock.calls.length, made.progressOf(ID + 1)]).toEqual([1, null]);
    made.cancel();
    expect(made.progressOf(ID)).toBeNull();
    const failing = made.start(ID);
    await expect.poll(() => made.progressOf(ID)).not.toBeNull();
    fail(error);
    await failing;
    expect([made.failureOf(ID), made.failureOf(ID + 1)]).toEqual([error, null]);
  });
});
