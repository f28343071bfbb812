import { describe, expect, it } from 'vitest';
import { DeviceStorage } from '#state/base/device-storage.svelte.ts';

describe('DeviceStorage', () => {
  it('knows nothing before it has looked', () => {
    expect(new DeviceStorage({}).facts).toBeNull();
  });

  it('tells how much is stored, and what the browser answered when asked to keep it', async () => {
    let isKept = false;
    const storage = new DeviceStorage({
      estimate: () => Promise.resolve({ usage: 12_000_000, quota: 1e9 }),
      persisted: () => Promise.resolve(isKept),
      persist: () => Promise.resolve((isKept = true)),
    });
    await storage.look();
    expect(storage.facts).toEqual({ usedBytes: 12_000_000, roomBytes: 988_000_000, isKept: false });
    await storage.keep();
    expect(storage.facts).toEqual({ usedBytes: 12_000_000, roomBytes: 988_000_000, isKept: true });
  });

  it.each([
    { says: 'lacks all of it', port: {} },
    {
      says: 'refuses to answer',
      port: {
        estimate: () => Promise.reject(new TypeError('no')),
        persisted: () => Promise.reject(new TypeError('no')),
        persist: () => Promise.reject(new TypeError('no')),
      },
    },
    {
      says: 'throws when asked',
      port: {
        persist: () => {
          throw new TypeError('no');
        },
      },
    },
    { says: 'estimates nothing', port: { estimate: () => Promise.resolve({}) } },
  ])('does without a browser that $says', async ({ port }) => {
    const storage = new DeviceStorage(port);
    await storage.keep();
    expect(storage.facts).toEqual({ usedBytes: null, roomBytes: null, isKept: null });
  });
});
