import { expect, it } from 'vitest';
import type { Journal } from '#workers/runtime/journal.ts';
import { unlessStopped } from '#workers/model/train/unless-stopped.ts';
import type { TrainingClock } from '#workers/runtime/training-clock.ts';

function run() {
  const kept = new Map<number, unknown>();
  const journal: Journal = {
    load: (key) => Promise.resolve(kept.get(key)),
    save: (key, value) => Promise.resolve(void kept.set(key, value)),
  };
  const end = new AbortController();
  const clock = { stop: end.signal } as TrainingClock;
  const drop = new AbortController();
  return { request: { clock, journal }, end, drop };
}

const failing = () => Promise.reject(new Error('no room'));

it('leaves out again what was left out before, and only that', async () => {
  const { request, drop } = run();
  const stopping = () => {
    drop.abort();
    return failing();
  };
  const one = { inputs: ['one'], drop: drop.signal };
  expect(await unlessStopped(request, one, stopping)).toBeNull();
  const later = new AbortController().signal;
  const work = () => Promise.resolve('made');
  expect(await unlessStopped(request, { ...one, drop: later }, work)).toBeNull();
  expect(await unlessStopped(request, { inputs: ['two'], drop: later }, work)).toBe('made');
});

it('returns what is over when the seller stops', async () => {
  const { request, drop } = run();
  drop.abort();
  const known = { inputs: ['one'], drop: drop.signal };
  expect(await unlessStopped(request, known, () => Promise.resolve('known'))).toBe('known');
});

it('does not take a failure, or a pause, for a stop', async () => {
  const { request, end, drop } = run();
  const given = { inputs: ['one'], drop: drop.signal };
  await expect(unlessStopped(request, given, failing)).rejects.toThrow('no room');
  drop.abort();
  end.abort();
  await expect(unlessStopped(request, given, failing)).rejects.toThrow('no room');
  expect(await unlessStopped(request, given, () => Promise.resolve('made'))).toBe('made');
});
