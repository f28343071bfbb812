import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredTexts } from '#components/ui/controls/suggestions.ts';

const BRANDS = ['Alder', 'Birch & Co', 'Cedar Works', 'Old Birch'];

describe('offeredTexts', () => {
  it('offers all while nothing is typed, and once one of them stands there', () => {
    expect(offeredTexts(BRANDS, '  ')).toEqual(BRANDS);
    expect(offeredTexts(BRANDS, 'alder')).toEqual(BRANDS);
  });

  it('offers no others while one of them is being typed', () => {
    expect(offeredTexts(BRANDS, 'cedar works', true)).toEqual(['Cedar Works']);
    expect(offeredTexts(BRANDS, '', true)).toEqual(BRANDS);
  });

  it('offers those that hold what is typed, whatever the case, in their order', () => {
    expect(offeredTexts(BRANDS, 'BIRCH')).toEqual(['Birch & Co', 'Old Birch']);
    expect(offeredTexts(BRANDS, 'oak')).toEqual([]);
    expect(offeredTexts(['上海家居', '北京家居'], '上海')).toEqual(['上海家居']);
  });

  it('offers only suggestions, at most 50, in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 80 }), fc.string(), (texts, typed) => {
        const offered = offeredTexts(texts, typed);
        expect(offered.length).toBeLessThanOrEqual(50);
        expect(texts.filter((text) => offered.includes(text))).toEqual([...offered]);
      }),
    );
  });
});
