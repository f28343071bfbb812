import { describe, expect, it } from 'vitest';
import {
  choiceLead,
  promiseWords,
  qualityOf,
  shortlistFinding,
  verdictLabel,
} from '#components/pages/plan/shortlist/shortlist-words.ts';
import type { ComparedChoices, PortfolioChoice } from '#core/season/portfolio/portfolio-choice.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { option, someShortlist } from '../../../../support/shortlist.ts';

const total = { expected: 4800, low80: 3100, low50: 4000, high50: 5600, high80: 6600 };
const choice: PortfolioChoice = {
  chosen: [{ articleId: 'a', option: option({ logUnits: Math.log1p(80) }), range: total }],
  outcome: { articleCount: 1, total, outlay: 2200, lossShare: 0.02, months: [] },
};
const compared: ComparedChoices = {
  ...{ rankedAt: 0, best: choice, bound: 4848, seconds: 2, topList: choice },
};
const plain = (text: string) => text.replaceAll('\u2060', '');

describe('the finding', () => {
  it('asks first, then says how many are chosen of how many', () => {
    expect(shortlistFinding(null, null)).toBe('What is worth launching?');
    expect(shortlistFinding(someShortlist(), null)).toBe('2 articles ranked');
    expect(shortlistFinding(someShortlist(), compared)).toBe('1 of 2 articles is worth launching');
    expect(shortlistFinding(someShortlist(), { ...compared, best: null })).toBe(
      'None of 2 articles keeps your limits',
    );
  });

  it('says what the choice brings, in money or in units', () => {
    expect(plain(choiceLead(choice, 'profit'))).toBe(
      'Together they are expected to bring 4,800, likely 3,100–6,600, for 2,200 of stock and ads.',
    );
    const unknown = { ...choice, outcome: { ...choice.outcome, outlay: null } };
    expect(plain(choiceLead(unknown, 'revenue'))).toBe(
      'Together they are expected to bring 4,800, likely 3,100–6,600.',
    );
    expect(plain(choiceLead(choice, 'units'))).toBe(
      'Together they are expected to sell 4,800 units, likely 3,100–6,600.',
    );
  });

  it('is said in Chinese', () =>
    inChinese(() => {
      expect(shortlistFinding(someShortlist(), compared)).toBe('2 款商品中，建议上新 1 款');
      expect(verdictLabel('minimum-too-high')).toBe('起订量过高');
    }));
});

describe('how far to trust it', () => {
  it('says how near the best possible it is', () => {
    expect(qualityOf(compared)).toBe('Solved in 2 s, within 1% of the best possible');
    expect(qualityOf({ ...compared, bound: null })).toBe('');
  });

  it('says what such forecasts came to', () => {
    const shrinkage = { centre: 4, level: -0.2, slope: 1, count: 210 };
    expect(promiseWords(someShortlist({ shrinkage }), choice)).toContain(
      'On 210 unseen launches, forecasts as high as these came to 80% of what they said',
    );
    expect(promiseWords(someShortlist(), choice)).toContain('fewer than 30 unseen launches');
  });
});
