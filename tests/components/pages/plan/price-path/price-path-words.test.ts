import { describe, expect, it } from 'vitest';
import {
  chartSummary,
  noPathWords,
  pathFacts,
  pathFinding,
} from '#components/pages/plan/price-path/price-path-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { bestPricePath, type PricePath } from '#core/planning/price-path/best-price-path.ts';
import { planStudy, someChoice } from '../../../../support/plan-study.ts';
import { inChinese } from '../../../../support/in-chinese.ts';

const salesCurve = {
  shares: [8, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1, 1].map((weight) => weight / 40),
  launchCount: 30,
};
const study = planStudy({ salesCurve, tried: { low: 0.72, high: 1.2 } });
const day = dayFromCalendar(2026, 3, 2);
const plain = (text: string) => text.replace(/\u2060/g, '').replace(/\u00A0/g, ' ');

function pathWith(stockUnits: number): PricePath {
  const choice = { ...someChoice, priceFactor: 1.2, stockUnits };
  return bestPricePath(study, { choice, horizonDays: 28 }) as PricePath;
}

describe('the words of a path of prices', () => {
  it('say what to do: cut, wait and see, or leave it', () => {
    const cut: PricePath = { ...pathWith(260), markdown: { fromWeek: 4, depth: 0.2 } };
    expect(plain(pathFinding(cut, day))).toBe('Cut the price by 20% from 23 Mar on');
    expect(pathFinding({ ...cut, markdown: null }, day)).toContain('only if it sells slowly');
    expect(pathFinding({ ...cut, markdown: null, rule: null }, day)).toBe(
      'A constant price earns most',
    );
  });

  it('give every figure its range, and how often it pays', () => {
    const path = pathWith(500);
    expect(path.markdown).not.toBeNull();
    const facts = pathFacts(path, day).map(plain);
    expect(facts[0]).toMatch(/^At a constant price: profit about .+, likely .+\.$/);
    expect(facts[1]).toMatch(
      /% off from .+ Compared with a constant price: .+ more on average, likely/,
    );
    expect(facts.at(-2)).toMatch(/with the cut about \d+%, likely \d+%–\d+%/);
    expect(facts.at(-1)).toContain('30 past launches');
    expect(chartSummary(path)).toContain('with the cut');
  });

  it('say nothing of a cut that is not made', () => {
    const path = pathWith(30);
    const facts = pathFacts(path, day);
    expect(facts).toHaveLength(3);
    expect(facts.join(' ')).not.toContain('off');
    expect(chartSummary(path)).not.toContain('cut');
  });

  it('name the last day before the rule looks', () => {
    const { rule } = pathWith(260);
    const words = pathFacts(
      { ...pathWith(260), rule: { ...rule!, rule: { ...rule!.rule, fromWeek: 3 } } },
      day,
    );
    expect(plain(words.find((fact) => fact.includes('If less than'))!)).toContain('by 15 Mar');
  });

  it('give the reason where nothing is told, in both languages', () => {
    const reasons = ['no-curve', 'price-untold', 'no-money', 'no-lower-price'] as const;
    expect(new Set(reasons.map(noPathWords)).size).toBe(4);
    inChinese(() => {
      for (const reason of reasons) expect(noPathWords(reason)).toMatch(/^暂时无法建议何时降价/);
    });
  });
});
