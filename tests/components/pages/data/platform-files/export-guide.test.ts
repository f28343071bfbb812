import { describe, expect, it } from 'vitest';
import {
  helpAnchor,
  howToExport,
  otherWays,
} from '#components/pages/data/platform-files/export-guide.ts';
import { platformGuides } from '#components/pages/help/platform-guides.ts';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';

it('knows the way of a format, else of its platform, else a general one', () => {
  expect(howToExport('shopify-orders')).toContain('Orders › Export');
  expect(howToExport('shopify-inventory')).toContain('Products › Export');
  expect(howToExport('constructor')).toBe('Export it again with all its columns.');
});

it('has a sentence for every format there is', () => {
  for (const { id } of EXPORT_FORMATS) expect(howToExport(id)).toMatch(/\.$/);
});

it('is told in a line for the platforms that the help does not explain', () => {
  const ways = otherWays();
  expect(ways[0]).toBe(howToExport('ebay-orders'));
  for (const id of ['ebay-transactions', 'square-items', 'douyin-orders', 'jd-orders'])
    expect(ways).toContain(howToExport(id));
  for (const { id } of platformGuides()) expect(ways).not.toContain(howToExport(id));
});

const fileOf = (platform: string) => ({
  found: { platform, formatId: '', kind: 'orders' as const },
});

describe('the anchor of some files in the help', () => {
  it('is that of their platform, by the name in its formats', () => {
    for (const { id } of platformGuides()) {
      const { platform } = EXPORT_FORMATS.find((format) => format.id.startsWith(id))!;
      expect(helpAnchor([fileOf(platform)])).toBe(`#${id}`);
    }
  });

  it('is nothing where they are of no platform that is explained', () => {
    expect(helpAnchor([fileOf('eBay'), fileOf(''), { found: null }])).toBe('');
    expect(helpAnchor([])).toBe('');
    expect(helpAnchor([fileOf('constructor')])).toBe('');
  });

  it('is that of the first file that has one', () => {
    expect(helpAnchor([{ found: null }, fileOf('Etsy'), fileOf('Shopify')])).toBe('#etsy');
  });
});
