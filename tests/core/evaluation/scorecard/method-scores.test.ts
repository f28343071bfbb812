import { describe, expect, it } from 'vitest';
import { methodScores } from '#core/evaluation/scorecard/method-scores.ts';
import { heldOutOf } from '../../../support/held-out.ts';
import { hidden, reference } from './reference.ts';

describe('methods on the same hidden launches', () => {
  it.each(['debut', 'category-median'] as const)(
    'score as scikit-learn and SciPy say: %s',
    (method) => {
      const told = reference.scores[method];
      const score = methodScores(hidden).find((each) => each.method === method)!;
      expect(score.maeUnits).toBeCloseTo(told.mae, 10);
      expect(score.wape.expected).toBeCloseTo(told.wape, 12);
      expect(score.r2Log).toBeCloseTo(told.r2Log, 12);
      expect(score.rankCorrelation).toBeCloseTo(told.rank, 12);
    },
  );

  it('could have missed as much as a bootstrap of 40,000 draws says', () => {
    const [debut, median] = methodScores(hidden) as [Score, Score];
    const rangeOf = ({ wape }: Score) => [wape.low80, wape.low50, wape.high50, wape.high80];
    closeTo(rangeOf(debut), reference.scores.debut.range);
    closeTo(rangeOf(median), reference.scores['category-median'].range);
    closeTo(
      [median.against!.low, median.against!.high],
      reference.scores['category-median'].against,
    );
    expect(median.against!.verdict).toBe('debut-better');
    expect(debut.against).toBeNull();
  });

  it('are told where they are better than Debut, and where the difference may be chance', () => {
    const actual = Array.from({ length: 40 }, (_, i) => 20 + i);
    const off = (by: (i: number) => number) => actual.map((units, i) => units + by(i));
    const heldOut = heldOutOf({ actual, debut: off((i) => (i % 2 ? 8 : -8)) }, {});
    const scores = methodScores({
      ...heldOut,
      expectedUnits: {
        ...heldOut.expectedUnits,
        ridge: Float64Array.from(off(() => 3)),
        trees: Float64Array.from(off((i) => (i % 4 ? 8.1 : -7.5))),
      },
    });
    expect(scores.map(({ method, against }) => [method, against?.verdict])).toEqual([
      ['ridge', 'debut-worse'],
      ['trees', 'level'],
      ['debut', undefined],
    ]);
  });

  it('hold against a prediction only what is known of a sold-out launch', () => {
    const heldOut = heldOutOf({ actual: [10, 10], debut: [40, 10], soldOut: [true, false] });
    expect(methodScores(heldOut)[0]!.wape.expected).toBe(0);
  });

  it('say nothing where nothing was sold', () => {
    expect(methodScores(heldOutOf({ actual: [0, 0], debut: [1, 2] }))).toEqual([]);
  });
});

type Score = ReturnType<typeof methodScores>[number];

/** Two thousand draws against forty thousand: quantiles differ by chance. */
function closeTo(values: readonly number[], told: readonly number[]): void {
  values.forEach((value, i) => {
    expect(Math.abs(value - told[i]!)).toBeLessThan(0.012);
  });
}
