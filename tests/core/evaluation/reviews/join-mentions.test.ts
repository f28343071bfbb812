import { expect, it } from 'vitest';
import { joinMentions } from '#core/evaluation/reviews/join-mentions.ts';
import { reviewReading } from '../../../support/review-reading.ts';

it('joins the mentions of parts in their order', () => {
  const said = [0, 0, 2, 3].map((review, i) => {
    return { review, aspect: i % 2, sentence: i - 1, negative: i / 4, direction: 'late' as const };
  });
  const of = (from: number, to: number) =>
    reviewReading({ launch: [0, 0, 0, 0], said: said.slice(from, to) }).mentions;
  const whole = of(0, 4);
  expect(joinMentions([of(0, 1), of(1, 1), of(1, 4)])).toEqual(whole);
  expect(joinMentions([whole])).toEqual(whole);
  expect(joinMentions([])).toEqual(of(0, 0));
});
