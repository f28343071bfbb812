import { describe, expect, it } from 'vitest';
import {
  blendWords,
  mainMemberWords,
  memberRows,
  worthFinding,
  worthNote,
} from '#components/pages/model/member-words.ts';
import type { TrainingReport, MemberWorth } from '#core/model/training/training-report.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import type { MemberName } from '#core/model/blend/blend.ts';

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

const worth = (member: MemberName, points: number, spread: number): MemberWorth => ({
  member,
  unseen: {
    expected: points / 100,
    low80: (points - spread) / 100,
    low50: (points - spread / 2) / 100,
    high50: (points + spread / 2) / 100,
    high80: (points + spread) / 100,
    isClear: Math.abs(points) > spread,
  },
  backtests: 0.01,
});
const worthReport = (blend: object, memberWorths?: readonly MemberWorth[]) =>
  ({
    rows: { training: 300, validation: 60, test: 90 },
    blend: { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0, ...blend },
    holdout: [
      { method: 'debut', wape: 0.31 },
      { method: 'ridge', wape: 0.33 },
      { method: 'net', wape: 0.4 },
      { method: 'category-median', wape: 0.6 },
    ],
    memberWorths,
  }) as unknown as TrainingReport;

const blend = { ridge: 0.625, trees: 0.375 };
const report = worthReport(blend, [worth('ridge', 4.2, 2), worth('trees', 0.3, 1)]);
const finding = (given: TrainingReport, hasCategories = true) =>
  worthFinding(given, { hasCategories }).replaceAll('\u2060', '');

describe('what base models add', () => {
  it('is said first of the one that the forecast loses most without; unused ones are named', () => {
    expect(finding(report)).toBe(
      'Without ridge regression, the forecast loses most: its error rises by 4.2 percentage points, likely 2.2–6.2. ' +
        'Some methods are not used, because they did not improve forecasts of earlier launches enough: ' +
        'the neural network, similar launches and the category median.',
    );
    expect(inChinese(() => finding(report))).toBe(
      '去掉岭回归，预测变差最多：误差上升 4.2 个百分点，大概率 2.2–6.2。' +
        '神经网络、相似上新和品类中位数对以往上新的预测改善不够，因此未采用。',
    );
  });

  it('is said of the Gaussian process only where there is one', () => {
    expect(finding(worthReport({ ...blend, process: 0 }, report.memberWorths))).toContain(
      'the neural network, the Gaussian process, similar launches and the category median.',
    );
    expect(memberRows(report).map(({ member }) => member)).not.toContain('process');
  });

  it('is not said of what may be chance', () => {
    const chance = worthReport(blend, [worth('ridge', 2, 3), worth('trees', 0.3, 1)]);
    expect(finding(chance)).toMatch(/^No single method is certain to help here/);
  });

  it('names methods that clearly do harm on the unseen launches', () => {
    const harmed = worthReport(blend, [worth('ridge', 4.2, 2), worth('trees', -2, 1)]);
    expect(finding(harmed)).toContain(
      'On these launches, the error would be smaller without boosted trees. The weights were chosen before this test.',
    );
  });

  it('does not call it chance where a method clearly does harm and none helps', () => {
    const harmed = worthReport(blend, [worth('ridge', 2, 3), worth('trees', -2, 1)]);
    expect(finding(harmed)).toMatch(
      /^No single method clearly helps here\. On these launches, .* without boosted trees\./,
    );
    expect(inChinese(() => finding(harmed))).toMatch(/^没有哪种方法明显有帮助。在这些上新上，/);
  });

  it('says that ridge stays in a network that started from it', () => {
    const both = worthReport({ ridge: 0.75, net: 0.25 }, [worth('ridge', 0.1, 1)]);
    const started = { ...both, net: { fromRidges: true } } as unknown as TrainingReport;
    expect(finding(both)).not.toContain('starts from the ridge regression');
    expect(finding(started)).toContain('The network starts from the ridge regression');
  });

  it('says it in the singular, and of the median of all launches where there are no categories', () => {
    const most = { net: 0.25, ridge: 0.25, trees: 0.25, analogues: 0.25 };
    const worths = (['net', 'ridge', 'trees', 'analogues'] as const).map((member) =>
      worth(member, 0, 1),
    );
    expect(finding(worthReport(most, worths), false)).toMatch(
      /One method is not used, because it did not .*: the median of all launches\.$/,
    );
  });

  it('stands beside the weight and the error of each alone, largest weight first', () => {
    expect(
      memberRows(report).map(({ member, weight, alone, without }) => [
        member,
        weight,
        alone,
        without && Math.round(1000 * without),
      ]),
    ).toEqual([
      ['ridge', 0.625, 0.33, 352],
      ['trees', 0.375, undefined, 313],
      ['net', 0, 0.4, undefined],
      ['analogues', 0, undefined, undefined],
      ['median', 0, 0.6, undefined],
    ]);
    expect(worthNote(report)).toContain('90 unseen launches');
    expect(inChinese(() => worthNote(report))).toContain('90 次检验用的上新');
  });

  it('is not known of reports from before it was measured, or without a test', () => {
    expect(memberRows(worthReport(blend))).toEqual([]);
    expect(memberRows({ ...report, holdout: [] })).toEqual([]);
  });
});
