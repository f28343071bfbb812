import { describe, expect, it } from 'vitest';
import { listedTitles, TITLE_CATEGORIES } from '#core/lesson/words/title-list.ts';
import { nearestTitles, placesOf } from '#core/lesson/words/title-map.ts';

const vector = (...values: number[]) => Float32Array.from(values);

describe('the map', () => {
  it('spreads the listed titles along the directions in which they differ most', () => {
    const listed = [vector(9, 0, 1), vector(-9, 0, 1), vector(0, 3, 1), vector(0, -3, 1)];
    const places = placesOf(listed, [vector(9, 0, 1)]);
    const [first, second] = [places[0]!, places[2]!].map(({ x, y }) => [Math.abs(x), Math.abs(y)]);
    expect(first![0]).toBeGreaterThan(10 * first![1]!);
    expect(second![1]).toBeGreaterThan(10 * second![0]!);
    expect(places[4]).toEqual(places[0]);
  });

  it('is not moved by what is typed', () => {
    const listed = [vector(1, 0), vector(0, 1), vector(1, 1)];
    expect(placesOf(listed, [vector(50, 3)]).slice(0, 3)).toEqual(placesOf(listed, []));
  });
});

it('finds the nearest titles by the angle between them', () => {
  const listed = [vector(1, 0), vector(0, 1), vector(0.6, 0.8)];
  const found = nearestTitles(vector(1, 0), listed, 2);
  expect(found.map(({ index }) => index)).toEqual([0, 2]);
  expect(found[1]!.similarity).toBeCloseTo(0.6, 6);
});

it('lists as many titles of each category in both languages, none twice', () => {
  for (const isChinese of [true, false]) {
    const titles = listedTitles(isChinese);
    expect(new Set(titles.map(({ title }) => title)).size).toBe(6 * TITLE_CATEGORIES.length);
    for (const category of TITLE_CATEGORIES)
      expect(titles.filter((each) => each.category === category)).toHaveLength(6);
  }
});
