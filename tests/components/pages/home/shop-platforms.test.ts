import { expect, it } from 'vitest';
import { shopPlatforms, wayToExport } from '#components/pages/home/shop-platforms.ts';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';
import { inChinese } from '../../../support/in-chinese.ts';

it('names platforms that Debut reads, and knows where each exports', () => {
  const ids = EXPORT_FORMATS.map(({ id }) => id);
  for (const { value } of shopPlatforms()) {
    expect(ids).toContain(value);
    expect(wayToExport(value)).toMatch(/\.$/);
  }
  expect(wayToExport('')).toBe('');
});

it('puts those first that sellers of the language know', () => {
  expect(shopPlatforms()[0]!.label).toBe('Shopify');
  expect(inChinese(shopPlatforms)[0]!.label).toBe('淘宝、天猫');
});
