import { describe, expect, it } from 'vitest';
import { isoDate } from '#core/base/dates.ts';
import { areNumbers, spelledAttribute } from '#core/import/table/spelled-attribute.ts';

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

  it('counts dates and days as past launches do', () => {
    const known = ['30 days before launch', '45 days before launch'];
    const launch = { days: Float64Array.of(19_800, 19_800, NaN), order: null };
    const date = isoDate(19_800 - 60);
    expect(spelledAttribute([date, '45', date], known, launch)).toEqual([
      ...['60 days before launch', '45 days before launch', ''],
    ]);
    expect(spelledAttribute(['7 days', '7 天', '-2', date], known)).toEqual([
      ...['7 days before launch', '7 days before launch', '-2 days before launch', date],
    ]);
    expect(spelledAttribute([date], ['30 g'], launch)).toEqual([date]);
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
