import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalConflict } from '#core/season/problem/limit-conflict.ts';

/** Clashes as soon as it holds all of one of these. */
const clashesWith =
  (conflicts: readonly (readonly number[])[]) =>
  (some: readonly number[]): Promise<boolean> =>
    Promise.resolve(conflicts.some((conflict) => conflict.every((each) => some.includes(each))));

describe('the smallest clash', () => {
  it('clashes, and does so no more without any one of its parts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (conflicts) => {
          const clashes = clashesWith(conflicts);
          const all = Array.from({ length: 12 }, (_, i) => i);
          const found = await minimalConflict(all, clashes);
          expect(await clashes(found)).toBe(true);
          for (const part of found)
            expect(await clashes(found.filter((each) => each !== part))).toBe(false);
          expect(found).toEqual([...found].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('asks few questions where many limits have nothing to do with it', async () => {
    let asked = 0;
    const clashes = clashesWith([[17, 80]]);
    const found = await minimalConflict([...Array(128).keys()], (some) => {
      asked++;
      return clashes(some);
    });
    expect(found).toEqual([17, 80]);
    expect(asked).toBeLessThan(32);
  });

  it('is empty where nothing is asked for', async () => {
    expect(await minimalConflict([], clashesWith([[1]]))).toEqual([]);
  });
});
