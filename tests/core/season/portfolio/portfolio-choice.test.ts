import { describe, expect, it } from 'vitest';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import {
  ownChoice,
  portfolioChoice,
  shortlistProblem,
  topList,
} from '#core/season/portfolio/portfolio-choice.ts';
import { USUAL_PORTFOLIO_LIMITS } from '#core/season/portfolio/portfolio-limits.ts';
import { FIRST_MONTH, option, ranked, someShortlist } from '../../../support/shortlist.ts';

const residuals = Float64Array.from({ length: 200 }, (_, i) => (i - 99.5) / 100);
const spread = demandSpread(residuals);
const money = { revenue: 20, margin: 10, leftover: 8, fixedCost: 50 };
const logUnits = Math.log1p(100);
const outcomeWith = (stock: number) => forecast(spread, { logUnits, money, stock }).outcome;
const optionWith = (stockUnits: number, launchDay = FIRST_MONTH) =>
  option({
    ...{ logUnits, money, stockUnits, launchDay, outlay: 8 * stockUnits },
    value: outcomeWith(stockUnits).profit!.expected,
  });

const shortlist = someShortlist({
  demandFactors: spread.factors,
  articles: [
    ranked('a', [optionWith(120), optionWith(60)]),
    ranked('b', [optionWith(80, FIRST_MONTH + 28)]),
    { ...ranked('c', [optionWith(70)]), verdict: 'loss-likely' },
    { ...ranked('d', []), verdict: 'outside' },
  ],
});
const problem = shortlistProblem(shortlist, () => 'mugs', USUAL_PORTFOLIO_LIMITS);

describe('a choice from a shortlist', () => {
  it('is of articles that can be chosen, the most valuable first', () => {
    expect(problem.candidates.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
    const { chosen } = portfolioChoice(problem, [1, 0], shortlist);
    const values = chosen.map(({ option: { value } }) => value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(chosen.map(({ articleId }) => articleId).sort()).toEqual(['a', 'b']);
  });

  it('has the range of the option that is taken, as its own forecast says', () => {
    const { chosen } = portfolioChoice(problem, [1, 0], shortlist);
    for (const { option: taken, range } of chosen) {
      const { low80, expected, high80 } = outcomeWith(taken.stockUnits).profit!;
      expect(range.expected).toBeCloseTo(expected, 6);
      expect(Math.abs(range.low80 - low80)).toBeLessThan(0.05 * (high80 - low80) + 1e-6);
      expect(Math.abs(range.high80 - high80)).toBeLessThan(0.05 * (high80 - low80) + 1e-6);
    }
  });

  it('is compared with the top of the list, and with what the seller picked whatever the limits', () => {
    const narrow = { ...USUAL_PORTFOLIO_LIMITS, mostArticles: 1, barred: ['b'] };
    const limited = shortlistProblem(shortlist, () => 'mugs', narrow);
    expect(topList(limited, shortlist).chosen.map(({ articleId }) => articleId)).toEqual(['a']);
    const own = ownChoice(shortlist, () => 'mugs', ['b', 'c', 'd', 'gone']);
    expect(own.chosen.map(({ articleId }) => articleId).sort()).toEqual(['b', 'c']);
    expect(own.outcome.articleCount).toBe(2);
  });

  it('of nothing brings nothing', () => {
    const none = topList(
      shortlistProblem(someShortlist({ articles: [] }), () => '', USUAL_PORTFOLIO_LIMITS),
      shortlist,
    );
    expect(none).toMatchObject({ chosen: [], outcome: { total: { expected: 0, low80: 0 } } });
    expect(Object.is(none.outcome.total.expected, -0)).toBe(false);
  });
});
