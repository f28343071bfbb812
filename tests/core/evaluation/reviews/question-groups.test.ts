import { describe, expect, it } from 'vitest';
import { questionGroups } from '#core/evaluation/reviews/question-groups.ts';
import { review } from '../../../support/review.ts';

const asked = (text: string, answer = '') => review({ kind: 'question', text, answer });

describe('questions', () => {
  const reviews = [
    asked('Is this dishwasher safe?'),
    asked('Can it go in the dishwasher?', 'Yes, up to 60 °C.'),
    asked('How long does delivery to Germany take?'),
    asked('Is the mug safe for the dishwasher, please?', 'Yes.'),
    review({ text: 'Is this dishwasher safe? It is.' }),
    asked('这个杯子可以放微波炉吗？'),
    asked('请问能放微波炉加热吗', '可以。'),
    asked(''),
    asked('What colour is the lid?'),
  ];

  it('that ask the same stand together, most of them first, with the seller’s own answer', () => {
    const groups = questionGroups(reviews);
    expect(groups.map((group) => [...group.reviews].sort((a, b) => a - b))).toEqual([
      [0, 1, 3],
      [5, 6],
    ]);
    expect([1, 3]).toContain(groups[0]!.answered);
    expect(groups[1]!.answered).toBe(6);
  });

  it('have no answer where the seller gave none', () => {
    const [group] = questionGroups([
      asked('Is it heavy?'),
      asked('How heavy is it?'),
      asked('Blue?'),
    ]);
    expect(group?.answered).toBeNull();
  });

  it('are grouped in a moment, however many', () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      asked(`Is part ${100 + (i % 40)} of it blue?`),
    );
    const groups = questionGroups(many);
    expect(groups).toHaveLength(40);
    expect(groups[0]!.reviews).toHaveLength(75);
  });
});
