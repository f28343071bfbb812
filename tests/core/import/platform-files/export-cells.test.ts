import { describe, expect, it } from 'vitest';
import { ExportCells, readId } from '#core/import/platform-files/export-cells.ts';
import { textRows } from '../../../support/export-rows.ts';
import { columnTexts } from '../../../support/order-lines.ts';

const NUMBERS = { money: ['price', 'discount'], counts: ['pieces'] } as const;
type Field = 'price' | 'discount' | 'pieces' | 'title' | 'variant' | 'id';

function cellsOf(columns: Readonly<Record<string, readonly string[]>>): ExportCells<Field> {
  const fields = {
    ...{ price: ['Price'], discount: ['Off', 'Off too'], pieces: ['Qty'], title: ['Item'] },
    ...{ variant: ['Colour', 'Size'], id: ['No'] },
  };
  return new ExportCells<Field>(textRows(columns), fields, NUMBERS);
}

describe('ExportCells', () => {
  it('has a field of which any column is in the file', () => {
    const cells = cellsOf({ Price: ['1'], 'Off too': ['2'] });
    expect([cells.has('price'), cells.has('discount'), cells.has('title')]).toEqual([
      ...[true, true, false],
    ]);
    expect(cells.rowCount).toBe(1);
  });

  it('gives nothing in every row where there is no column', () => {
    const cells = cellsOf({ Other: ['a', 'b'] });
    expect(columnTexts(cells.texts('title'))).toEqual(['', '']);
    expect(columnTexts(cells.names('variant'))).toEqual(['', '']);
    expect([...cells.numbers('price')]).toEqual([NaN, NaN]);
    expect([...cells.amounts('discount')]).toEqual([0, 0]);
  });

  it('reads texts without what only dresses them', () => {
    const cells = cellsOf({ Item: [' Mug  red', 'n/a', 'Tee'], No: ['="007"', "'008", '\t9'] });
    expect(columnTexts(cells.texts('title'))).toEqual(['Mug red', '', 'Tee']);
    expect(columnTexts(cells.ids('id'))).toEqual(['007', '008', '9']);
    expect(columnTexts(cells.texts('title', (cell) => `<${cell}>`))[2]).toBe('<Tee>');
  });

  it('joins the columns of a name', () => {
    const cells = cellsOf({ Colour: ['Red', ''], Size: ['L', 'M'] });
    expect(columnTexts(cells.names('variant'))).toEqual(['Red / L', 'M']);
  });

  it('lets the money of a file say which decimal sign a silent column has', () => {
    const cells = cellsOf({ Price: ['1.250', '980'], Off: ['12,50', '3,00'] });
    expect([...cells.numbers('price')]).toEqual([1250, 980]);
    expect([...cells.amounts('discount')]).toEqual([12.5, 3]);
  });

  it('takes a comma in a count for groups of digits, whatever money has', () => {
    const cells = cellsOf({ Price: ['5.255,61', '1,00'], Qty: ['12,131', '7'] });
    expect([...cells.numbers('pieces')]).toEqual([12_131, 7]);
  });

  it('adds up all columns of amounts, whatever their sign', () => {
    const cells = cellsOf({ Off: ['-1.50', '', 'none'], 'Off too': ['0.25', '2', '-'] });
    expect([...cells.amounts('discount')]).toEqual([1.75, 2, 0]);
  });

  it('reads what is no number as not known', () => {
    expect([...cellsOf({ Price: ['free', '', '9.95'] }).numbers('price')]).toEqual([
      ...[NaN, NaN, 9.95],
    ]);
  });
});

it('keeps the leading zeros of an id, and no quote before it', () => {
  expect(['="00123"', "'00123", "''  00123", '00123', '-'].map(readId)).toEqual([
    ...['00123', '00123', '00123', '00123', ''],
  ]);
});
