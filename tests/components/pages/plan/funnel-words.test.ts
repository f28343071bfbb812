import { describe, expect, it } from 'vitest';
import { funnelCells, funnelFinding } from '#components/pages/plan/funnel-words.ts';
import { m } from '#messages';

const usual = { impressions: 10_000, clickRate: 0.04, conversion: 0.1, unitsPerOrder: 1.25 };

describe('the finding of a funnel', () => {
  it('is the step that does most to beat usual practice', () => {
    const seen = { ...usual, impressions: 15_000, clickRate: 0.05 };
    expect(funnelFinding(seen, usual)).toBe(
      'It is seen more often than usual: impressions ×\u00A01.50',
    );
    const clicked = m.plan_funnel_clicked({ factor: '×\u00A01.50' });
    expect(funnelFinding({ ...usual, clickRate: 0.06 }, usual)).toBe(clicked);
    const ordered = m.plan_funnel_ordered({ factor: '×\u00A02.00' });
    expect(funnelFinding({ ...usual, conversion: 0.2 }, usual)).toBe(ordered);
  });

  it('is none where no step is clearly better, or nothing is usual', () => {
    expect(funnelFinding({ ...usual, clickRate: 0.043 }, usual)).toBe(m.plan_funnel_none());
    const nothing = { ...usual, impressions: 0, clickRate: 0, conversion: 0 };
    expect(funnelFinding(nothing, nothing)).toBe(m.plan_funnel_none());
  });
});

it('shows each step with its share of the one before', () => {
  expect(funnelCells(usual, 50)).toEqual(['10,000', '400 (4%)', '40 (10%)', '50']);
});
