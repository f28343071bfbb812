import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { reviewsKey } from '#core/evaluation/reviews/review-reading.ts';
import { PastLaunchesQuery, type PastLaunchesPorts } from '#state/ledger/past-launches.svelte.ts';
import { adoptedPlan } from '../../support/adopted-plan.ts';
import { heldOutOf } from '../../support/held-out.ts';
import { launchTable } from '../../support/launch-table.ts';
import { review, reviewList } from '../../support/review.ts';
import { reviewReading } from '../../support/review-reading.ts';

const table = launchTable([
  { productId: 'P0', title: 'Product 0', day: 20_000 },
  { productId: 'old', title: 'Jug', day: 19_000 },
]);
const heldOut = heldOutOf({ actual: [4], debut: [9] });

function watched(ports: Partial<PastLaunchesPorts> = {}) {
  const past = new PastLaunchesQuery(
    { entry: { ...adoptedPlan(), datasetId: 4 }, modelId: 2 },
    {
      loadHistory: () => Promise.resolve(table),
      loadEvidence: () => Promise.resolve({ ...NO_EVIDENCE, heldOut }),
      loadReviews: () => Promise.resolve([]),
      loadReviewReading: () => Promise.resolve(null),
      ...ports,
    },
  );
  const stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(past.current, past.failure);
    });
  });
  flushSync();
  return { past, stop };
}

it('reads past launches and what was expected of those that were held out', async () => {
  const { past, stop } = watched({
    loadEvidence: () =>
      Promise.resolve({ ...NO_EVIDENCE, heldOut: { ...heldOut, productId: ['P0'] } }),
  });
  await vi.waitFor(() => expect(past.current?.table).toBe(table));
  expect(past.current?.forecastLogs).toEqual(Float64Array.of(Math.log(10), NaN));
  stop();
});

it('reads the reviews of past launches and of its own, once they have been read as they are', async () => {
  const { product, action } = adoptedPlan();
  const lists = [
    reviewList([
      review({ names: ['P0'], day: 20_003, stars: 2 }),
      review({ names: [product.id], day: action.launchDay + 5, stars: 5 }),
    ]),
  ];
  const reading = { ...reviewReading({ launch: [0, -1] }), key: reviewsKey(lists, table) };
  const load = (key: number) =>
    watched({
      loadReviews: () => Promise.resolve(lists),
      loadReviewReading: () => Promise.resolve({ ...reading, key }),
    });
  const { past, stop } = load(reading.key);
  await vi.waitFor(() => expect(past.current).toBeDefined());
  expect(past.current!.reviews).toEqual([[{ day: 3, isNegative: true }], []]);
  expect(past.current!.ownReviews).toEqual([{ day: 5, isNegative: false }]);
  stop();
  const older = load(reading.key + 1);
  await vi.waitFor(() => expect(older.past.current).toBeDefined());
  expect(older.past.current).toMatchObject({ ownReviews: [] });
  expect(older.past.current!.reviews).toBeUndefined();
  older.stop();
});

it('keeps what went wrong', async () => {
  const error = new Error('no');
  const { past, stop } = watched({ loadHistory: () => Promise.reject(error) });
  await vi.waitFor(() => expect(past.failure).toBe(error));
  expect(past.current).toBeUndefined();
  stop();
});
