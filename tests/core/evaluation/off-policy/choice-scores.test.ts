import { expect, it } from 'vitest';
import { choiceScores } from '#core/evaluation/off-policy/choice-scores.ts';

it('multiplies each week under each choice as if it were written out', () => {
  // Basis: constant, season, channel, price, trend. Two members of two heads.
  const series = [
    [1, 2, 3, 4, 5],
    [0, -1, 2, 0.5, 1],
    [2, 0, 1, 1, -3],
    [1, 1, 1, 1, 1],
  ];
  const weeks = Float32Array.of(1, 0.5, 9, 9, 2, 1, -1, 9, 9, 3); // what stands in the choice's columns does not count
  const choices = Float32Array.of(1, 0.25, 0, -0.5, 1, 0);
  const z = choiceScores(series, 2, { weeks, choices, firstAction: 2, actionCount: 2 });
  const written = (member: number, week: number, choice: number, head: number) => {
    const row = [...weeks.subarray(5 * week, 5 * week + 5)];
    row.splice(2, 2, ...choices.subarray(2 * choice, 2 * choice + 2));
    return row.reduce((sum, value, k) => sum + value * series[2 * member + head]![k]!, 0);
  };
  expect(z).toHaveLength(2 * 2 * 3 * 2);
  const places = [0, 1].flatMap((member) =>
    [0, 1].flatMap((week) => [0, 1, 2].map((choice) => ({ member, week, choice }))),
  );
  for (const { member, week, choice } of places) {
    const row = (member * 2 + week) * 3 + choice;
    expect(z[2 * row]).toBeCloseTo(written(member, week, choice, 0), 5);
    expect(z[2 * row + 1]).toBeCloseTo(written(member, week, choice, 1), 5);
  }
});
