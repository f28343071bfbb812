import { describe, expect, it } from 'vitest';
import { demandSpread } from '#core/planning/economics/demand.ts';
import { forecast } from '#core/planning/economics/forecast.ts';
import { USUAL_PORTFOLIO_LIMITS } from '#core/season/portfolio/portfolio-limits.ts';
import { portfolioOutcome } from '#core/season/portfolio/portfolio-outcome.ts';
import { NOT_CHOSEN, portfolioProblem } from '#core/season/portfolio/portfolio-problem.ts';
import { FIRST_MONTH, option, ranked } from '../../../support/shortlist.ts';

const residuals = Float64Array.from({ length: 200 }, (_, i) => (i - 99.5) / 100);
const spread = demandSpread(residuals);
const shared = { objective: 'profit', demandFactors: spread.factors } as const;
const money = { revenue: 20, margin: 10, leftover: 8, fixedCost: 500 };
const logUnits = Math.log1p(100);
const { outcome, odds } = forecast(spread, { logUnits, money, stock: 120 });
const one = option({ ...{ logUnits, money, stockUnits: 120 }, value: outcome.profit!.expected });

function problemOf(correlation: { month: number; category: number }, days: readonly number[]) {
  const articles = days.map((launchDay, i) => ranked(`a${i}`, [{ ...one, launchDay }]));
  return portfolioProblem(
    { articles, correlation, pairs: [], earliestDay: FIRST_MONTH, categoryOf: () => 'mugs' },
    USUAL_PORTFOLIO_LIMITS,
  );
}

describe('what a portfolio may bring', () => {
  it('is, for one launch, what its own forecast says', () => {
    const { total, lossShare, months } = portfolioOutcome(
      problemOf({ month: 0.3, category: 0 }, [FIRST_MONTH]),
      [0],
      shared,
    );
    expect(total.expected).toBeCloseTo(outcome.profit!.expected, 9);
    expect(Math.abs(total.low80 - outcome.profit!.low80)).toBeLessThan(60);
    expect(Math.abs(lossShare - odds.loss!)).toBeLessThan(0.04);
    expect(months).toHaveLength(1);
  });

  it('varies more where the launches of a month miss together', () => {
    const days = Array.from({ length: 8 }, () => FIRST_MONTH);
    const widthOf = (correlation: { month: number; category: number }) => {
      const { total } = portfolioOutcome(
        problemOf(correlation, days),
        days.map(() => 0),
        shared,
      );
      return total.high80 - total.low80;
    };
    const [alone, together] = [
      widthOf({ month: 0, category: 0 }),
      widthOf({ month: 0.2, category: 0.3 }),
    ];
    // The ratio of deviations is √(1 + 7 × 0.5).
    expect(together / alone).toBeGreaterThan(1.7);
    expect(together / alone).toBeLessThan(2.6);
  });

  it('takes off what similar launches of a month take from each other', () => {
    const articles = [0, 1].map((i) => ranked(`a${i}`, [one]));
    const listed = {
      ...{ articles, correlation: { month: 0, category: 0 }, categoryOf: () => 'mugs' },
      earliestDay: FIRST_MONTH,
      pairs: [{ first: 'a0', second: 'a1', lostShare: 0.1 }],
    };
    const problem = portfolioProblem(listed, USUAL_PORTFOLIO_LIMITS);
    const { total } = portfolioOutcome(problem, [0, 0], shared);
    expect(total.expected).toBeCloseTo(2 * 0.9 * one.value, 9);
  });

  it('is nothing where nothing is chosen', () => {
    const problem = problemOf({ month: 0, category: 0 }, [FIRST_MONTH]);
    expect(portfolioOutcome(problem, [NOT_CHOSEN], shared)).toMatchObject({
      ...{ articleCount: 0, outlay: 0, lossShare: 0, months: [] },
    });
  });
});
