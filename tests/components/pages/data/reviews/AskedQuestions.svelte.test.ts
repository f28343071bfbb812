import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import AskedQuestions from '#components/pages/data/reviews/AskedQuestions.svelte';
import { review } from '../../../../support/review.ts';

const asked = (text: string, answer = '') => review({ kind: 'question', text, answer });

function shown(reviews: ReturnType<typeof asked>[]): string {
  const part = mount(AskedQuestions, { target: document.body, props: { reviews } });
  const text = document.body.textContent.replace(/\s+/g, ' ');
  void unmount(part);
  return text;
}

it('lists what is asked most, what it is about, and the seller’s own answer', () => {
  const text = shown([
    asked('Does the mug smell of plastic?'),
    asked('Is there a plastic smell?', 'No, it is glazed.'),
    asked('Is it heavy?'),
  ]);
  expect(text).toContain('asked 2 times');
  expect(text).toContain('smell and taste');
  expect(text).toContain('Your answer: No, it is glazed.');
  expect(text).not.toContain('heavy');
});

it('says where nothing is asked twice, and where the seller never answered', () => {
  expect(shown([asked('Is it heavy?')])).toContain('No two questions ask the same.');
  const unanswered = [asked('Is it heavy?'), asked('How heavy is it?'), asked('Any colours?')];
  expect(shown(unanswered)).toContain('No answer of yours was found.');
  expect(shown([review()])).not.toContain('ask');
});
