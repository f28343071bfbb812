import { describe, expect, it } from 'vitest';
import { funnelCells, funnelFinding } from '#components/pages/plan/funnel-words.ts';

const usual = { impressions: 10_000, clickRate: 0.04, conversion: 0.1, unitsPerOrder: 1.25 };

describe('the finding of a funnel', () => {
  it('is the step that does most to beat usual practice', () => {
    const seen = { ...usual, impressions: 15_000, clickRate: 0.05 };
    expect(funnelFinding(seen, usual)).toBe(
      'It is seen more often than usual: impressions ×\u00A01.50',
    );
    const clicked = { ...usual, clickRate: 0.06 };
    expect(funnelFinding(clicked, usual)).toBe(
      'It is clicked more often than usual: click rate ×\u00A01.50',
    );
    const ordered = { ...usual, conversion: 0.2 };
    expect(funnelFinding(ordered, usual)).toBe(
      'Clicks become orders more often than usual: rate ×\u00A02.00',
    );
  });

  it('is none where no step is clearly better, or nothing is usual', () => {
    const none = 'No step does much better than usual';
    expect(funnelFinding({ ...usual, clickRate: 0.043 }, usual)).toBe(none);
    const nothing = { ...usual, impressions: 0, clickRate: 0, conversion: 0 };
    expect(funnelFinding(nothing, nothing)).toBe(none);
  });
});

it('shows each step with its share of the one before', () => {
  expect(funnelCells(usual, 50)).toEqual(['10,000', '400 (4%)', '40 (10%)', '50']);
});
