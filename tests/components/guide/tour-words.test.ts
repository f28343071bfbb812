import { describe, expect, it } from 'vitest';
import { TOUR_STOPS, tourWords } from '#components/guide/tour-words.ts';

describe('the tour', () => {
  it('leads over its stops to its end', () => {
    const numbers: number[] = [];
    let words = tourWords('data');
    while (words) {
      numbers.push(words.number);
      words = words.next && tourWords(words.next.page);
    }
    expect(numbers).toEqual([1, 2, 3, TOUR_STOPS]);
  });

  it('ends on either of the last pages, and is silent elsewhere', () => {
    expect(tourWords('evidence')).toMatchObject({ number: TOUR_STOPS, next: null });
    for (const page of ['home', 'settings', 'help', 'runs', 'toString', null])
      expect(tourWords(page)).toBeNull();
  });
});
