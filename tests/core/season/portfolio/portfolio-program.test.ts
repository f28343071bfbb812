import { expect, it } from 'vitest';
import { greedyPortfolio } from '#core/season/portfolio/greedy-portfolio.ts';
import { portfolioValue } from '#core/season/portfolio/portfolio-problem.ts';
import {
  columnsOfPortfolio,
  portfolioOfColumns,
  portfolioProgram,
} from '#core/season/portfolio/portfolio-program.ts';
import { randomPortfolioProblem } from '../../../support/shortlist.ts';

it('reads back the portfolio that it wrote', () => {
  for (let seed = 0; seed < 20; seed++) {
    const problem = randomPortfolioProblem(seed, { count: 8, limits: { mostArticles: 4 } });
    const portfolio = greedyPortfolio(problem);
    expect(portfolioOfColumns(problem, columnsOfPortfolio(problem, portfolio))).toEqual(portfolio);
  }
});

it('keeps its rows, and counts no less than the portfolio is worth', () => {
  for (let seed = 0; seed < 20; seed++) {
    const limits = { mostArticles: 4, cash: 1500, mostPerFourWeeks: 3, mostByChannel: { shop: 2 } };
    const problem = randomPortfolioProblem(seed, { count: 8, limits });
    const program = portfolioProgram(problem, []);
    const portfolio = greedyPortfolio(problem);
    const columns = columnsOfPortfolio(problem, portfolio);
    program.rowUpper.forEach((upper, row) => {
      let sum = 0;
      for (let i = program.starts[row]!; i < program.starts[row + 1]!; i++)
        sum += program.values[i]! * columns[program.indices[i]!]!;
      expect(sum).toBeLessThanOrEqual(upper + 1e-9);
      expect(sum).toBeGreaterThanOrEqual(program.rowLower[row]! - 1e-9);
    });
    const value = program.costs.reduce((all, cost, i) => all + cost * columns[i]!, 0);
    expect(value).toBeGreaterThanOrEqual(portfolioValue(problem, portfolio) - 1e-9);
  }
});
