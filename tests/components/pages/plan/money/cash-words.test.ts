import { expect, it } from 'vitest';
import { cashEndWords, cashFinding, cashRanges } from '#components/pages/plan/money/cash-words.ts';
import { cashFlow, type CashFlow } from '#core/planning/cash/cash-flow.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { SAMPLE_MONDAY } from '../../../../support/ranking.ts';

const days = [0, 28].map((later) => SAMPLE_MONDAY + later);
const flowOf = (...cases: number[][]): CashFlow =>
  cashFlow({ days, amounts: cases.map((amounts) => Float64Array.from(amounts)) });

it('names the most that is tied up and the day it is back, in both languages', () => {
  const flow = flowOf([-400, 500]);
  expect(cashFinding(flow)).toBe('At most 400 is tied up, on 9\u00A0Mar; back by 6\u00A0Apr');
  expect(inChinese(() => cashFinding(flow))).toBe('最多占用 400，在3月9日；4月6日前收回');
});

it('leaves out a range without a span, and says what is not back', () => {
  expect(cashRanges(flowOf([-400, 500]))).toBe('The money is likely back on 6\u00A0Apr.');
  expect(cashRanges(flowOf([-400, 300], [-300, 0]))).toMatch(
    /^Likely 310\S*390 is tied up at most\./,
  );
  expect(cashFinding(flowOf([-400, 300]))).toContain('not back by 6\u00A0Apr');
  expect(cashFinding(flowOf([0, 300]))).toMatch(/^Nothing is tied up/);
  expect(cashRanges(flowOf([0, 300]))).toBe('');
});

it('counts what comes in beyond what went out', () => {
  expect(cashEndWords(flowOf([-400, 300]), 12)).toBe(
    'After the last payout on 6\u00A0Apr: about −100, likely −100. Leftover stock, about 12 units, is not counted.',
  );
});
