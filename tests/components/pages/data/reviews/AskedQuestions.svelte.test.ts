import { flushSync, mount, unmount } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import AskedQuestions from '#components/pages/data/reviews/AskedQuestions.svelte';
import { addWord, NO_EDITS, removeWord } from '#core/evaluation/reviews/aspect-edits.ts';
import { editedAspects } from '#core/evaluation/reviews/edited-aspects.ts';
import { SEED_ASPECTS } from '#core/model/aspects/seed-words.ts';
import { review } from '../../../../support/review.ts';

const asked = (text: string, answer = '') => review({ kind: 'question', text, answer });

function shown(reviews: ReturnType<typeof asked>[], words = SEED_ASPECTS): string {
  const part = mount(AskedQuestions, { target: document.body, props: { reviews, words } });
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

it('says what a question is about by the words that the seller counts', () => {
  const questions = [asked('Is the strap vegan?'), asked('Are the straps vegan?')];
  expect(shown(questions)).not.toContain('About');
  const added = addWord(NO_EDITS, 'material', 'vegan');
  expect(shown(questions, editedAspects(added))).toContain('About material.');
  const smell = [asked('Does it smell?'), asked('Any smell?')];
  const removed = removeWord(NO_EDITS, 'smell-and-taste', 'smell');
  expect(shown(smell, editedAspects(removed))).not.toContain('About');
  const proposed = SEED_ASPECTS.map((each) =>
    each.aspect === 'material' ? { ...each, grown: [{ word: 'vegan', count: 9, lift: 9 }] } : each,
  );
  expect(shown(questions, proposed)).not.toContain('About');
});

function copyButtons(reviews: ReturnType<typeof asked>[], writeText: () => Promise<void>) {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
  const part = mount(AskedQuestions, {
    target: document.body,
    props: { reviews, words: SEED_ASPECTS },
  });
  flushSync();
  onTestFinished(() => {
    void unmount(part);
    vi.restoreAllMocks();
  });
  return { copied, buttons: [...document.querySelectorAll('button')] };
}
const statuses = () =>
  [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent);

it('copies a question with the answer to it, and says so', async () => {
  const { copied, buttons } = copyButtons(
    [
      asked('Does it run small?'),
      asked('Are these trousers true to size?', 'Yes, they are.'),
      asked('Does it shrink?'),
      asked('Will it shrink?'),
    ],
    () => Promise.resolve(),
  );
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    'Copy question and answer: Are these trousers true to size?',
  ]);
  expect(statuses()).toEqual(['']);
  buttons[0]!.click();
  await vi.waitFor(() => expect(statuses()).toEqual(['Copied.']));
  expect(copied).toHaveBeenCalledExactlyOnceWith(
    'Are these trousers true to size?\nYes, they are.',
  );
});

it('says where the browser does not copy', async () => {
  const { buttons } = copyButtons(
    [asked('Does it shrink?', 'No.'), asked('Will it shrink?', 'No.')],
    () => Promise.reject(new Error('denied')),
  );
  buttons[0]!.click();
  await vi.waitFor(() => expect(statuses()[0]).toContain('The browser blocked copying.'));
});
