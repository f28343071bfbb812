import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { possibleTypos, spellingVariants } from '#core/import/quality/similar-levels.ts';

const levels = (counts: Readonly<Record<string, number>>) => ({
  texts: Object.keys(counts),
  counts: Object.values(counts),
});
const variants = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(spellingVariants(levels(counts)));
const typos = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(possibleTypos(levels(counts)));

describe('spellingVariants', () => {
  it.each([
    { says: 'case', counts: { Kitchen: 9, KITCHEN: 2 }, reads: { KITCHEN: 'Kitchen' } },
    {
      says: 'spaces',
      counts: { 'Home Decor': 9, HomeDecor: 1 },
      reads: { HomeDecor: 'Home Decor' },
    },
    { says: 'width', counts: { Sale: 9, Ｓａｌｅ: 1 }, reads: { Ｓａｌｅ: 'Sale' } },
    { says: 'accents', counts: { Décor: 9, Decor: 1 }, reads: { Decor: 'Décor' } },
    {
      says: 'hyphens',
      counts: { 'T-Shirts': 9, 'T Shirts': 1 },
      reads: { 'T Shirts': 'T-Shirts' },
    },
    {
      says: 'space before %',
      counts: { '10% off': 9, '10 % off': 1 },
      reads: { '10 % off': '10% off' },
    },
  ])('are told by $says, and read as the commonest', ({ counts, reads }) => {
    expect(variants(counts)).toEqual(reads);
  });

  it.each([
    { says: 'grades', counts: { 'A+': 9, 'A-': 1, A: 5 } },
    { says: 'sizes', counts: { '1.5 L': 9, '15 L': 4, '1 5 L': 2 } },
    { says: 'offers', counts: { '10% off': 9, '10 off': 3 } },
    { says: 'languages that look alike', counts: { C: 9, 'C++': 3, 'C#': 2 } },
    { says: 'Japanese sounds', counts: { バッグ: 9, ハック: 3 } },
    { says: 'what is missing', counts: { '': 9, '?': 3, '!': 2 } },
  ])('are not $says', ({ counts }) => {
    expect(variants(counts)).toEqual({});
  });

  it('leave nothing to merge once merged', () => {
    const text = fc.stringMatching(/^[aAé .-]{0,5}$/);
    fc.assert(
      fc.property(fc.uniqueArray(text), (texts) => {
        const merged = spellingVariants({ texts, counts: texts.map(() => 1) });
        const left = [...new Set(texts.map((each) => merged.get(each) ?? each))];
        expect(spellingVariants({ texts: left, counts: left.map(() => 1) }).size).toBe(0);
      }),
    );
  });
});

describe('possibleTypos', () => {
  it.each([
    { says: 'a missing letter', typo: 'Stationry' },
    { says: 'a letter too many', typo: 'Stattionery' },
    { says: 'another letter', typo: 'Stationary' },
    { says: 'two swapped letters', typo: 'Stationeyr' },
  ])('are found by $says', ({ typo }) => {
    expect(typos({ Stationery: 50, [typo]: 2, Toys: 40 })).toEqual({ [typo]: 'Stationery' });
  });

  it.each([
    { says: 'swapped letters', typo: 'Mgus' },
    { says: 'swapped letters at the end', typo: 'MUSG' },
    { says: 'a letter too many', typo: 'Muggs' },
  ])('are found in words of four letters by $says', ({ typo }) => {
    expect(typos({ Mugs: 52, [typo]: 2, Jugs: 3, Knives: 34 })).toEqual({ [typo]: 'Mugs' });
  });

  it('are found by a letter that a word of five lost', () => {
    expect(typos({ Bowls: 40, Bowl: 1, Plates: 3 })).toEqual({ Bowl: 'Bowls' });
  });

  it.each([
    { says: 'a value that is not rare', counts: { Stationery: 50, Stationary: 6 } },
    { says: 'short words', counts: { Bags: 50, Bugs: 2 } },
    { says: 'shorter words', counts: { Tea: 50, Eta: 2, Teas: 3 } },
    { says: 'Chinese words', counts: { 女士上衣: 50, 女士长上衣: 2, 士女上衣: 1 } },
    { says: 'another number', counts: { 'Size 10': 50, 'Size 12': 2 } },
    { says: 'two slips', counts: { Stationery: 50, Stashunery: 2 } },
  ])('are not $says', ({ counts }) => {
    expect(typos(counts)).toEqual({});
  });
});
