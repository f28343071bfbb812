import { describe, expect, it } from 'vitest';
import {
  againstWords,
  biasWords,
  methodsVerdict,
} from '#components/pages/evidence/scorecard/scorecard-words.ts';
import type { LaunchGroup } from '#core/evaluation/scorecard/errors-by-group.ts';
import type { AgainstDebut, MethodScore } from '#core/evaluation/scorecard/method-scores.ts';
import type { Method } from '#core/evaluation/scorecard/holdout.ts';
import { m } from '#messages';
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
  const trees = m.model_method_trees();
  const level = score('trees', against(0.02, 'level'));
  const better = score('category-median', against(0.2, 'debut-better'));

  it('is said first where a simpler way missed less', () => {
    const worse = score('trees', against(-0.05, 'debut-worse'));
    expect(said(worse, score('ridge', against(0.001, 'level')))).toEqual({
      ...{ tone: 'warn', title: m.scorecard_worse_title({ methods: trees }) },
      text: m.scorecard_worse_text({ text: '82' }),
    });
  });

  it('is level where chance could have made the difference', () => {
    expect(said(level, better)).toEqual({
      ...{ tone: 'note', title: m.scorecard_level_title_one({ method: trees }) },
      text: 'With 82 unseen launches, the difference may be chance. Plans use Debut’s blend, which is off by 31%.',
    });
    const methods = `${trees} and ${m.model_method_ridge()}`;
    const both = said(level, score('ridge', against(0.02, 'level')));
    expect(both!.title).toBe(m.scorecard_level_title({ methods }));
  });

  it('is better only where it is so against all', () => {
    expect(said(better)).toEqual({
      ...{ tone: 'good', title: m.scorecard_best_title() },
      text: m.scorecard_best_text({ text: '82' }),
    });
  });

  it('is not said where there is nothing to compare with', () => {
    expect(said()).toBeNull();
  });
});

describe('the difference to another way', () => {
  const beside = (missed: number, verdict: AgainstDebut['verdict'], own = 0.27) => {
    const wape = { ...sampleRange(1), expected: missed };
    return againstWords({ ...score('trees', against(missed - own, verdict)), wape }, own);
  };
  const points = (count: number) => ({ count, points: `${count}` });

  it('is told in whole points, and whether it may be chance', () => {
    expect(againstWords(debut, 0.31)).toBe(m.scorecard_in_use());
    expect(beside(0.4, 'debut-better')).toBe(m.scorecard_better(points(13)));
    expect(beside(0.23, 'debut-worse')).toBe(m.scorecard_worse(points(4)));
    expect(beside(0.29, 'level')).toBe('2 points better, may be chance');
    expect(beside(0.26, 'level')).toBe(m.scorecard_worse_chance(points(1)));
    expect(beside(0.272, 'level')).toBe(m.scorecard_level());
  });

  it('is that of the figures shown, which are rounded', () => {
    expect(beside(0.436, 'debut-better', 0.274)).toBe(m.scorecard_better(points(17)));
    expect(beside(0.274, 'level', 0.266)).toBe(m.scorecard_level());
  });
});

describe('a group', () => {
  const group = (
    above: number,
    aboveRange: LaunchGroup['aboveRange'],
    [count, knownCount]: readonly [number, number],
  ) => biasWords({ key: 'mugs', wape: sampleRange(1), above, aboveRange, count, knownCount });
  const none = { share: '', part: '', all: '', rest: '' };

  it('is called too low or too high only beyond chance', () => {
    const share = { ...none, how: 'share', share: '70%' } as const;
    expect(group(0.7, [0.55, 0.8], [120, 120])).toBe(m.scorecard_bias_more(share));
    expect(group(0.3, [0.2, 0.45], [120, 120])).toBe(m.scorecard_bias_less(share));
    expect(group(0.6, [0.4, 0.75], [120, 120])).toBe(m.scorecard_bias_none());
  });

  it('of few launches is counted, with those of which nobody knows', () => {
    expect(group(7 / 9, [0.51, 0.9], [10, 9])).toBe('7 of 9 sold more than expected; 1 sold out');
    const all = { ...none, how: 'all', part: '79', all: '99' } as const;
    expect(group(79 / 99, [0.55, 0.9], [99, 99])).toBe(m.scorecard_bias_more(all));
    const rest = { ...none, how: 'rest', part: '7', all: '9', rest: '1' } as const;
    expect(group(2 / 9, [0.1, 0.49], [10, 9])).toBe(m.scorecard_bias_less(rest));
  });
});
