import { describe, expect, it } from 'vitest';
import { categoryTitles } from '#core/demand/market/category-titles.ts';

const shop = (categories: number, titles: number) => {
  const names = Array.from({ length: categories }, (_, i) => `Category ${i}`);
  const titled = names.flatMap((category) =>
    Array.from({ length: titles }, (_, i) => ({ category, title: `${category} title ${i}` })),
  );
  return { names, titled };
};
const counted = (categories: number, titles: number) => {
  const { names, titled } = shop(categories, titles);
  return categoryTitles(names, titled).map((each) => each.titles.length);
};

describe('categoryTitles', () => {
  it('takes all distinct titles, of more than 20 some that are spread over all', () => {
    const { names, titled } = shop(2, 40);
    const [first] = categoryTitles(names, [...titled, ...titled]);
    expect(first!.titles).toEqual(
      Array.from({ length: 20 }, (_, i) => `Category 0 title ${2 * i}`),
    );
    const other = { category: 'Category 7', title: 'Rug' };
    expect(categoryTitles(['Category 7', 'None'], [...titled, other])).toEqual([
      { category: 'Category 7', titles: ['Rug'] },
      { category: 'None', titles: [] },
    ]);
  });

  it('takes fewer of each where categories are many: at most 1,000 names and titles', () => {
    expect(counted(47, 20)).toEqual(Array.from({ length: 47 }, () => 20));
    for (const categories of [48, 100, 300, 500]) {
      const titles = counted(categories, 60);
      const texts = categories + titles.reduce((sum, count) => sum + count, 0);
      expect(texts).toBeLessThanOrEqual(1_000);
      expect(Math.min(...titles)).toBeGreaterThan(0);
    }
    expect(new Set(counted(501, 20))).toEqual(new Set([1]));
  });

  it('takes the same titles of some categories as of all', () => {
    const { names, titled } = shop(300, 25);
    const some = names.slice(0, 5);
    expect(categoryTitles(some, titled, 300)).toEqual(categoryTitles(names, titled).slice(0, 5));
  });
});
