import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '#core/import/columns/column.ts';
import { sortedRows, type CompareTexts } from '#core/import/columns/sort-rows.ts';

const byCodeUnits: CompareTexts = (a, b) => (a < b ? -1 : Number(a > b));
const ignoringCase = new Intl.Collator('en', { sensitivity: 'base' }).compare;

/** What anyone would write: compare two rows, missing last, ties by row. */
function bruteForce(column: Column, descending: boolean, compareTexts: CompareTexts): number[] {
  const isMissing = (row: number) =>
    column.kind === 'text' ? column.values[row] === '' : Number.isNaN(column.values[row]!);
  const compare = (a: number, b: number) =>
    column.kind === 'text'
      ? compareTexts(column.values[a]!, column.values[b]!)
      : Number(column.values[a]! > column.values[b]!) -
        Number(column.values[a]! < column.values[b]!);
  return Array.from(column.values.keys()).sort((a, b) => {
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b)) || a - b;
    return (descending ? -compare(a, b) : compare(a, b)) || a - b;
  });
}

const numbers = fc
  .array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constantFrom(NaN, -0, 0)))
  .map((values): Column => ({ kind: 'number', values: Float64Array.from(values) }));
const texts = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'mug', 'Mug', 'Vase', '杯')))
  .map((values): Column => ({ kind: 'text', values }));

describe('sortedRows', () => {
  it.each([
    { of: 'numbers', columns: numbers, compareTexts: byCodeUnits },
    { of: 'texts by code units', columns: texts, compareTexts: byCodeUnits },
    { of: 'texts by a collator that calls some equal', columns: texts, compareTexts: ignoringCase },
  ])('orders $of as a plain stable sort does, missing last', ({ columns, compareTexts }) => {
    fc.assert(
      fc.property(columns, fc.boolean(), (column, descending) => {
        const rows = sortedRows(column, { descending, compareTexts });
        expect([...rows]).toEqual(bruteForce(column, descending, compareTexts));
      }),
    );
  });

  it('compares distinct texts only', () => {
    let comparisons = 0;
    const counted: CompareTexts = (a, b) => {
      comparisons++;
      return byCodeUnits(a, b);
    };
    const values = Array.from({ length: 10_000 }, (_, row) => ['c', 'a', 'b'][row % 3]!);
    const rows = sortedRows({ kind: 'text', values }, { descending: false, compareTexts: counted });
    expect([...rows.subarray(0, 3)]).toEqual([1, 4, 7]);
    expect(comparisons).toBeLessThan(20);
  });
});
