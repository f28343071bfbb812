import { expect, it } from 'vitest';
import { foldedHeader } from '#core/base/text/folded-header.ts';
import { holdsWord, namedBy } from '#core/base/text/named-by.ts';

const isCode = namedBy('id code *nummer*', '编号');

it.each(['ID', 'product_id', 'Code (EAN)', 'Artikelnummer', '商品编号'])('names %s', (header) => {
  expect(isCode(foldedHeader(header))).toBe(true);
});

it.each(['idea', 'decoded', 'Numme', '编 号', ''])('does not name %s', (header) => {
  expect(isCode(foldedHeader(header))).toBe(false);
});

it.each([
  ['unit price', 'price'],
  ['unit price', 'unit price'],
  ['bestellnummer', 'bestell*'],
  ['商品编号', '编号'],
])('finds in %s the word %s', (name, word) => {
  expect(holdsWord(name, word)).toBe(true);
});

it.each([
  ['prices', 'price'],
  ['nachbestellung', 'bestell*'],
  ['unit net price', 'unit price'],
])('does not find in %s the word %s', (name, word) => {
  expect(holdsWord(name, word)).toBe(false);
});
