import { describe, expect, it } from 'vitest';
import { formatMoment } from '#components/words/dates.ts';
import { asPlainText } from '#components/pages/plan/take-away/as-plain-text.ts';
import {
  decisionWords,
  madeWords,
  orderWords,
  outcomeWords,
  outcomeLines,
} from '#components/pages/plan/take-away/brief-words.ts';
import { USUAL_AIM } from '#core/planning/plan/aim.ts';
import { samplePlan, sampleRanking } from '../../../../support/ranking.ts';

describe('sentences of a plan', () => {
  it('say what to do', () => {
    expect(decisionWords(samplePlan())).toBe(
      'Launch on Monday 9 March on Own store, priced at 12.60 with 10% off, so buyers pay 11.34, with 60 on ads and an initial order of 160 units.',
    );
  });

  it('say first why not to, and what is best all the same', () => {
    const plan = samplePlan({ verdict: { kind: 'loses-money' } });
    expect(asPlainText(decisionWords(plan))).toBe(
      'Not recommended: no way of launching it is expected to make money. ' +
        'The best launch found: 9 Mar · Own store · 12.60, 10% off: buyers pay 11.34 · 60 on ads · initial order: 160 units.',
    );
  });

  it('say when to order, where that is before the launch', () => {
    const aim = { ...USUAL_AIM, stock: { ...USUAL_AIM.stock, leadTimeDays: 30 } };
    expect(orderWords(samplePlan(), aim)).toBe('Place the initial order by Saturday 7 February.');
    expect(orderWords(samplePlan(), USUAL_AIM)).toBeNull();
  });

  it('give each outcome with its range', () => {
    expect(outcomeWords(samplePlan()).map(asPlainText)).toEqual([
      'Demand forecast: about 120, likely 78–190',
      'Revenue: about 1,370, likely 888–2,190',
      'Profit: about 602, likely 391–964',
    ]);
  });

  it('say when the plan was made and of what', () => {
    const ranking = sampleRanking();
    expect(madeWords(ranking, 'Demo shop')).toBe(
      `Made ${formatMoment(ranking.plannedAt)} from “Demo shop” with Debut.`,
    );
  });
});

const { outcome } = samplePlan();

it('lists units always, and money where it is known', () => {
  const labels = (change: Partial<typeof outcome>) =>
    outcomeLines({ ...outcome, ...change }).map(({ label }) => label);
  expect(labels({})).toEqual(['Demand forecast', 'Revenue', 'Profit']);
  expect(labels({ profit: null })).toEqual(['Demand forecast', 'Revenue']);
  expect(labels({ revenue: null, profit: null })).toEqual(['Demand forecast']);
});

it('writes each in its own measure', () => {
  const written = outcomeLines(outcome).map(({ range, format }) => format(range.expected));
  expect(written).toEqual(['120', '1,370', '602']);
});
