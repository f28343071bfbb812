import { describe, expect, it } from 'vitest';
import {
  againstWords,
  biasWords,
  methodsVerdict,
} from '#components/evidence/scorecard/scorecard-words.ts';
import type { LaunchGroup } from '#core/scorecard/errors-by.ts';
import type { AgainstDebut, MethodScore } from '#core/scorecard/method-scores.ts';
import type { Method } from '#core/scorecard/held-out.ts';
import { inChinese } from '../../../support/in-chinese.ts';
import { sampleRange } from '../../../support/ranking.ts';

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
      title: 'Boosted trees alone missed less on these launches.',
    });
  });

  it('is level where chance could have made the difference', () => {
    const verdict = said(
      score('trees', against(0.02, 'level')),
      score('category-median', against(0.2, 'debut-better')),
    );
    expect(verdict!.title).toBe('Boosted trees alone does about as well.');
    expect(verdict!.text).toMatch(/With 82 hidden launches the difference may be chance.*31%/);
  });

  it('is better only where it is so against all', () => {
    const verdict = said(score('category-median', against(0.2, 'debut-better')));
    expect(verdict!.tone).toBe('good');
    const chinese = inChinese(() => said(score('ridge', against(0.2, 'debut-better')))!.title);
    expect(chinese).toBe('综合结果的偏差比每一种更简单的猜法都小。');
  });

  it('is not said where there is nothing to compare with', () => {
    expect(said()).toBeNull();
  });
});

it('tells the difference in whole points, and whether it may be chance', () => {
  expect(againstWords(null)).toBe('in use');
  expect(againstWords(against(0.131, 'debut-better'))).toBe('13 points better');
  expect(againstWords(against(-0.04, 'debut-worse'))).toBe('4 points worse');
  expect(againstWords(against(-0.012, 'debut-worse'))).toBe('1 point worse');
  expect(againstWords(against(0.01, 'level'))).toBe('1 point better, may be chance');
  expect(againstWords(against(0.02, 'level'))).toBe('2 points better, may be chance');
  expect(againstWords(against(-0.004, 'level'))).toBe('level');
});

it('calls a group too low or too high only beyond chance', () => {
  const group = (above: number, aboveRange: LaunchGroup['aboveRange']) =>
    biasWords({ key: 'mugs', count: 20, wape: sampleRange(1), above, aboveRange });
  expect(group(0.7, [0.55, 0.8])).toBe('70% sold more than expected');
  expect(group(0.3, [0.2, 0.45])).toBe('70% sold less than expected');
  expect(group(0.6, [0.4, 0.75])).toBe('as often more as less');
});
