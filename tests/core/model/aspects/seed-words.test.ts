import { describe, expect, it } from 'vitest';
import { ASPECTS } from '#core/model/aspects/aspect.ts';
import { SEED_ASPECTS } from '#core/model/aspects/seed-words.ts';
import { aspectScores, f1Of, totalScore } from '../../../support/aspect-scores.ts';
import { labelledSentences } from '../../../support/labelled-sentences.ts';
import { hasReviewTables } from '../../../support/review-tables.ts';
import labels from './labels.json' with { type: 'json' };

describe('the labels', () => {
  it('hold places and aspects only, no text', () => {
    expect(Object.values(labels).map((some) => some.length)).toEqual([300, 150, 300, 150]);
    for (const { row, index, hash, aspects, ...rest } of Object.values(labels).flat()) {
      expect(rest).toEqual({});
      expect([row, index].every(Number.isInteger)).toBe(true);
      expect(hash).toMatch(/^[0-9a-z]{6,11}$/);
      expect(aspects.filter((aspect) => !(ASPECTS as readonly string[]).includes(aspect))).toEqual(
        [],
      );
    }
  });

  it.skipIf(!hasReviewTables).each(['en', 'zh'] as const)(
    'are found with an F1 of at least 0.8, also on sentences drawn later: %s',
    (language) => {
      const { all, fresh } = labelledSentences(language);
      for (const some of [all, fresh]) {
        expect(f1Of(totalScore(aspectScores(some, SEED_ASPECTS).values()))).toBeGreaterThan(0.8);
      }
    },
    30_000,
  );
});
