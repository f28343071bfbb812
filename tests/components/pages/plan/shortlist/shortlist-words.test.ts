import { describe, expect, it } from 'vitest';
import {
  choiceLead,
  promiseWords,
  qualityOf,
  shortlistFinding,
  verdictLabel,
} from '#components/pages/plan/shortlist/shortlist-words.ts';
import type { ComparedChoices, PortfolioChoice } from '#core/season/portfolio/portfolio-choice.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';
import { option, someShortlist } from '../../../../support/shortlist.ts';

const total = { expected: 4800, low80: 3100, low50: 4000, high50: 5600, high80: 6600 };
const choice: PortfolioChoice = {
  chosen: [{ articleId: 'a', option: option({ logUnits: Math.log1p(80) }), range: total }],
  outcome: { articleCount: 1, total, outlay: 2200, lossShare: 0.02, months: [] },
};
const compared: ComparedChoices = {
  ...{ rankedAt: 0, best: choice, bound: 4848, seconds: 2, topList: choice },
};

describe('the finding', () => {
  it('asks first, then says how many are chosen of how many', () => {
    const found = (choices: ComparedChoices | null) => shortlistFinding(someShortlist(), choices);
    expect(shortlistFinding(null, null)).toBe(m.shortlist_start());
    expect(found(null)).toBe(m.shortlist_ranked(tally(2)));
    expect(found(compared)).toBe('1 of 2 articles is worth launching');
    expect(found({ ...compared, best: null })).toBe(m.shortlist_found_none({ total: '2' }));
  });

  it('says what the choice brings, in money or in units', () => {
    expect(choiceLead(choice, 'profit')).toBe(
      'Together they are expected to bring 4,800, likely 3,100\u2060–\u20606,600, for 2,200 of stock and ads.',
    );
    const unknown = { ...choice, outcome: { ...choice.outcome, outlay: null } };
    const said = { expected: '4,800', range: '3,100\u2060–\u20606,600' };
    expect(choiceLead(unknown, 'revenue')).toBe(m.shortlist_found_lead_plain(said));
    expect(choiceLead(choice, 'units')).toBe(m.shortlist_found_lead_units(said));
  });

  it('says what is thought of an article', () => {
    expect(verdictLabel('minimum-too-high')).toBe(m.shortlist_verdict_minimum());
  });
});

describe('how far to trust it', () => {
  it('says how near the best possible it is', () => {
    expect(qualityOf(compared)).toBe('Solved in 2 s, within 1% of the best possible');
    expect(qualityOf({ ...compared, bound: null })).toBe('');
  });

  it('says what such forecasts came to', () => {
    const shrinkage = { centre: 4, level: -0.2, slope: 1, count: 210 };
    const said = { count: '210', share: '80%' };
    expect(promiseWords(someShortlist({ shrinkage }), choice)).toBe(m.shortlist_promise_text(said));
    expect(promiseWords(someShortlist(), choice)).toBe(m.shortlist_promise_none());
  });
});
