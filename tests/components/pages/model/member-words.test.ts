import { describe, expect, it } from 'vitest';
import {
  blendWords,
  mainMemberWords,
  memberRows,
  worthFinding,
  worthNote,
} from '#components/pages/model/member-words.ts';
import type { TrainingReport, MemberWorth } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import type { MemberName } from '#core/model/blend/blend.ts';

const NONE = { net: 0, ridge: 0, trees: 0, analogues: 0, median: 0 };
const reportOf = (blend: object, method: TrainingReport['method'] = 'net') =>
  ({ method, blend: { ...NONE, ...blend } }) as unknown as TrainingReport;
const all = { hasCategories: true };
const share = (method: string, of: string) => m.model_blend_share({ method, share: of });

describe('the base models of a blend', () => {
  it('are listed with their weights', () => {
    expect(blendWords(reportOf({ net: 0.75, ridge: 0.25 }), all)).toContain(
      'the neural network (75%) and ridge regression (25%)',
    );
  });

  it('are ridge alone where launches are few, and one where the others did not help', () => {
    expect(blendWords(reportOf({ ridge: 1 }, 'shrinkage'), all)).toBe(m.model_blend_shrinkage());
    expect(blendWords(reportOf({ trees: 1 }), all)).toBe(
      m.model_blend_one({ method: m.model_blend_trees() }),
    );
  });

  it('include the median of all launches where there are no categories', () => {
    const drawn = reportOf({ ridge: 0.25, median: 0.75 });
    expect(mainMemberWords(drawn, all)).toBe(share(m.model_blend_median(), '75%'));
    expect(mainMemberWords(drawn, { hasCategories: false })).toBe(
      share(m.model_blend_median_of_all(), '75%'),
    );
  });

  it('rest on the one with the largest weight', () => {
    expect(mainMemberWords(reportOf({ trees: 0.375, ridge: 0.625 }), all)).toBe(
      share(m.model_blend_ridge(), '62.5%'),
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
  });

  it('is said of the Gaussian process only where there is one', () => {
    const process = m.model_blend_process();
    expect(finding(worthReport({ ...blend, process: 0 }, report.memberWorths))).toContain(process);
    expect(finding(report)).not.toContain(process);
  });

  it('names methods that clearly do harm, and does not call it chance where none helps', () => {
    const worths = (ridge: number, trees: number) =>
      finding(worthReport(blend, [worth('ridge', 2, ridge), worth('trees', -2, trees)]));
    const harm = m.model_worth_harmful({ methods: m.model_blend_trees() });
    expect(worths(1, 1)).toContain(harm);
    expect(worths(3, 3)).not.toContain(harm);
    expect(worths(3, 3)).toContain(m.model_worth_none());
    expect(worths(3, 1)).toContain(`${m.model_worth_none_helps()} ${harm}`);
  });

  it('says that ridge stays in a network that started from it', () => {
    const both = worthReport({ ridge: 0.75, net: 0.25 }, [worth('ridge', 0.1, 1)]);
    const started = { ...both, net: { fromRidges: true } } as unknown as TrainingReport;
    expect(finding(both)).not.toContain(m.model_worth_ridge_stays());
    expect(finding(started)).toContain(m.model_worth_ridge_stays());
  });

  it('counts the unused, and names the median of all launches where there are no categories', () => {
    const most = { net: 0.25, ridge: 0.25, trees: 0.25, analogues: 0.25 };
    const unused = { count: 1, methods: m.model_blend_median_of_all() };
    expect(finding(worthReport(most, [worth('net', 0, 1)]), false)).toContain(
      m.model_worth_unused(unused),
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
    expect(worthNote(report)).toBe(m.model_worth_note({ count: 90, text: '90' }));
  });

  it('is not known of reports from before it was measured, or without a test', () => {
    expect(memberRows(worthReport(blend))).toEqual([]);
    expect(memberRows({ ...report, holdout: [] })).toEqual([]);
  });
});
