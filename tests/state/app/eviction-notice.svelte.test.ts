import { beforeEach, describe, expect, it } from 'vitest';
import { EvictionNotice } from '#state/app/eviction-notice.svelte.ts';
import { DeviceStorage, type StoragePort } from '#state/base/device-storage.svelte.ts';

beforeEach(() => localStorage.clear());

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36';

interface Options {
  readonly isStandalone?: boolean;
  readonly port?: StoragePort;
}

/** The notice, and the storage of a browser that refuses to keep anything. */
function noticeOn(userAgent: string, { isStandalone = false, port }: Options = {}) {
  const storage = new DeviceStorage({ persisted: () => Promise.resolve(false), ...port });
  const browser = () => ({ userAgent, maxTouchPoints: 5, isStandalone });
  return { storage, notice: new EvictionNotice(storage, { browser }) };
}

describe('the notice of a browser that deletes data', () => {
  it('waits for the answer of the browser, which an import asks for', async () => {
    const { storage, notice } = noticeOn(IPHONE);
    expect(notice.place).toBeNull();
    await storage.keep();
    expect(notice.place).toBe('home-screen');
  });

  it('is shown where the browser cannot be asked', async () => {
    const { storage, notice } = noticeOn(IPHONE, {
      port: {
        persisted: () => {
          throw new TypeError('no');
        },
      },
    });
    await storage.keep();
    expect(notice.place).toBe('home-screen');
  });

  it.each([
    { says: 'another browser', userAgent: CHROME, options: {} },
    { says: 'an installed app', userAgent: IPHONE, options: { isStandalone: true } },
    {
      says: 'a browser that agrees to keep it',
      userAgent: IPHONE,
      options: { port: { persisted: () => Promise.resolve(true) } },
    },
  ])('is not shown in $says', async ({ userAgent, options }) => {
    const { storage, notice } = noticeOn(userAgent, options);
    await storage.keep();
    expect(notice.place).toBeNull();
  });

  it('is not shown again once it was closed', async () => {
    const { storage, notice } = noticeOn(IPHONE);
    await storage.look();
    notice.dismiss();
    expect(notice.place).toBeNull();
    const later = noticeOn(IPHONE);
    await later.storage.look();
    expect(later.notice.place).toBeNull();
  });
});
