import { describe, expect, it } from 'vitest';
import { readNumberInWords } from '#core/import/values/number-in-words.ts';

describe('readNumberInWords', () => {
  it.each([
    ['29', 29],
    ['ca. 29', 29],
    ['ca 1.290,50 €', 1290.5],
    ['~29', 29],
    ['etwa 110 Stück', 110],
    ['approx. 40 pcs', 40],
    ['34 vendus', 34],
    ['34 pièces vendues', 34],
    ['约29件', 29],
    ['ausverkauft (12)', 12],
    ['Sold out – 12', 12],
    ['售罄（12）', 12],
    ['k. A.', 'missing'],
  ])('reads %j as %j', (cell, value) => {
    expect(readNumberInWords(cell, ',')).toBe(value);
  });

  it.each([
    'ausverkauft',
    'iPhone 12',
    '12 kg',
    '5 of 10',
    '12 (ca. 40)',
    'ca.',
    'sold out (many)',
  ])('leaves %j, in which another number may be meant', (cell) => {
    expect(readNumberInWords(cell, ',')).toBe('unreadable');
  });
});
