import { describe, expect, it } from 'vitest';
import {
  againstWords,
  biasWords,
  methodsVerdict,
} from '#components/pages/evidence/scorecard/scorecard-words.ts';
import type { LaunchGroup } from '#core/evaluation/scorecard/errors-by-group.ts';
import type { AgainstDebut, MethodScore } from '#core/evaluation/scorecard/method-scores.ts';
import type { Method } from '#core/evaluation/scorecard/holdout.ts';
import { inChinese } from '../../../../support/in-chinese.ts';
import { sampleRange } from '../../../../support/ranking.ts';

const against = (difference: number, verdict: AgainstDebut['verdict']): AgainstDebut => ({
  ...{ difference, verdict, low: difference - 0.02, high: difference + 0.02 },
});

function score(method: Method, own: AgainstDebut | null): MethodScore {
  const wape = { ...sampleRange(1), expected: 0.31 };
  return { method, wape, against: own, maeUnits: 9, r2Log: 0.5, rankCorrelation: 0.7 };
}

const debut = score('debut', null);
const said = (...others: readonly MethodScore[]) =>
  methodsVerdict([debut, ...others], { count: 82, hasCategories: true });

describe('how Debut compares', () => {
  it('is said first where a simpler way missed less', () => {
    const verdict = said(
      score('trees', against(-0.05, 'debut-worse')),
      score('ridge', against(0.001, 'level')),
    );
    expect(verdict).toMatchObject({
      tone: 'warn',
      title: 'Boosted trees alone had smaller errors on these launches.',
    });
  });

  it('is level where chance could have made the difference', () => {
    const verdict = said(
      score('trees', against(0.02, 'level')),
      score('category-median', against(0.2, 'debut-better')),
    );
    expect(verdict!.title).toBe('Boosted trees alone does about as well.');
    expect(verdict!.text).toMatch(/With 82 unseen launches, the difference may be chance.*31%/);
  });

  it('is better only where it is so against all', () => {
    const verdict = said(score('category-median', against(0.2, 'debut-better')));
    expect(verdict!.tone).toBe('good');
    const chinese = inChinese(() => said(score('ridge', against(0.2, 'debut-better')))!.title);
    expect(chinese).toBe('组合模型的误差比其他方法都小。');
  });

  it('is not said where there is nothing to compare with', () => {
    expect(said()).toBeNull();
  });
});

describe('the difference to another way', () => {
  const beside = (missed: number, verdict: AgainstDebut['verdict'], own = 0.27) =>
    againstWords(
      {
        ...score('trees', against(missed - own, verdict)),
        wape: { ...sampleRange(1), expected: missed },
      },
      own,
    );

  it('is told in whole points, and whether it may be chance', () => {
    expect(againstWords(debut, 0.31)).toBe('in use');
    expect(beside(0.4, 'debut-better')).toBe('13 points better');
    expect(beside(0.23, 'debut-worse')).toBe('4 points worse');
    expect(beside(0.26, 'debut-worse')).toBe('1 point worse');
    expect(beside(0.28, 'level')).toBe('1 point better, may be chance');
    expect(beside(0.29, 'level')).toBe('2 points better, may be chance');
    expect(beside(0.272, 'level')).toBe('level');
  });

  it('is that of the figures shown, which are rounded', () => {
    expect(beside(0.436, 'debut-better', 0.274)).toBe('17 points better');
    expect(beside(0.274, 'level', 0.266)).toBe('level');
  });
});

describe('a group', () => {
  const group = (
    above: number,
    aboveRange: LaunchGroup['aboveRange'],
    [count, knownCount]: number[],
  ) =>
    biasWords({
      ...{ key: 'mugs', wape: sampleRange(1), above, aboveRange },
      ...{ count: count!, knownCount: knownCount! },
    });

  it('is called too low or too high only beyond chance', () => {
    expect(group(0.7, [0.55, 0.8], [120, 120])).toBe('70% sold more than expected');
    expect(group(0.3, [0.2, 0.45], [120, 120])).toBe('70% sold less than expected');
    expect(group(0.6, [0.4, 0.75], [120, 120])).toBe('no clear bias');
  });

  it('of few launches is counted, with those of which nobody knows', () => {
    expect(group(0.8, [0.55, 0.9], [10, 10])).toBe('8 of 10 sold more than expected');
    expect(group(7 / 9, [0.51, 0.9], [10, 9])).toBe('7 of 9 sold more than expected; 1 sold out');
    expect(inChinese(() => group(2 / 9, [0.1, 0.49], [10, 9]))).toBe(
      '9 次中有 7 次卖得比预计少；另 1 次售罄',
    );
  });
});
