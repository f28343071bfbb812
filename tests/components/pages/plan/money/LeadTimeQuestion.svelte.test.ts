import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import LeadTimeQuestion from '#components/pages/plan/money/LeadTimeQuestion.svelte';

let leave: () => void = () => undefined;
afterEach(() => leave());

it('says what is assumed, and takes the answer right there, also that there is none', () => {
  const onanswer = vi.fn<(days: number) => void>();
  const page = mount(LeadTimeQuestion, { target: document.body, props: { onanswer } });
  leave = () => void unmount(page);
  const input = document.querySelector('input')!;
  const answer = (value: string) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  };
  expect(document.body.textContent).toContain('Assumed: your supplier delivers at once');
  expect(document.querySelector('label')?.textContent).toContain(
    'How long does your supplier take',
  );
  answer('45');
  expect(onanswer).toHaveBeenLastCalledWith(45);
  answer('0');
  expect(onanswer).toHaveBeenLastCalledWith(0);
  answer('4.5');
  answer('');
  expect(onanswer).toHaveBeenCalledTimes(2);
  answer('900');
  expect(document.body.textContent).toContain('Enter a number from 0 to 730.');
});
