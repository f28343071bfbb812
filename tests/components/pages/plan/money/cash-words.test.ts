import { expect, it } from 'vitest';
import {
  cashEndWords,
  cashFinding,
  cashRanges,
  usualCashWords,
} from '#components/pages/plan/money/cash-words.ts';
import { cashFlow, type CashFlow } from '#core/planning/cash/cash-flow.ts';
import { m } from '#messages';
import { SAMPLE_MONDAY } from '../../../../support/ranking.ts';

const days = [0, 28].map((later) => SAMPLE_MONDAY + later);
const flowOf = (...cases: number[][]): CashFlow =>
  cashFlow({ days, amounts: cases.map((amounts) => Float64Array.from(amounts)) });

const last = '6\u00A0Apr';
const finding = (back: 'yes' | 'no' | 'open') =>
  m.cash_finding({ back, amount: '400', day: '9\u00A0Mar', until: last });
const back = (kind: 'on' | 'late') =>
  m.cash_fact_back({ back: kind, early: last, late: kind === 'on' ? last : '–' });
const never = (share: string) => m.cash_fact_never({ share, late: last });

it('names the expected lowest point, as a budget does, and gives that of cases as their range', () => {
  const flow = flowOf([-400, 300], [-300, 440]);
  expect(cashFinding(flow)).toBe('Expect at most 350 tied up, on 9\u00A0Mar; back by 6\u00A0Apr');
  const range = m.cash_fact_range({ range: '310\u2060–\u2060390' });
  expect(cashRanges(flow)).toBe(`${range} ${back('late')} ${never('50%')}`);
});

it('leaves out a range without a span, and says what is not back', () => {
  expect(cashFinding(flowOf([-400, 500]))).toBe(finding('yes'));
  expect(cashRanges(flowOf([-400, 500]))).toBe(back('on'));
  expect(cashFinding(flowOf([-400, 300]))).toBe(finding('no'));
  expect(cashRanges(flowOf([-400, 300]))).toBe(
    'In 100% of cases, the money is not back by 6\u00A0Apr.',
  );
  expect(cashFinding(flowOf([0, 300]))).toBe(m.cash_none());
  expect(cashRanges(flowOf([0, 300]))).toBe('');
});

it('says once whether the money is back: never that it is and may not be', () => {
  // Expected back on the last day, as in three of four cases.
  const mostly = flowOf([-400, 500], [-400, 500], [-400, 500], [-400, 300]);
  expect(cashFinding(mostly)).toBe(finding('yes'));
  expect(cashRanges(mostly)).toBe(`${back('late')} ${never('25%')}`);
  // Expected back only because of one case in four: the heading leaves it open.
  const rarely = flowOf([-400, 900], [-400, 300], [-400, 300], [-400, 300]);
  expect(cashFinding(rarely)).toBe(finding('open'));
  expect(cashRanges(rarely)).toBe(`${back('late')} ${never('75%')}`);
  // Not expected back only because of one case in three.
  expect(cashFinding(flowOf([-400, 500], [-400, 500], [-400, 0]))).toBe(finding('open'));
});

it('says what the usual way ties up, where it does', () => {
  expect(usualCashWords(flowOf([-400, 300]))).toContain('400');
  expect([usualCashWords(null), usualCashWords(flowOf([0, 300]))]).toEqual(['', '']);
});

it('counts what comes in beyond what went out', () => {
  const left = { units: 12, value: 50.4, leftoverLoss: 0.3 };
  expect(cashEndWords(flowOf([-400, 300]), left)).toBe(
    'After the last payout on 6\u00A0Apr: about −100, likely −100. ' +
      'Leftover stock, about 12 units, is not counted; at 70% of its cost, it is worth about 50.',
  );
});
