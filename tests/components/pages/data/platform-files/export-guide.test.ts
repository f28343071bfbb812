import { expect, it } from 'vitest';
import { howToExport } from '#components/pages/data/platform-files/export-guide.ts';
import { EXPORT_FORMATS } from '#core/import/platform-files/formats.ts';

it('knows the way of a format, else of its platform, else a general one', () => {
  expect(howToExport('shopify-orders')).toContain('Orders › Export');
  expect(howToExport('shopify-inventory')).toContain('Products › Export');
  expect(howToExport('constructor')).toBe('Export it again with all its columns.');
});

it('has a sentence for every format there is', () => {
  for (const { id } of EXPORT_FORMATS) expect(howToExport(id)).toMatch(/\.$/);
});
