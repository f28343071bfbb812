import { describe, expect, it } from 'vitest';
import {
  moneyAxis,
  notCounted,
  profitFinding,
  profitSteps,
  waterfallOf,
} from '#components/pages/plan/money/profit-steps.ts';
import type { ProfitParts } from '#core/planning/plan/profit-parts.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';
import { sampleParts } from '../../../../support/profit-parts.ts';

const waterfall = (change: Partial<ProfitParts> = {}) =>
  waterfallOf({ parts: { ...sampleParts, ...change } })!;

describe('the steps from price to profit', () => {
  it('go down from the price by what each takes, and end at the profit', () => {
    const steps = profitSteps(waterfall());
    expect(steps.map(({ label, text }) => `${label} ${text}`)).toEqual([
      'Price buyers pay 20.00',
      'VAT −3.33',
      'Channel fee −2.00',
      'Unit cost −8.00',
      'Ad spend −0.50',
      'Leftover stock −0.20',
      'Profit 5.97',
    ]);
    steps.slice(1, -1).forEach(({ from }, i) => expect(from).toBeCloseTo(steps[i]!.to, 12));
    expect([steps[0]!.from, steps.at(-1)!.from]).toEqual([0, 0]);
    expect(steps.at(-1)!.to).toBeCloseTo(steps.at(-2)!.to, 12);
    expect(steps.map(({ tone }) => tone)).toEqual([
      ...['typical', 'less', 'less', 'less', 'less', 'less', 'plan'],
    ]);
  });

  it('lie on an axis with zero, also where each unit loses money', () => {
    const steps = profitSteps(waterfall({ unitCost: -2600 }));
    const { min, max, labelled } = moneyAxis(steps, 5);
    for (const end of steps.flatMap(({ from, to }) => [from, to])) {
      expect(end).toBeGreaterThanOrEqual(min);
      expect(end).toBeLessThanOrEqual(max);
    }
    expect(labelled.map(({ at }) => at)).toContain(0);
  });

  it('are told in a sentence', () => {
    expect(profitFinding(waterfall())).toBe('Of the 20.00 a buyer pays, 5.97 is left');
    expect(profitFinding(waterfall({ unitCost: -2600 }))).toBe(
      'Of the 20.00 a buyer pays, nothing is left: a unit loses 12.03',
    );
  });

  it('are none where the plan does not have them or sells nothing', () => {
    expect(waterfallOf({})).toBeNull();
    expect(waterfallOf({ parts: { ...sampleParts, unitsSold: 0 } })).toBeNull();
  });
});

it('names what is not counted, and nothing once all is', () => {
  expect(notCounted()).toBe(
    'Not counted: VAT, order costs, return costs, holding costs and later sales.',
  );
  const all = {
    ...NO_SELLING_TERMS,
    ...{ vatRate: 0.2, orderFee: 1, returnFreight: 2, capitalRate: 0.1, laterSalesShare: 1 },
  };
  expect(notCounted(all)).toBe('');
  expect(notCounted({ ...all, vatRate: 0 })).toBe('Not counted: VAT.');
});
