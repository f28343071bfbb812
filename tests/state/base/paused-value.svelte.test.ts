import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PausedValue } from '#state/base/paused-value.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('follows a value once its changes pause', () => {
  let value = $state(1);
  const held: { paused?: PausedValue<number> } = {};
  const leave = $effect.root(() => {
    held.paused = new PausedValue(() => value);
  });
  flushSync();
  for (const next of [2, 3, 4]) {
    value = next;
    flushSync();
    vi.advanceTimersByTime(100);
  }
  expect(held.paused!.current).toBe(1);
  vi.advanceTimersByTime(400);
  expect(held.paused!.current).toBe(4);
  value = 5;
  flushSync();
  leave();
  vi.advanceTimersByTime(1000);
  expect(held.paused!.current).toBe(4);
});
