import { describe, expect, it } from 'vitest';
import { sentinelTexts } from '#core/import/recipe/sentinels.ts';

function sentinelsOf(counts: Readonly<Record<string, number>>): string[] {
  const texts = Object.keys(counts);
  const found = sentinelTexts({ texts, values: texts.map(Number), counts: Object.values(counts) });
  return texts.filter((_, place) => found.has(place));
}

describe('sentinelTexts', () => {
  it.each([
    { says: '−1 among counts', counts: { ' 4': 9, ' 12': 9, '-1': 3 }, finds: ['-1'] },
    { says: '−999 beside returns', counts: { '-4': 2, '7': 9, '-999': 5 }, finds: ['-999'] },
    { says: '9999 far above', counts: { ' 4.5': 9, ' 120': 9, '9999': 4 }, finds: ['9999'] },
    {
      says: 'two ways to write it',
      counts: { ' 4': 9, '999': 2, '999.0': 2 },
      finds: ['999', '999.0'],
    },
    { says: 'padded zeros', counts: { '12.5': 9, '0000': 3 }, finds: ['0000'] },
  ])('finds $says', ({ counts, finds }) => {
    expect(sentinelsOf(counts).sort()).toEqual(finds);
  });

  it.each([
    { says: 'a single one', counts: { ' 4': 90, '-1': 1 } },
    { says: '−1 among other returns', counts: { ' 4': 9, '-3': 2, '-1': 5 } },
    { says: '999 among prices', counts: { '499.5': 9, '899.5': 9, '999': 9 } },
    { says: 'two nines, which are a price', counts: { ' 4': 9, '99': 9 } },
    { says: 'zeros among padded numbers', counts: { '0012': 9, '0000': 3 } },
    { says: 'plain zeros', counts: { ' 12': 9, '0': 30 } },
    { says: 'a column of nothing else', counts: { '999': 30 } },
  ])('leaves $says alone', ({ counts }) => {
    expect(sentinelsOf(counts)).toEqual([]);
  });
});
