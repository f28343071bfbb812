import { describe, expect, it } from 'vitest';
import {
  cautionFindings,
  noteWords,
  supportFinding,
  supportWords,
  verdictWords,
} from '#components/pages/plan/caution-words.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { SAMPLE_MONDAY, samplePlan, sampleProduct } from '../../../support/ranking.ts';

describe('what speaks against a launch', () => {
  it('is nothing where it is proposed', () => {
    expect(verdictWords({ kind: 'launch' })).toBeNull();
  });

  it('is said in a sentence of its own for each reason', () => {
    const kinds = ['negative-margin', 'loses-money', 'loss-likely', 'displaced'] as const;
    const said = kinds.map((kind) => verdictWords({ kind }));
    expect(said[2]).toBe('Not recommended: a loss is more likely than a profit.');
    expect(new Set(said).size).toBe(kinds.length);
  });
});

describe('notes on a product', () => {
  it('are sentences in their order, without what the verdict says', () => {
    expect(noteWords(['assumed-unit-cost', 'negative-margin', 'unknown-category'])).toEqual([
      'It has no unit cost, so your usual one is used.',
      'You have never launched a product of its category.',
    ]);
  });
});

describe('how often it was done before', () => {
  const said = (alike: number, anywhere: number, category = 'Kitchen') =>
    supportWords(
      samplePlan({
        product: sampleProduct({ category }),
        support: { alike, anywhere, lastDay: anywhere === 0 ? null : SAMPLE_MONDAY },
      }),
    );

  it('tells the own category from all', () => {
    expect(said(7, 31)).toBe(
      'Tried before: 7 launches in this category, the latest on 9 March 2026; 31 launches in all',
    );
    expect(said(0, 31)).toBe(
      'Tried before: none in this category; 31 launches in others, the latest on 9 March 2026',
    );
    expect(said(0, 0)).toBe('Tried before: none');
  });

  it('knows no own category where the product has none', () => {
    expect(said(31, 31, '')).toBe('Tried before: 31 launches, the latest on 9 March 2026');
  });

  it('is written in Chinese, dates without spaces', () => {
    expect(inChinese(() => said(7, 31))).toBe(
      '以前试过：这个品类 7 次上新，最近一次在2026年3月9日；全部品类 31 次上新',
    );
  });
});

describe('findings', () => {
  it('tell much experience from little and none', () => {
    const titled = (alike: number, anywhere: number) => {
      const { icon, title } = supportFinding(
        samplePlan({ support: { alike, anywhere, lastDay: SAMPLE_MONDAY } }),
      );
      return [icon, title];
    };
    expect(titled(10, 31)).toEqual(['tick', 'Enough precedents.']);
    expect(titled(9, 31)).toEqual(['note', 'Few precedents.']);
    expect(titled(0, 31)).toEqual(['warn', 'Never tried with similar products.']);
    expect(titled(0, 0)).toEqual(['warn', 'Never tried.']);
  });

  it('put what speaks against a launch before what is odd about its product', () => {
    const found = cautionFindings(
      samplePlan({ verdict: { kind: 'loss-likely' }, notes: ['no-category', 'beyond-any'] }),
    );
    expect(found.map(({ icon }) => icon)).toEqual(['warn', 'note', 'note']);
    expect(cautionFindings(samplePlan())).toEqual([]);
  });
});
