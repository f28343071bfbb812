import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
// What the focus fetches is here already, and does not come after the test.
import '#components/ui/controls/SuggestionInput.svelte';
import KnownText from '#components/ui/forms/KnownText.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('offers what was probably meant, takes it at a press, and tells what is truly new', async () => {
  const field = mount(KnownText, {
    target: document.body,
    props: { label: 'Category', value: '', known: ['Mugs', 'Vases'] },
  });
  const said = () => document.querySelector('[role=status]')!.textContent.trim();
  const pause = () => {
    flushSync();
    vi.advanceTimersByTime(500);
    flushSync();
  };
  const afterTyping = (text: string) => {
    const input = document.querySelector('input')!;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    pause();
    return said();
  };
  expect(afterTyping('Mgus')).toContain('“Mgus” is not in your past launches.');
  document.querySelector('button')!.click();
  pause();
  expect(document.querySelector('input')!.value).toBe('Mugs');
  expect(said()).toBe('');
  // It may become "Vases" yet.
  expect(afterTyping('Va')).toBe('');
  expect(afterTyping('Garden')).toBe('“Garden” is new: plans use your other launches.');
  await unmount(field);
});
