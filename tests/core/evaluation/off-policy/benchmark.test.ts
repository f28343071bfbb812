import { expect, it } from 'vitest';
import { strongestInput } from '#core/evaluation/off-policy/benchmark.ts';
import type { ChoiceInputs } from '#core/evaluation/off-policy/choice-inputs.ts';
import type { ChoiceModel } from '#core/evaluation/off-policy/choice-model.ts';
import { sigmoid } from '#core/base/statistics/statistics.ts';

/** Marks of two columns, which launches have by turns: yes-yes, yes-no, no-yes, no-no. */
const COUNT = 160;
const marks = Array.from({ length: COUNT }, (_, i) => [i % 4 < 2 ? 1 : 0, i % 2 === 0 ? 1 : 0]);
const inputs: ChoiceInputs = {
  width: 3,
  starts: Uint32Array.from({ length: COUNT + 1 }, (_, i) => 3 * i),
  columns: Uint32Array.from({ length: 3 * COUNT }, (_, e) => e % 3),
  values: Float64Array.from(marks.flatMap(([a, b]) => [1, a!, b!])),
  groups: Int16Array.of(-1, 0, 1),
  names: ['brand', 'week'],
};
const rows = Array.from(marks.keys());

/** The second of two channels is taken with the chance σ(brand × mark + week × mark). */
function model(brand: number, week: number): ChoiceModel {
  const effects = Float64Array.of(0, 0, 0, 0, brand, 0, 0, week, 0);
  const places = [
    { channel: 0, promotion: 0 },
    { channel: 1, promotion: 0 },
  ];
  return { places, channels: 2, effects, pairs: new Float64Array(2) };
}

it('names the input without which choices look most different, by its odds in closed form', () => {
  const taken = rows.map(() => 1);
  const found = strongestInput(model(1.2, 0.1), inputs, { rows, taken })!;
  expect(found.input).toBe('brand');
  // Without the brand, a chance is the mean of both that it may be; nine of ten launches reach into the larger of the ratios.
  const logOdds = (chance: number) => Math.log(chance / (1 - chance));
  const ratios = [0, 0.1].flatMap((week) => {
    const [no, yes] = [sigmoid(week), sigmoid(1.2 + week)];
    return [no, yes].map((own) => Math.abs(logOdds(own) - logOdds((no + yes) / 2)));
  });
  expect(Math.log(found.odds)).toBeCloseTo(Math.max(...ratios), 2);
});

it('finds odds of 1 where no input moves a choice', () => {
  const taken = rows.map((row) => row % 2);
  expect(strongestInput(model(0, 0), inputs, { rows, taken })!.odds).toBeCloseTo(1, 10);
});
