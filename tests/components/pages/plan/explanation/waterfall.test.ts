import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  labelledTicks,
  waterfallAxis,
  waterfallSteps,
} from '#components/pages/plan/explanation/waterfall.ts';
import type { LaunchPlan } from '#core/planning/plan/launch-plan.ts';

const plan = {
  action: { launchDay: 20_520, channel: 'Email', salePrice: 42 },
} as unknown as LaunchPlan;
const typicalLog = Math.log1p(82);
const parts = {
  typicalLog,
  predictedLog: typicalLog + Math.log(1.21) + Math.log(0.93),
  parts: [
    { group: 'channel' as const, log: Math.log(1.21) },
    { group: 'price' as const, log: Math.log(0.93) },
  ],
};

describe('the steps from a typical launch to a plan', () => {
  const steps = waterfallSteps(parts, plan);

  it('begin where the one before ends, and end at the plan', () => {
    expect(steps.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'A typical launch: 82',
      'Email: ×\u00A01.21',
      'The price of 42.00: ×\u00A00.93',
      'This plan: 92',
    ]);
    steps.slice(1).forEach(({ from }, i) => expect(from).toBeCloseTo(steps[i]!.to, 12));
  });

  it('show what adds and what takes away in tones of their own', () => {
    expect(steps.map(({ tone }) => tone)).toEqual(['typical', 'more', 'less', 'plan']);
  });
});

describe('their axis', () => {
  const axisOf = (low: number, factor: number) =>
    waterfallAxis(
      waterfallSteps(
        {
          typicalLog: low,
          predictedLog: low + factor,
          parts: [{ group: 'product', log: factor }],
        },
        plan,
      ),
      5,
    );

  it('holds every step, and two round numbers of units at least', () => {
    const logs = fc.double({ min: Math.log1p(4), max: 9, noNaN: true });
    const factors = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      fc.property(logs, factors, (low, factor) => {
        fc.pre(low + factor > Math.log1p(2));
        const { min, max, ticks } = axisOf(low, factor);
        expect(min).toBeLessThan(Math.min(low, low + factor));
        expect(max).toBeGreaterThan(Math.max(low, low + factor));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(12);
        for (const tick of ticks) {
          expect(Math.log1p(tick)).toBeGreaterThanOrEqual(min);
          expect(Math.log1p(tick)).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  it('has two round numbers between 5 and 20, where 1, 2 and 5 give only 10', () => {
    expect(axisOf(1.8506136989781325, 0.9809038291679548).ticks.length).toBeGreaterThanOrEqual(2);
  });

  it('has the round numbers of a wide span at 1, 2 and 5', () => {
    expect(axisOf(Math.log1p(9), Math.log(20)).ticks).toEqual([10, 20, 50, 100, 200]);
  });
});

describe('labelledTicks', () => {
  const roomFor = (text: string) => 10 * text.length;

  it('keeps the highest, and below it those with room', () => {
    const ticks = [0, 12, 18, 30, 55].map((x) => ({ x, text: '10' }));
    const named = ticks.map((tick, i) => ({ ...tick, text: String(10 + i) }));
    expect(labelledTicks(named, roomFor).map(({ x }) => x)).toEqual([0, 30, 55]);
  });

  it('shows no number twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), (numbers) => {
        const ascending = [...numbers].sort((a, b) => a - b);
        const ticks = ascending.map((number, i) => ({ x: 100 * i, text: String(number) }));
        const texts = labelledTicks(ticks, roomFor).map(({ text }) => text);
        expect(texts).toEqual([...new Set(ascending.map(String))]);
      }),
    );
  });
});
