import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '#core/base/statistics/statistics.ts';
import {
  fitNumberInput,
  numberInputCount,
  numberInputsOf,
  type NumberInput,
} from '#core/model/features/number-inputs.ts';

const texts = (values: readonly number[]) => values.map(String);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const fitted = (values: readonly string[]): NumberInput => fitNumberInput('weight', values)!;

describe('fitNumberInput', () => {
  it('is null for words, and where every launch has the same number', () => {
    expect(fitNumberInput('colour', ['red', 'blue', 'red'])).toBeNull();
    expect(fitNumberInput('pages', ['12', '12', ''])).toBeNull();
  });

  it('takes the median as the centre and the quartiles for the spread', () => {
    const { logUnit, centre, spread } = fitted(texts(upTo(101).map((i) => i - 50)));
    expect([logUnit, centre]).toEqual([0, 0]);
    expect(spread).toBeCloseTo(50 / 1.349, 10); // quartiles −25 and 25
  });

  it('takes logs of what is skewed, in multiples of its median, so that its unit does not matter', () => {
    const grams = upTo(50).map((i) => Math.round(10 * 1.2 ** i));
    const [inGrams, inKilos] = [fitted(texts(grams)), fitted(texts(grams.map((g) => g / 1000)))];
    expect(inGrams.logUnit).toBeGreaterThan(0);
    grams.forEach((value) =>
      numberInputsOf(inKilos, String(value / 1000)).forEach((input, i) =>
        expect(input).toBeCloseTo(numberInputsOf(inGrams, String(value))[i]!, 6),
      ),
    );
  });

  it('has an edge only once where a fifth or more have the same number', () => {
    const { edges } = fitted(texts([...upTo(10), ...upTo(40).map(() => 3)]));
    expect(new Set(edges).size).toBe(edges.length);
  });
});

describe('numberInputsOf', () => {
  it('gives the share of the way through each fifth', () => {
    const input = fitted(texts(upTo(101).map((i) => i - 50)));
    expect(numberInputCount(input)).toBe(7);
    expect(numberInputsOf(input, '-20').slice(2)).toEqual([1, 0.5, 0, 0, 0]);
    expect(numberInputsOf(input, '500').slice(2)).toEqual([1, 1, 1, 1, 1]);
  });

  it('says that a number is missing, and adds nothing else', () => {
    const input = fitted([...texts(upTo(20)), '', '', '']);
    for (const text of ['', 'heavy'])
      expect(numberInputsOf(input, text)).toEqual([0, 1, ...Array<number>(5).fill(0)]);
  });

  it('takes the usual inputs for a missing number that hardly any launch misses', () => {
    const values = texts(upTo(20));
    const input = fitted([...values, '', 'heavy']);
    const means = numberInputsOf(input, '0').map((_, column) =>
      mean(values.map((text) => numberInputsOf(input, text)[column]!)),
    );
    expect(means[1]).toBe(0);
    for (const text of ['', 'heavy'])
      numberInputsOf(input, text).forEach((own, column) =>
        expect(own).toBeCloseTo(means[column]!, 10),
      );
  });

  it('takes a number in another unit for missing, and converts one of the same family', () => {
    const input = fitted(upTo(20).map((i) => `${i + 1} kg`));
    expect(numberInputsOf(input, '400 pcs')).toEqual(numberInputsOf(input, ''));
    expect(numberInputsOf(input, '5000 g')).toEqual(numberInputsOf(input, '5'));
    expect(numberInputsOf(fitted([...texts(upTo(20)), '', '', '']), '4 kg')[1]).toBe(1);
  });

  it('never falls where the number rises, and stays within bounds', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 2 }), number, number, (values, a, b) => {
        const input = fitNumberInput('n', texts(values));
        if (!input) return;
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) =>
          numberInputsOf(input, String(value)),
        );
        low!.forEach((value, i) => expect(high![i]).toBeGreaterThanOrEqual(value - 1e-12));
        expect(low).toHaveLength(numberInputCount(input));
        for (const value of [...low!, ...high!]) expect(Math.abs(value)).toBeLessThanOrEqual(3);
      }),
    );
  });
});
