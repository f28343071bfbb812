import { expect, it } from 'vitest';
import { limitCostWords } from '#components/pages/calendar/limits/limit-cost-words.ts';
import type { Loosening } from '#core/season/problem/looser-limits.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { sampleRange } from '../../../../support/ranking.ts';
import { seasonOffers } from '../../../../support/season-offers.ts';

const asked = { view: { offers: seasonOffers() }, titleOf: (id: string) => id.toUpperCase() };
const cost = (loosening: Loosening, change: object = {}) => ({
  ...{ kind: 'brings' as const, gain: 1240, most: 1240, loosening, range: sampleRange(1240) },
  ...change,
});
const most = { kind: 'most-per-week' } as const;

it('names the step, and says what it brings with its range, or that the limit costs nothing', () => {
  expect(limitCostWords(cost(most), asked)).toBe(
    'One more launch a week would bring 1,240 (likely 806⁠–⁠1,980).',
  );
  expect(limitCostWords(cost(most, { kind: 'nothing', gain: 0 }), asked)).toBe(
    'One more launch a week would bring nothing: this limit costs nothing.',
  );
  expect(inChinese(() => limitCostWords(cost(most, { kind: 'nothing' }), asked))).toBe(
    '每周多上新 1 次，不会增加收益：这项限制没有代价。',
  );
});

it('states the change of the total, not of the merit, and says where launches are only sooner', () => {
  expect(limitCostWords(cost(most, { gain: 900 }), asked)).toContain('1,240');
  expect(limitCostWords(cost(most, { kind: 'sooner' }), asked)).toBe(
    'One more launch a week would allow sooner launches, without bringing more.',
  );
});

it('says how much is possible where nothing was found in time', () => {
  expect(limitCostWords(cost(most, { kind: 'open', most: 80 }), asked)).toContain('at most 80');
  expect(limitCostWords(cost(most, { kind: 'open', most: null }), asked)).toBe(
    'One more launch a week: nothing found in the time given.',
  );
});

it('names every limit', () => {
  const steps: Loosening[] = [
    ...[{ kind: 'ad-budget' } as const, { kind: 'stock-budget' } as const],
    { kind: 'channel-budget', channel: 'Email' },
    { kind: 'closed-week', week: 20_521 },
    { kind: 'needed', productId: 'mug' },
  ];
  expect(steps.map((step) => limitCostWords(cost(step), asked).split(' would')[0])).toEqual([
    ...['10% more for ads', '10% more for stock', '10% more for ads on Email'],
    ...['Opening week 11', 'Not having to launch MUG'],
  ]);
});
