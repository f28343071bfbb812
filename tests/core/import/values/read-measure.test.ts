import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  measureIn,
  measureRange,
  measuresOf,
  pointedMeasure,
  readMeasure,
} from '#core/import/values/read-measure.ts';

describe('readMeasure', () => {
  it('reads numbers with a unit, without one, and in Chinese', () => {
    expect(readMeasure('12.5', '.')).toEqual({ value: 12.5, unit: '' });
    expect(readMeasure('250 g', '.')).toEqual({ value: 250, unit: 'g' });
    expect(readMeasure('250g', '.')).toEqual({ value: 250, unit: 'g' });
    expect(readMeasure('30厘米', '.')).toEqual({ value: 30, unit: 'cm' });
    expect(readMeasure('36 months', '.')).toEqual({ value: 36, unit: 'months' });
  });

  it('converts units of one family to its base unit', () => {
    expect(readMeasure('1,2 kg', ',')).toEqual({ value: 1200, unit: 'g' });
    expect(readMeasure('1 lb', '.')).toEqual({ value: 453.59237, unit: 'g' });
    expect(readMeasure('10"', '.')).toEqual({ value: 25.4, unit: 'cm' });
    expect(readMeasure('0.5 L', '.')).toEqual({ value: 500, unit: 'ml' });
  });

  it('reads no number from words, ranges and sizes', () => {
    for (const text of ['', 'blue', '20 x 30 cm', '10-12', 'size 38', '3 pieces of wood'])
      expect(readMeasure(text, '.')).toBeNull();
  });
});

describe('pointedMeasure', () => {
  it('writes a decimal point and keeps the unit that the seller uses', () => {
    expect(pointedMeasure('1,2 kg', ',')).toBe('1.2 kg');
    expect(pointedMeasure('1.250,5', ',')).toBe('1250.5');
    expect(pointedMeasure('blue', ',')).toBe('blue');
  });

  it('is read back as the same measure', () => {
    const units = fc.constantFrom('', 'g', 'kg', 'cm', 'l', 'months');
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-6, max: 1e9 });
    fc.assert(
      fc.property(number, units, (value, unit) => {
        const cell = `${value.toFixed(6)} ${unit}`.trim();
        const read = readMeasure(pointedMeasure(cell, '.'), '.');
        expect(read).toEqual(readMeasure(cell, '.'));
      }),
    );
  });
});

describe('measuresOf', () => {
  it('gives the number of each text where nearly all are numbers of one unit', () => {
    const texts = ['', '1 kg', '250 g', '300 g'];
    expect(measuresOf(texts, '.')).toEqual(Float64Array.of(NaN, 1000, 250, 300));
  });

  const weights = Array.from({ length: 20 }, (_, i) => `${i + 1} kg`);

  it('takes a number without a unit in the one unit that the others have, and for none if they have several', () => {
    expect(measuresOf(['1.2 kg', '1.5', '0.8 kg'], '.')).toEqual(Float64Array.of(1200, 1500, 800));
    expect(measuresOf([...weights, '250 g', '7'], '.')!.at(-1)).toBeNaN();
  });

  it('leaves out the few cells in another unit', () => {
    expect(measuresOf([...weights, '12 pcs'], '.')!.at(-1)).toBeNaN();
    expect(measuresOf([...weights, '12 pcs'], '.')![0]).toBe(1000);
  });

  it('counts per cent in per cent, with the sign and without', () => {
    expect(measuresOf(['12%', '7 %', '3'], '.')).toEqual(Float64Array.of(12, 7, 3));
  });

  it('takes codes for no numbers', () => {
    for (const code of ['007', '12345678901234567890', '12E5'])
      expect(measuresOf([...weights, code], '.')).toBeNull();
  });

  it('is null for words, and for units that cannot be compared', () => {
    expect(measuresOf(['red', 'blue', '3'], '.')).toBeNull();
    expect(measuresOf(['75 B', '70 C', '80 D'], '.')).toBeNull();
    expect(measuresOf([''], '.')).toBeNull();
  });
});

describe('measureRange', () => {
  it('keeps the unit that all cells share', () => {
    expect(measureRange(['0.3 kg', '', '2 kg'], '.')).toEqual({ low: 0.3, high: 2, unit: 'kg' });
    expect(measureRange(['12', '-4,5'], ',')).toEqual({ low: -4.5, high: 12, unit: '' });
  });

  it('is in the base unit where units differ', () => {
    const grams = { low: 250, high: 1000, unit: 'g' };
    expect(measureRange(['1 kg', '250 g', '300 g'], '.')).toEqual(grams);
  });

  it('leaves out the few cells that hold no number, and is null where few do', () => {
    const cells = Array.from({ length: 12 }, (_, i) => `${i + 3}`);
    expect(measureRange(['n/a', ...cells], '.')).toEqual({ low: 3, high: 14, unit: '' });
    expect(measureRange(['red', 'blue'], '.')).toBeNull();
  });
});

describe('measureIn', () => {
  it('converts within a family, and takes a number without a unit as it is', () => {
    expect(measureIn('kg', '250 g')).toBe(0.25);
    expect(measureIn('months', '36 months')).toBe(36);
    expect(measureIn('', '36')).toBe(36);
    expect(measureIn('', '0.25 kg')).toBe(250);
  });

  it('is null between families, and where there is no number', () => {
    expect(measureIn('kg', '5 cm')).toBeNull();
    expect(measureIn('months', '5 years')).toBeNull();
    expect(measureIn('kg', 'heavy')).toBeNull();
  });
});
