import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SampleOrigin } from '#core/launch/sample.ts';
import { importedSample, offeredSample } from '#state/data/samples.ts';
import { inChinese } from '../../support/in-chinese.ts';

const shipped = (fileName: string) =>
  existsSync(new URL(`../../../static/samples/${fileName}`, import.meta.url));

describe('the samples on offer', () => {
  it('are those in the language on screen', () => {
    expect(offeredSample('demo-shop')).toMatchObject({
      launches: 'demo-shop.csv',
      products: 'demo-shop-new-products.csv',
      market: 'GB',
      language: 'en',
    });
    expect(inChinese(() => offeredSample('demo-shop'))).toMatchObject({
      name: '演示店铺',
      launches: 'demo-shop.zh.csv',
      products: 'demo-shop-new-products.zh.csv',
      market: 'CN',
      language: 'zh',
    });
  });

  it('are sold where they were, whatever the language on screen', () => {
    expect(offeredSample('giftware').market).toBe('GB');
    expect(inChinese(() => offeredSample('giftware')).market).toBe('GB');
  });

  it.each(['demo-shop', 'giftware'] as const)('ship with the app: %s', (sample) => {
    for (const { launches, products } of [
      offeredSample(sample),
      inChinese(() => offeredSample(sample)),
    ]) {
      expect([launches, products].filter((name) => !shipped(name))).toEqual([]);
    }
  });
});

describe('a sample that was imported', () => {
  const old = { id: 1, sample: 'demo-shop', rowCount: 2_000 } satisfies SampleOrigin & {
    id: number;
    rowCount: number;
  };
  const chinese = { ...old, id: 2, sampleLanguage: 'zh' } as const;
  const short = { ...old, id: 4, rowCount: 400 };
  const own = { id: 3, sample: null, rowCount: 30 };

  it('is found again in its language, and is another in another', () => {
    expect(inChinese(() => importedSample([own, old, chinese], 'demo-shop'))).toBe(chinese);
    expect(importedSample([own, chinese], 'demo-shop')).toBeUndefined();
  });

  it('is English where no language was stored with it', () => {
    expect(importedSample([chinese, old], 'demo-shop')).toBe(old);
    expect(inChinese(() => importedSample([own, old], 'demo-shop'))).toBeUndefined();
  });

  it('is no other sample', () => {
    expect(importedSample([old], 'giftware')).toBeUndefined();
  });

  it('is the whole demo shop or the short one, as asked for', () => {
    expect(importedSample([short, old], 'demo-shop')).toBe(old);
    expect(importedSample([old, short], 'demo-shop', { isShort: true })).toBe(short);
    const giftware = { ...short, sample: 'giftware' as const };
    expect(importedSample([giftware], 'giftware')).toBe(giftware);
  });
});
