import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import CostQuestion from '#components/pages/plan/money/CostQuestion.svelte';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown(isAnswered: boolean) {
  const onanswer = vi.fn<(share: number | null) => void>();
  const target = document.body.appendChild(document.createElement('div'));
  const page = mount(CostQuestion, { target, props: { share: 0.5, isAnswered, onanswer } });
  flushSync();
  leave = () => {
    void unmount(page);
    target.remove();
  };
  const input = target.querySelector('input')!;
  const answer = (value: string) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  };
  return { target, input, answer, onanswer };
}

it('says what is assumed, and takes the answer right there', () => {
  const { target, input, answer, onanswer } = shown(false);
  expect(target.textContent).toContain('Assumed: a unit costs 50% of its list price');
  expect([input.value, input.placeholder]).toEqual(['', '50']);
  answer('35');
  expect(onanswer).toHaveBeenLastCalledWith(0.35);
  answer('140');
  expect(onanswer).toHaveBeenCalledTimes(1);
  expect(target.textContent).toContain('Enter a number from 0 to 100.');
});

it('shows the answer, and takes it back', () => {
  const { target, input, answer, onanswer } = shown(true);
  expect(target.textContent).toContain('Unit costs follow your answer');
  expect(input.value).toBe('50');
  answer('');
  expect(onanswer).toHaveBeenLastCalledWith(null);
});
