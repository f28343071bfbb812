import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { HeldOutLaunches, type HeldOutPorts } from '#state/model/held-out-launches.svelte.ts';
import { heldOutOf } from '../../support/held-out.ts';

const holdout = heldOutOf({ actual: [4], debut: [9] });

function watched(loadEvidence: HeldOutPorts['loadEvidence']) {
  let modelId = $state(2);
  const heldOut = new HeldOutLaunches(() => modelId, { loadEvidence });
  const stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(heldOut.current, heldOut.failure);
    });
  });
  flushSync();
  return { heldOut, stop, choose: (id: number) => flushSync(() => (modelId = id)) };
}

it('reads the unseen launches of the model, and of another one when that is on screen', async () => {
  const { heldOut, stop, choose } = watched((modelId) =>
    Promise.resolve(modelId === 2 ? { ...NO_EVIDENCE, heldOut: holdout } : NO_EVIDENCE),
  );
  expect(heldOut.current).toBeUndefined();
  await vi.waitFor(() => expect(heldOut.current).toBe(holdout));
  choose(3);
  await vi.waitFor(() => expect(heldOut.current).toBeNull());
  stop();
});

it('keeps what went wrong', async () => {
  const error = new Error('no');
  const { heldOut, stop } = watched(() => Promise.reject(error));
  await vi.waitFor(() => expect(heldOut.failure).toBe(error));
  stop();
});
