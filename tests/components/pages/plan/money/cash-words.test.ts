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
  expect(cashFinding(flow)).toBe('Expect at most 400 tied up, on 9\u00A0Mar; back by 6\u00A0Apr');
  expect(inChinese(() => cashFinding(flow))).toBe('预计最多占用 400，在3月9日；预计4月6日前收回');
});

it('names the expected lowest point, as a budget does, and gives that of cases as their range', () => {
  const flow = flowOf([-400, 300], [-300, 440]);
  expect(cashFinding(flow)).toMatch(/^Expect at most 350 tied up, .*; back by 6.Apr$/);
  expect(cashRanges(flow)).toMatch(/the lowest point: likely 310\S*390 tied up\./);
});

it('leaves out a range without a span, and says what is not back', () => {
  expect(cashRanges(flowOf([-400, 500]))).toBe('The money is likely back on 6\u00A0Apr.');
  expect(cashFinding(flowOf([-400, 300]))).toContain('not back by 6\u00A0Apr');
  expect(cashRanges(flowOf([-400, 300]))).toBe(
    'In 100% of cases, the money is not back by 6\u00A0Apr.',
  );
  expect(cashFinding(flowOf([0, 300]))).toMatch(/^Nothing is tied up/);
  expect(cashRanges(flowOf([0, 300]))).toBe('');
});

it('says once whether the money is back: never that it is and may not be', () => {
  // Expected back on the last day, as in three of four cases.
  const mostly = flowOf([-400, 500], [-400, 500], [-400, 500], [-400, 300]);
  expect(cashFinding(mostly)).toContain('; back by 6\u00A0Apr');
  expect(cashRanges(mostly)).toContain('In 25% of cases, the money is not back by 6\u00A0Apr.');
  // Expected back only because of one case in four: the heading leaves it open.
  const rarely = flowOf([-400, 900], [-400, 300], [-400, 300], [-400, 300]);
  expect(cashFinding(rarely)).toBe('Expect at most 400 tied up, on 9\u00A0Mar');
  expect(cashRanges(rarely)).toContain('In 75% of cases, the money is not back by 6\u00A0Apr.');
});

it('counts what comes in beyond what went out', () => {
  const left = { units: 12, value: 50.4, leftoverLoss: 0.3 };
  expect(cashEndWords(flowOf([-400, 300]), left)).toBe(
    'After the last payout on 6\u00A0Apr: about −100, likely −100. ' +
      'Leftover stock, about 12 units, is not counted; at 70% of its cost, it is worth about 50.',
  );
});
