import { describe, expect, it } from 'vitest';
import { assertLearntFrom } from '#core/files/model/assert-learnt-from.ts';

const own = { readingKey: 'a', launchCount: 12 };

describe('a model of these launches', () => {
  it('is one that learnt as many, read in the same way', () => {
    expect(() => assertLearntFrom({ learnt: { ...own, eventsKey: 'GB' } }, own)).not.toThrow();
  });

  it('may have learnt results of adopted plans beside them, or not', () => {
    const withResults = { ...own, resultCount: 2 };
    for (const launchCount of [12, 13, 14])
      expect(() =>
        assertLearntFrom({ learnt: { ...own, launchCount, eventsKey: '' } }, withResults),
      ).not.toThrow();
    for (const launchCount of [11, 15])
      expect(() =>
        assertLearntFrom({ learnt: { ...own, launchCount, eventsKey: '' } }, withResults),
      ).toThrow();
  });

  it.each([
    { says: 'more launches', learnt: { readingKey: 'a', launchCount: 13, eventsKey: '' } },
    { says: 'another reading', learnt: { readingKey: 'b', launchCount: 12, eventsKey: '' } },
    { says: 'nothing that it tells', learnt: undefined },
  ])('is none that learnt $says', ({ learnt }) => {
    expect(() => assertLearntFrom({ learnt }, own)).toThrow(
      expect.objectContaining({ code: 'model-file-other-launches' }) as Error,
    );
  });
});
