import { describe, expect, it } from 'vitest';
import { modelCard } from '#components/pages/evidence/card/model-card.ts';
import { methodScores } from '#core/evaluation/scorecard/method-scores.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { heldOutOf } from '../../../../support/held-out.ts';
import { trainingRun } from '../../../../support/training-run.ts';

const actual = Array.from({ length: 20 }, (_, i) => 20 + i);
const holdout = heldOutOf(
  { actual, debut: actual.map((units, i) => (i < 10 ? units + 10 : units + 2)) },
  { category: actual.map((_, i) => (i < 10 ? 'mugs' : 'bags')) },
);

const cardOf = (change: object = {}, held: typeof holdout | null = holdout) => {
  const { report } = trainingRun({
    report: {
      holdout: [
        { method: 'debut', wape: 0.31, maeUnits: 9, r2Log: 0.4 },
        { method: 'category-median', wape: 0.46, maeUnits: 9, r2Log: 0.1 },
      ],
      limits: ['no-cost'],
      ...change,
    },
  });
  const dataset = { name: 'Spring', isSynthetic: true };
  return modelCard({
    report,
    holdout: held,
    scores: held ? methodScores(held) : [],
    dataset,
    hasCategories: true,
  });
};
const textOf = ({ sections }: ReturnType<typeof cardOf>) =>
  sections.map(({ title, lines }) => [title, ...lines].join('\n')).join('\n');

describe('a model card', () => {
  it('says what of the training the seller stopped, and claims no launches that were not learnt', () => {
    const learnt = {
      ...{ readingKey: '', launchCount: 100, eventsKey: '' },
      ...{ lastDay: 20_000, dataVersion: 36 },
    };
    const whole = textOf(cardOf({ learnt }));
    expect(whole).toContain('100 launches from “Spring”, up to');
    const stopped = [{ part: 'launches', done: 64, total: 100 }];
    const text = textOf(cardOf({ learnt, stopped }));
    expect(text).toContain('64 launches from “Spring”. Results cover');
    expect(text).toContain('It has learnt from 64 of 100 launches, not from the newest.');
  });

  it('says what was learnt, how well, and what it is not for', () => {
    const text = textOf(cardOf());
    expect(text).toMatch(/off by 31% of units sold on average, likely/);
    expect(text).toMatch(/The category median was off by 46%/);
    expect(text).toMatch(/Its error was largest in mugs/);
    expect(text).toMatch(/The data is synthetic/);
    expect(text).toMatch(/differences from the usual approach are reduced to the share/);
    expect(text).toMatch(/What not to use it for/);
    expect(text).not.toMatch(/NaN|undefined|null/);
  });

  it('does not claim what was not checked', () => {
    const text = textOf(cardOf({ holdout: [], coverage: [] }, null));
    expect(text).toMatch(/Its accuracy is not known/);
    expect(text).not.toMatch(/error was largest|median was off/);
  });

  it('says what its methods add, and features no network that is not used', () => {
    const fit = { epochs: 20 };
    const net = { members: 8, width: 128, augmented: false, fit };
    const unseen = { expected: 0.04, low80: 0.02, low50: 0.03, high50: 0.05, high80: 0.06 };
    const memberWorths = [
      { member: 'ridge', unseen: { ...unseen, isClear: true }, backtests: 0.03 },
    ];
    expect(textOf(cardOf({ net }))).toMatch(/8 networks averaged/);
    const blend = { net: 0, ridge: 1, trees: 0, analogues: 0, median: 0 };
    const text = textOf(cardOf({ net, blend, memberWorths }));
    expect(text).not.toMatch(/networks averaged/);
    expect(text).toMatch(/Without ridge regression, the forecast loses most/);
    expect(text).toMatch(/not used, .*: the neural network/);
  });

  it('is written in Chinese, too', () => {
    expect(inChinese(() => textOf(cardOf()))).toMatch(/不适用的场合/);
  });
});
