import { describe, expect, it } from 'vitest';
import { articleVerdict, familiarity } from '#core/planning/suppliers/article-verdict.ts';

const range = (expected: number) => ({
  ...{ expected, low80: expected - 100, low50: expected - 50 },
  ...{ high50: expected + 50, high80: expected + 100 },
});

describe('what the shop knows of such products', () => {
  it.each([
    ['a known category and a similar launch', [true, true, true], 'known'],
    ['a known category without a similar launch', [true, false, true], 'learn'],
    ['a similar launch of another category', [false, true, true], 'learn'],
    ['neither', [false, false, true], 'outside'],
    ['a price unlike any', [true, true, false], 'outside'],
  ] as const)('%s', (_, [isCategoryKnown, hasSimilar, isPriceKnown], expected) => {
    expect(familiarity({ isCategoryKnown, hasSimilar, isPriceKnown })).toBe(expected);
  });
});

describe('the verdict', () => {
  const earns = { profit: range(100), loss: 0.2, canEarn: true, unboundProfit: 120 };

  it.each([
    ['launches what earns', earns, 'known', 'launch'],
    ['learns from what earns and is little known', earns, 'learn', 'learn'],
    ['refuses what no price makes earn', { ...earns, canEarn: false }, 'known', 'negative-margin'],
    [
      'blames the minimum where fewer units would earn',
      { ...earns, profit: range(-10) },
      'known',
      'minimum-too-high',
    ],
    [
      'blames no minimum where fewer units would lose too',
      { ...earns, profit: range(-10), unboundProfit: -5 },
      'known',
      'loses-money',
    ],
    ['refuses a likely loss', { ...earns, loss: 0.6 }, 'learn', 'loss-likely'],
    [
      'launches where money is not known',
      { profit: null, loss: null, canEarn: true, unboundProfit: null },
      'known',
      'launch',
    ],
  ] as const)('%s', (_, outcome, known, expected) => {
    expect(articleVerdict(outcome, known)).toBe(expected);
  });
});
