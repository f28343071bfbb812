import { expect, it } from 'vitest';
import { fitCategoryMedians, predictCategoryMedian } from '#core/model/blend/category-median.ts';
import { allRows, launchTable } from '../../../support/launch-table.ts';

const table = launchTable([
  { category: 'Kitchen', units: 10 },
  { category: 'Kitchen', units: 30 },
  { category: 'Garden', units: 5 },
  { category: '', units: 1000 },
]);

it('predicts the median of the category, and of all where the category is new or missing', () => {
  const medians = fitCategoryMedians(table, allRows(table));
  expect(predictCategoryMedian(medians, 'Kitchen')).toBe(20);
  expect(predictCategoryMedian(medians, 'Garden')).toBe(5);
  expect(predictCategoryMedian(medians, 'Space')).toBe(20);
  expect(predictCategoryMedian(medians, '')).toBe(20);
});

it('learns from the given rows only', () => {
  const medians = fitCategoryMedians(table, Uint32Array.of(0, 2));
  expect(predictCategoryMedian(medians, 'Kitchen')).toBe(10);
});
