import { expect, it } from 'vitest';
import { allOrStop } from '#workers/runtime/all-or-stop.ts';

const later = <T>(value: T, ms = 1) =>
  new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

it('gives what all parts gave, in their order', async () => {
  const end = () => expect.unreachable();
  expect(await allOrStop(end, [later('slow', 5), later(2)])).toEqual(['slow', 2]);
});

it('asks the others to stop where one fails, and waits until they have', async () => {
  const stop = new AbortController();
  const ended: string[] = [];
  const untilStopped = async () => {
    while (!stop.signal.aborted) await later(null);
    await later(null, 5);
    ended.push('the other');
    throw new Error('stopped');
  };
  const failing = later(null).then(() => Promise.reject(new Error('a slip')));
  await expect(allOrStop(() => stop.abort(), [untilStopped(), failing])).rejects.toThrow('a slip');
  expect(ended).toEqual(['the other']);
});
