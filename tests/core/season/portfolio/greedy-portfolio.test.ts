import { describe, expect, it } from 'vitest';
import { greedyPortfolio } from '#core/season/portfolio/greedy-portfolio.ts';
import { USUAL_PORTFOLIO_LIMITS } from '#core/season/portfolio/portfolio-limits.ts';
import { NOT_CHOSEN, portfolioProblem } from '#core/season/portfolio/portfolio-problem.ts';
import type { PortfolioLimits } from '#core/season/portfolio/portfolio-limits.ts';
import { FIRST_MONTH, option, ranked } from '../../../support/shortlist.ts';

const articles = [
  ranked('a', [option({ value: 900, outlay: 800 }), option({ value: 700, outlay: 400 })]),
  ranked('b', [option({ value: 800, outlay: 700 })]),
  ranked('c', [option({ value: 500, outlay: 100, launchDay: FIRST_MONTH + 28 })]),
];

function chosen(limits: Partial<PortfolioLimits>) {
  const listed = {
    ...{ articles, correlation: { month: 0, category: 0 }, pairs: [], earliestDay: FIRST_MONTH },
    categoryOf: () => 'mugs',
  };
  return greedyPortfolio(portfolioProblem(listed, { ...USUAL_PORTFOLIO_LIMITS, ...limits }));
}

describe('the top list', () => {
  it('takes the most promising first', () => {
    expect(chosen({ mostArticles: 2 })).toEqual([0, 0, NOT_CHOSEN]);
  });

  it('takes the best option that the cash still allows', () => {
    expect(chosen({ cash: 1000 })).toEqual([0, NOT_CHOSEN, 0]);
    // Neither b nor the first option of a is a candidate then.
    expect(chosen({ cash: 600 })).toEqual([0, 0]);
  });

  it('keeps to the launches of four weeks and of a channel', () => {
    expect(chosen({ mostPerFourWeeks: 1 })).toEqual([0, NOT_CHOSEN, 0]);
    expect(chosen({ mostByChannel: { shop: 1 } })).toEqual([0, NOT_CHOSEN, NOT_CHOSEN]);
  });

  it('begins with what the seller wants, and takes nothing that is barred', () => {
    expect(chosen({ mostArticles: 1, wanted: ['c'] })).toEqual([NOT_CHOSEN, NOT_CHOSEN, 0]);
    expect(chosen({ barred: ['a'], mostArticles: 2 })).toEqual([0, 0]);
  });
});
