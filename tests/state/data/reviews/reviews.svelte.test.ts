import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { reviewsKey } from '#core/evaluation/reviews/review-reading.ts';
import type { ReviewList } from '#core/import/reviews/review.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { Reviews, type ReviewPorts } from '#state/data/reviews/reviews.svelte.ts';
import { emptyDatabase } from '../../../support/database.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { review, reviewList } from '../../../support/review.ts';
import { reviewReading } from '../../../support/review-reading.ts';

const lists: readonly ReviewList[] = [reviewList([review()])];
const table = launchTable([{ productId: 'M-1' }]);
const reading = { ...reviewReading({ launch: [0] }), key: reviewsKey(lists, table) };
const { account } = lists[0]!;

let stop: () => void = () => undefined;
afterEach(() => stop());

async function watched(ports: Partial<ReviewPorts> = {}) {
  await emptyDatabase();
  const notices = new Notices(60_000);
  const reviews = new Reviews(4, notices, {
    loadHistory: () => Promise.resolve(table),
    loadReviews: () => Promise.resolve(lists),
    loadReviewReading: () => Promise.resolve(reading),
    removeReviews: () => Promise.resolve(null),
    undoReviews: () => Promise.resolve(null),
    importReviews: () => Promise.resolve(account),
    readReviews: () => Promise.resolve(1),
    ...ports,
  });
  stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(reviews.known, reviews.failure);
    });
  });
  flushSync();
  await vi.waitFor(() => {
    expect(reviews.known).toBeDefined();
  });
  return { reviews, notices };
}

const files = ['a.csv', 'b.csv'].map((name) => new File(['x'], name));

describe('Reviews', () => {
  it('has what buyers say where the reviews were read as they are now', async () => {
    const { reviews } = await watched();
    expect(reviews.known?.voice?.reviews).toEqual(lists[0]!.reviews);
  });

  it('has only the lists where they, or the launches, have changed since', async () => {
    const changed = launchTable([{ productId: 'M-2' }]);
    const { reviews } = await watched({ loadHistory: () => Promise.resolve(changed) });
    expect(reviews.known).toEqual({ lists, voice: null });
  });

  it('imports files one after the other, and stops at the first that fails', async () => {
    const importReviews = vi.fn<ReviewPorts['importReviews']>(({ file }) =>
      file.name === 'a.csv'
        ? Promise.resolve(account)
        : Promise.reject(new AppError('no-reviews', 'expected reviews, got none')),
    );
    const { reviews } = await watched({ importReviews });
    expect(await reviews.importFiles(files)).toBe(false);
    expect(importReviews.mock.calls.map(([{ file }]) => file.name)).toEqual(['a.csv', 'b.csv']);
    expect(reviews.failure).toMatchObject({ code: 'no-reviews' });
    expect(await reviews.importFiles(files.slice(0, 1))).toBe(true);
    expect(reviews.failure).toBeNull();
  });

  it('removes a list, and asks before another window’s change is undone', async () => {
    const change = { id: 4, before: lists, after: [] };
    const undoReviews = vi
      .fn<ReviewPorts['undoReviews']>()
      .mockResolvedValueOnce({ ...change, now: [reviewList([], { fileName: 'c.csv' })] })
      .mockResolvedValue(null);
    const { reviews, notices } = await watched({
      removeReviews: () => Promise.resolve(change),
      undoReviews,
    });
    await reviews.remove(0);
    notices.undo();
    await vi.waitFor(() => {
      expect(notices.question).not.toBeNull();
    });
    expect(notices.question?.text).toContain('Now: c.csv. After undoing: reviews.csv.');
    notices.undoAnyway();
    expect(undoReviews).toHaveBeenLastCalledWith(change, { isForced: true });
  });
});
