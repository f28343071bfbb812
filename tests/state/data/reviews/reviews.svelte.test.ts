import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { addWord, NO_EDITS } from '#core/evaluation/reviews/aspect-edits.ts';
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
    loadAspectEdits: () => Promise.resolve(NO_EDITS),
    changeAspectEdits: () => Promise.resolve(),
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
    expect(reviews.known).toEqual({
      ...{ lists, edits: NO_EDITS, voice: null, isUpToDate: false },
    });
  });

  it('keeps what buyers say on screen while it has to be read with other words', async () => {
    const edits = addWord(NO_EDITS, 'looks', 'glaze');
    const { reviews } = await watched({ loadAspectEdits: () => Promise.resolve(edits) });
    expect(reviews.known).toMatchObject({ edits, isUpToDate: false });
    expect(reviews.known?.voice?.reading).toBe(reading);
    expect(reviews.needsReading).toBe(true);
    const same = await watched({
      loadAspectEdits: () => Promise.resolve(edits),
      loadReviewReading: () => Promise.resolve({ ...reading, edits }),
    });
    expect(same.reviews.needsReading).toBe(false);
  });

  it('stops a reading with earlier words, and says where an edit was not stored', async () => {
    const changeAspectEdits = vi
      .fn<ReviewPorts['changeAspectEdits']>()
      .mockRejectedValueOnce(new AppError('dataset-missing', 'expected a data set, got none'))
      .mockResolvedValue();
    let signal: AbortSignal | undefined;
    const { reviews } = await watched({
      changeAspectEdits,
      loadReviewReading: () => Promise.resolve(null),
      readReviews: (_, options) => {
        signal = options?.signal;
        return new Promise(() => undefined);
      },
    });
    void reviews.read();
    const change = (now: typeof NO_EDITS) => addWord(now, 'looks', 'glaze');
    expect(await reviews.edit(change)).toBe(false);
    expect(reviews.failure).toMatchObject({ code: 'dataset-missing' });
    expect(signal?.aborted).toBe(false);
    expect(await reviews.edit(change)).toBe(true);
    expect(changeAspectEdits).toHaveBeenLastCalledWith(4, change);
    expect(reviews.failure).toBeNull();
    expect(signal?.aborted).toBe(true);
    expect(reviews.needsReading).toBe(true);
  });

  it('does not begin again by itself what was stopped', async () => {
    const { reviews } = await watched({
      loadReviewReading: () => Promise.resolve(null),
      readReviews: () => new Promise(() => undefined),
    });
    expect(reviews.needsReading).toBe(true);
    void reviews.read();
    reviews.cancel();
    expect(reviews.needsReading).toBe(false);
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
