import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDiscount } from '#core/import/values/read-discount.ts';

describe('readDiscount', () => {
  it.each([
    { cell: '20', as: { mark: 'bare', value: 20 } },
    { cell: '0.2', as: { mark: 'bare', value: 0.2 } },
    { cell: '20%', as: { mark: 'percent', value: 0.2 } },
    { cell: '-15 %', as: { mark: 'percent', value: 0.15 } },
    { cell: '20% off', as: { mark: 'percent', value: 0.2 } },
    { cell: '10 % Rabatt', as: { mark: 'percent', value: 0.1 } },
    { cell: '£5.00', as: { mark: 'money', value: 5 } },
    { cell: '-5 EUR', as: { mark: 'money', value: 5 } },
    { cell: '立减5元', as: { mark: 'money', value: 5 } },
    { cell: '不打折', as: { mark: 'off', value: 0 } },
    { cell: '无', as: { mark: 'off', value: 0 } },
    { cell: '半价', as: { mark: 'off', value: 0.5 } },
  ])('reads $cell', ({ cell, as }) => {
    expect(readDiscount(cell, '.')).toEqual(as);
  });

  it.each([
    { cell: '8折', off: 0.2 },
    { cell: '8.5 折', off: 0.15 },
    { cell: '85折', off: 0.15 },
    { cell: '八折', off: 0.2 },
    { cell: '九五折', off: 0.05 },
    { cell: '2割引', off: 0.2 },
  ])('knows that $cell takes $off off the price', ({ cell, off }) => {
    const read = readDiscount(cell, '.');
    expect(read?.mark).toBe('off');
    expect(read?.value).toBeCloseTo(off, 9);
  });

  it.each(['', 'n/a', 'coupon', '2 for 1', '零折', 'Spring sale'])(
    'reads nothing from "%s"',
    (cell) => {
      expect(readDiscount(cell, '.')).toBeNull();
    },
  );

  it('takes the decimal sign of the column', () => {
    expect(readDiscount('12,5 %', ',')).toEqual({ mark: 'percent', value: 0.125 });
  });

  it('never gives a number below zero, whatever a cell holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        const value = readDiscount(cell, '.')?.value ?? 0;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
