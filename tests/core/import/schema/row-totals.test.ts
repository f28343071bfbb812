import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalColumns } from '#core/import/schema/row-totals.ts';

const cents = (value: number): string => value.toFixed(2);

describe('totalColumns', () => {
  it('finds what is pieces times a price, however it is rounded, and nothing else', () => {
    const row = fc.record({
      pieces: fc.integer({ min: 1, max: 40 }),
      price: fc.integer({ min: 20, max: 90_000 }),
      cost: fc.integer({ min: 20, max: 90_000 }),
    });
    const law = fc.property(fc.array(row, { minLength: 40, maxLength: 80 }), (rows) => {
      fc.pre(rows.filter(({ pieces }) => pieces > 1).length >= 20);
      const columns = new Map([
        ['pieces', rows.map(({ pieces }) => String(pieces))],
        ['price', rows.map(({ price }) => cents(price / 100))],
        ['cost', rows.map(({ cost }) => cents(cost / 100))],
        ['total', rows.map(({ pieces, price }) => cents((pieces * price) / 100))],
      ]);
      expect([...totalColumns(columns, 'pieces')]).toEqual(['total']);
    });
    fc.assert(law, { numRuns: 60 });
  });

  it('decides nothing by rows of one piece, or by few', () => {
    const ones = Array.from({ length: 50 }, () => '1');
    const prices = ones.map((_, i) => String(3 + i));
    const columns = { pieces: ones, price: prices, total: prices };
    expect(totalColumns(new Map(Object.entries(columns)), 'pieces').size).toBe(0);
    const few = { pieces: ['2', '3'], price: ['4', '5'], total: ['8', '15'] };
    expect(totalColumns(new Map(Object.entries(few)), 'pieces').size).toBe(0);
  });

  it('reads amounts as they are written where the comma is the decimal sign', () => {
    const pieces = Array.from({ length: 30 }, (_, i) => 2 + (i % 4));
    const german = (value: number): string => `${value.toFixed(2).replace('.', ',')} €`;
    const columns = new Map([
      ['Menge', pieces.map(String)],
      ['Preis', pieces.map((_, i) => german(3.5 + i))],
      ['Betrag', pieces.map((count, i) => german(count * (3.5 + i)))],
    ]);
    expect([...totalColumns(columns, 'Menge')]).toEqual(['Betrag']);
  });
});
