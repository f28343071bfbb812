import { afterEach, expect, it, vi } from 'vitest';
import { PacedJournal } from '#workers/runtime/paced-journal.ts';

afterEach(() => void vi.restoreAllMocks());

it('stores what is made after a second of work, and nothing before', async () => {
  let now = 5_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const stored = new Map<number, unknown>();
  const journal = new PacedJournal({
    load: (key) => Promise.resolve(stored.get(key)),
    save: (key, value) => Promise.resolve(void stored.set(key, value)),
  });
  const madeAt = async (ms: number) => {
    now = 5_000 + ms;
    const { isDue } = journal;
    await journal.save(ms, 'made');
    return isDue;
  };
  for (const ms of [0, 999, 1_000, 1_999, 2_100, 3_099, 9_000]) {
    expect(await madeAt(ms), `${ms} ms`).toBe(stored.has(ms));
  }
  expect([...stored.keys()]).toEqual([1_000, 2_100, 9_000]);
  expect(await journal.load(1_000)).toBe('made');
  expect(await journal.load(999)).toBeUndefined();
});
