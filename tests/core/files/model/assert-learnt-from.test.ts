import { describe, expect, it } from 'vitest';
import { assertLearntFrom } from '#core/files/model/assert-learnt-from.ts';

const own = { readingKey: 'a', launchCount: 12 };
const learnt = { ...own, eventsKey: '', lastDay: 20_000, dataVersion: 36 };

describe('a model of these launches', () => {
  it('is one that learnt as many, read in the same way', () => {
    expect(() => assertLearntFrom({ learnt }, own)).not.toThrow();
  });

  it('may have learnt results of adopted plans beside them, or not', () => {
    const withResults = { ...own, resultCount: 2 };
    for (const launchCount of [12, 13, 14])
      expect(() =>
        assertLearntFrom({ learnt: { ...learnt, launchCount } }, withResults),
      ).not.toThrow();
    for (const launchCount of [11, 15])
      expect(() => assertLearntFrom({ learnt: { ...learnt, launchCount } }, withResults)).toThrow();
  });

  it.each([
    { says: 'more launches', other: { ...learnt, launchCount: 13 } },
    { says: 'another reading', other: { ...learnt, readingKey: 'b' } },
    { says: 'nothing that it tells', other: undefined },
  ])('is none that learnt $says', ({ other }) => {
    expect(() => assertLearntFrom({ learnt: other }, own)).toThrow(
      expect.objectContaining({ code: 'model-file-other-launches' }) as Error,
    );
  });
});
