import { describe, expect, it } from 'vitest';
import { blendWords, mainMemberWords } from '#components/pages/model/member-words.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { inChinese } from '../../../support/in-chinese.ts';

const NONE = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
const reportOf = (blend: object, method: TrainingReport['method'] = 'net') =>
  ({ method, blend: { ...NONE, ...blend } }) as unknown as TrainingReport;
const all = { hasCategories: true };

describe('the base models of a blend', () => {
  const report = reportOf({ net: 0.75, ridge: 0.25 });

  it('are listed with their weights', () => {
    expect(blendWords(report, all)).toContain(
      'the neural network (75%) and ridge regression (25%)',
    );
    expect(inChinese(() => blendWords(report, all))).toBe(
      'Debut 组合了神经网络（75%）和岭回归（25%），权重由未参与训练的上新确定。',
    );
  });

  it('are ridge alone where launches are few, and one where the others did not help', () => {
    const tiny = reportOf({ ridge: 1 }, 'shrinkage');
    expect(blendWords(tiny, all)).toContain('too few launches for a neural network');
    expect(blendWords(reportOf({ trees: 1 }), all)).toBe(
      'Debut uses boosted trees: adding other methods did not help.',
    );
  });

  it('include the median of all launches where there are no categories', () => {
    const drawn = reportOf({ ridge: 0.75, median: 0.25 });
    expect(blendWords(drawn, all)).toContain('the category median (25%)');
    expect(blendWords(drawn, { hasCategories: false })).toContain(
      'the median of all launches (25%)',
    );
  });

  it('rest on the one with the largest weight', () => {
    expect(mainMemberWords(report, all)).toBe('the neural network (75%)');
    expect(mainMemberWords(reportOf({ trees: 0.375, ridge: 0.625 }), all)).toBe(
      'ridge regression (62.5%)',
    );
  });
});
