import { describe, expect, it } from 'vitest';
import { numberDoubt } from '#core/import/recipe/number-doubt.ts';

const KILOGRAMS = { low: 0.3, high: 2, unit: 'kg' };
const from = (low: number, high: number) => ({ low, high, unit: '' });

describe('numberDoubt', () => {
  it('doubts a number below a third of the smallest, or above three times the largest', () => {
    for (const text of ['0.1 kg', '6 kg', '400 g', '1 kg'])
      expect(numberDoubt(text, KILOGRAMS)).toBeNull();
    for (const text of ['0.09 kg', '6.1 kg', '2 g', '300 kg'])
      expect(numberDoubt(text, KILOGRAMS)).toBe('far');
  });

  it('doubts a unit that cannot be converted', () => {
    expect(numberDoubt('1 cm', KILOGRAMS)).toBe('far');
  });

  it('says what is no number, and nothing of an empty field', () => {
    expect(numberDoubt('heavy', KILOGRAMS)).toBe('no-number');
    expect(numberDoubt(' ', KILOGRAMS)).toBeNull();
  });

  it('says what are no days before the launch, such as a date', () => {
    const days = { low: 20, high: 90, unit: 'days before launch' };
    expect(numberDoubt('2026-03-01', days)).toBe('no-days');
    expect(numberDoubt('45 days before launch', days)).toBeNull();
    expect(numberDoubt('45 kg', days)).toBe('no-days');
    expect(numberDoubt('-20 days before launch', days)).toBe('far-days');
    expect(numberDoubt('900 days before launch', days)).toBe('far-days');
  });

  it('knows zero and numbers below it', () => {
    expect(numberDoubt('0', from(0, 4))).toBeNull();
    expect(numberDoubt('-1', from(0, 4))).toBe('far');
    expect(numberDoubt('-10', from(-20, -4))).toBeNull();
    expect(numberDoubt('-61', from(-20, -4))).toBe('far');
    expect(numberDoubt('-1', from(-20, -4))).toBe('far');
  });
});
