import { describe, expect, it } from 'vitest';
import {
  cautionFindings,
  noteWords,
  supportFinding,
  supportWords,
  verdictWords,
} from '#components/pages/plan/caution-words.ts';
import { tally } from '#components/words/counts.ts';
import { m } from '#messages';
import { SAMPLE_MONDAY, samplePlan, sampleProduct } from '../../../support/ranking.ts';

describe('what speaks against a launch', () => {
  it('is nothing where it is proposed', () => {
    expect(verdictWords({ kind: 'launch' })).toBeNull();
  });

  it('is said in a sentence of its own for each reason', () => {
    const kinds = ['negative-margin', 'loses-money', 'loss-likely', 'displaced'] as const;
    expect(kinds.map((kind) => verdictWords({ kind }))).toEqual([
      ...[m.plan_negative_margin(), m.plan_loses_money(), m.plan_loss_likely(), m.plan_displaced()],
    ]);
  });
});

describe('notes on a product', () => {
  it('are sentences in their order, without what the verdict says', () => {
    expect(noteWords(['assumed-unit-cost', 'negative-margin', 'unknown-category'])).toEqual([
      ...[m.plan_note_assumed_unit_cost(), m.plan_note_unknown_category()],
    ]);
  });
});

describe('how often it was done before', () => {
  const said = (alike: number, anywhere: number, category = 'Kitchen') =>
    supportWords({
      product: sampleProduct({ category }),
      support: { alike, anywhere, lastDay: anywhere === 0 ? null : SAMPLE_MONDAY },
    });
  const before = (text: string) => m.take_labelled({ label: m.plan_done_before(), text });
  const facts = { anywhere: m.format_launches(tally(31)), day: '9 March 2026' };

  it('tells the own category from all', () => {
    expect(said(7, 31)).toBe(
      'Tried before: 7 launches in this category, the latest on 9 March 2026; 31 launches in all',
    );
    expect(said(0, 31)).toBe(before(m.plan_done_elsewhere(facts)));
    expect(said(0, 0)).toBe(before(m.plan_done_never()));
  });

  it('knows no own category where the product has none', () => {
    expect(said(31, 31, '')).toBe(before(m.plan_done_anywhere(facts)));
  });
});

describe('findings', () => {
  it.each([
    [10, 31, 'tick', m.plan_support_well()],
    [9, 31, 'note', m.plan_support_thin()],
    [0, 31, 'warn', m.plan_support_none()],
    [0, 0, 'warn', m.plan_support_untried()],
  ])('tell how often it was tried: %i times of %i', (alike, anywhere, icon, title) => {
    const support = { alike, anywhere, lastDay: SAMPLE_MONDAY };
    expect(supportFinding(samplePlan({ support }))).toMatchObject({ icon, title });
  });

  it('put what speaks against a launch before what is odd about its product', () => {
    const found = cautionFindings(
      samplePlan({ verdict: { kind: 'loss-likely' }, notes: ['no-category', 'beyond-any'] }),
    );
    expect(found).toEqual([
      { icon: 'warn', title: m.plan_why_not(), advice: m.plan_loss_likely() },
      { icon: 'note', title: m.plan_note(), advice: m.plan_note_no_category() },
      { icon: 'note', title: m.plan_note(), advice: m.plan_note_beyond_any() },
    ]);
    expect(cautionFindings(samplePlan())).toEqual([]);
  });
});
