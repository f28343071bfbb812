import { describe, expect, it } from 'vitest';
import { areNumbers, spelledAttribute } from '#core/table/spelled-attribute.ts';

describe('spelledAttribute', () => {
  it('writes numbers with a decimal point, where past launches have numbers', () => {
    expect(spelledAttribute(['1,5', '20'], ['0.5', '12'])).toEqual(['1.5', '20']);
    expect(spelledAttribute(['heavy', ''], ['0.5', '12'])).toEqual(['heavy', '']);
  });

  it('adds the unit of past launches to a bare number', () => {
    expect(spelledAttribute(['0,5', '400 g', ''], ['0.3 kg', '2 kg'])).toEqual([
      '0.5 kg',
      '400 g',
      '',
    ]);
    expect(spelledAttribute(['300'], ['1 kg', '250 g'])).toEqual(['300 g']);
  });

  it('takes the spelling that past launches have of the same number', () => {
    expect(spelledAttribute(['250 ml', '250ml', '300ml'], ['250ml', '500ml'])).toEqual([
      ...['250ml', '250ml', '300 ml'],
    ]);
  });

  it('takes the spelling of past launches for words', () => {
    expect(spelledAttribute(['OAK', 'Elm'], ['Oak'])).toEqual(['Oak', 'Elm']);
  });
});

describe('areNumbers', () => {
  it('is true of numbers with and without a unit, and false of words and of nothing', () => {
    expect(areNumbers(['1', '250 g', ''])).toBe(true);
    expect(areNumbers(['Oak', '1'])).toBe(false);
    expect(areNumbers([])).toBe(false);
  });
});
