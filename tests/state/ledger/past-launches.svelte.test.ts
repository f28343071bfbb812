import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { PastLaunchesQuery, type PastLaunchesPorts } from '#state/ledger/past-launches.svelte.ts';
import { heldOutOf } from '../../support/held-out.ts';
import { launchTable } from '../../support/launch-table.ts';

const table = launchTable([
  { productId: 'P0', title: 'Product 0', day: 20_000 },
  { productId: 'old', title: 'Jug', day: 19_000 },
]);
const heldOut = heldOutOf({ actual: [4], debut: [9] });

function watched(ports: Partial<PastLaunchesPorts> = {}) {
  const past = new PastLaunchesQuery(
    { datasetId: 4, modelId: 2 },
    {
      loadHistory: () => Promise.resolve(table),
      loadEvidence: () => Promise.resolve({ ...NO_EVIDENCE, heldOut }),
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

it('keeps what went wrong', async () => {
  const error = new Error('no');
  const { past, stop } = watched({ loadHistory: () => Promise.reject(error) });
  await vi.waitFor(() => expect(past.failure).toBe(error));
  expect(past.current).toBeUndefined();
  stop();
});
