import { describe, expect, it } from 'vitest';
import { formatMoney } from '#components/words/money.ts';
import { formatUnits } from '#components/words/numbers.ts';
import { formatDifference, formatRange } from '#components/words/ranges.ts';
import { inChinese } from '../../support/in-chinese.ts';

describe('ranges and differences', () => {
  it('join the dash so that a range never breaks', () => {
    expect(formatRange(80, 190, formatUnits)).toBe('80\u2060–\u2060190');
  });

  it('write out “to” beside a minus', () => {
    expect(formatRange(-120, 340, formatMoney)).toBe('−120 to 340');
  });

  it('give one number where both ends look the same', () => {
    expect(formatRange(42.1, 42.2, formatMoney)).toBe('42');
  });

  it('say a difference in words', () => {
    expect(formatDifference(910, formatMoney)).toBe('910 more');
    expect(formatDifference(-120, formatMoney)).toBe('120 less');
    expect(formatDifference(0.2, formatUnits)).toBe('about the same');
    expect(formatDifference(NaN, formatUnits)).toBe('–');
  });

  it('are written in Chinese', () => {
    expect(inChinese(() => formatRange(-5, 340, formatMoney))).toBe('−5.00 至 340');
    expect(inChinese(() => formatDifference(-120, formatMoney))).toBe('少 120');
  });
});
