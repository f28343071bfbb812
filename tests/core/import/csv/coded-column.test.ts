import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cellAt,
  codedColumn,
  mapTexts,
  numbersAt,
  textCounts,
} from '#core/import/csv/coded-column.ts';

const anyCells = fc.array(fc.constantFrom('a', 'A', 'b', ' b', ''));

it('holds every cell, each text once', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const column = codedColumn(cells);
      expect(cells.map((_, row) => cellAt(column, row))).toEqual(cells);
      expect(new Set(column.texts).size).toBe(column.texts.length);
    }),
  );
});

it('changes every cell, and counts those that became equal together', () => {
  fc.assert(
    fc.property(anyCells, (cells) => {
      const column = mapTexts(codedColumn(cells), (text) => text.trim().toLowerCase());
      const changed = cells.map((cell) => cell.trim().toLowerCase());
      expect(cells.map((_, row) => cellAt(column, row))).toEqual(changed);
      const counts = textCounts(column);
      column.texts.forEach((text, place) =>
        expect(counts[place]).toBe(changed.filter((cell) => cell === text).length),
      );
    }),
  );
});

it('spreads the number of each text over its rows', () => {
  const { codes } = codedColumn(['a', 'b', 'a']);
  expect([...numbersAt(Float64Array.of(1.5, NaN), codes)]).toEqual([1.5, NaN, 1.5]);
});
