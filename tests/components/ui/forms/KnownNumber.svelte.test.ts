import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import KnownNumber from '#components/ui/forms/KnownNumber.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the usual range, and remarks calmly on a number far from it', async () => {
  const field = mount(KnownNumber, {
    target: document.body,
    props: { label: 'Weight', value: '', known: ['0.3 kg', '2 kg'] },
  });
  flushSync();
  const input = document.querySelector('input')!;
  const help = document.getElementById(input.getAttribute('aria-describedby')!)!.textContent;
  expect(help.replaceAll('\u2060', '')).toBe('Past launches: 0.3–2\u00A0kg');
  const afterTyping = (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    const atOnce = document.querySelector('[role=status]')!.textContent.trim();
    expect(atOnce).toBe('');
    vi.advanceTimersByTime(500);
    flushSync();
    return document.querySelector('[role=status]')!.textContent.trim();
  };
  // Without a unit it is in that of past launches, and a comma is a decimal sign.
  expect(afterTyping('0,5')).toBe('');
  expect(afterTyping('500 g')).toBe('');
  const far = 'That is far from what past launches had; is the unit right?';
  expect(afterTyping('500')).toBe(far);
  expect(afterTyping('0.05')).toBe(far);
  expect(afterTyping('heavy')).toBe('“heavy” is not a number, so plans treat it as not known.');
  expect(afterTyping('')).toBe('');
  await unmount(field);
});

it('asks for days before the launch where past launches have them', async () => {
  const field = mount(KnownNumber, {
    target: document.body,
    props: {
      ...{ label: 'Designed on', value: '2026-03-01' },
      known: ['20 days before launch', '-5 days before launch'],
    },
  });
  flushSync();
  vi.advanceTimersByTime(500);
  flushSync();
  const input = document.querySelector('input')!;
  const help = document.getElementById(input.getAttribute('aria-describedby')!)!.textContent;
  expect(help.replaceAll('\u2060', '')).toBe(
    'Past launches: −5 to 20 days before the launch (below 0: after it)',
  );
  expect(document.querySelector('[role=status]')!.textContent.trim()).toBe(
    '“2026-03-01” is not a number of days before the launch, so plans treat it as not known.',
  );
  await unmount(field);
});
