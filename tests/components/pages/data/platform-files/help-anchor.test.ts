import { describe, expect, it } from 'vitest';
import { helpAnchor } from '#components/pages/data/platform-files/help-anchor.ts';
import { platformGuides } from '#components/pages/help/platform-guides.ts';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';

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
