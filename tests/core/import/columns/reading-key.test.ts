import { describe, expect, it } from 'vitest';
import type { Issue } from '#core/import/csv/issues.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';

const mapping = { fields: { launchDate: 'date', units: 'sold' }, attributes: ['colour'] };
const recipe = plainRecipe(mapping);
const repeated = (isOn: boolean): Issue => ({
  ...{ kind: 'duplicate-row', severity: 'warning', field: null, column: null },
  ...{ rows: [2], rowCount: 1, samples: [], treatment: { name: 'set-aside', isOn } },
});
const key = readingKey({ mapping, issues: [repeated(true)] }, recipe);

describe('readingKey', () => {
  it('is the same however a treatment came to be on, and in whatever order columns stand', () => {
    const treatments = { 'duplicate-row||': true };
    const reordered = { ...mapping, fields: { units: 'sold', launchDate: 'date' } };
    const again = { mapping: reordered, issues: [repeated(true)] };
    expect(readingKey(again, { ...recipe, treatments })).toBe(key);
  });

  it('differs where something is treated, mapped or read in another way', () => {
    const issues = [repeated(true)];
    const others = [
      readingKey({ mapping, issues: [repeated(false)] }, recipe),
      readingKey({ mapping: { ...mapping, attributes: [] }, issues }, recipe),
      readingKey({ mapping, issues }, { ...recipe, dateOrder: 'month-first' }),
      readingKey({ mapping, issues }, { ...recipe, currencyRates: { USD: 0.9 } }),
      readingKey({ mapping, issues }, { ...recipe, fillIns: { channel: { 2: 'Web' } } }),
      readingKey({ mapping, issues }, { ...recipe, fillIns: { channel: { 3: 'Web' } } }),
      readingKey({ mapping, issues }, { ...recipe, fillIns: { promotion: { 2: 'Web' } } }),
    ];
    expect(new Set([key, ...others]).size).toBe(8);
  });

  it('is what it was before cells could be filled in, where none is', () => {
    const issues = [repeated(true)];
    expect(key).toBe(
      '[[["launchDate","date"],["units","sold"]],["colour"],["duplicate-row||"],null,[]]',
    );
    expect(readingKey({ mapping, issues }, { ...recipe, fillIns: {} })).toBe(key);
  });
});
