import { expect, it } from 'vitest';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { namedBy } from '#core/base/text/named-by.ts';

const isCode = namedBy('id code *nummer*', '编号');

it.each(['ID', 'product_id', 'Code (EAN)', 'Artikelnummer', '商品编号'])('names %s', (header) => {
  expect(isCode(foldedHeader(header))).toBe(true);
});

it.each(['idea', 'decoded', 'Numme', '编 号', ''])('does not name %s', (header) => {
  expect(isCode(foldedHeader(header))).toBe(false);
});
