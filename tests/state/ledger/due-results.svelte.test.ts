import { flushSync } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { adoptedPlan, settledPlan } from '../../support/adopted-plan.ts';
import { emptyDatabase } from '../../support/database.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import { dueDay } from '#core/ledger/entries/adopted-plan.ts';
import { DueResults } from '#state/ledger/due-results.svelte.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';

beforeEach(emptyDatabase);

it('counts what is due in all data sets, and nothing that is known, withdrawn or yet to come', async () => {
  const due = adoptedPlan();
  const dueOn = dueDay(due);
  const later = adoptedPlan({ action: { ...due.action, launchDay: due.action.launchDay + 1 } });
  const ledgers: Record<number, AdoptedPlan[]> = {
    1: [due, adoptedPlan({ withdrawnAt: 1 }), later],
    2: [due, settledPlan(20)],
  };
  const results = new DueResults({
    listDatasets: () => Promise.resolve([{ id: 1 }, { id: 2 }] as DatasetSummary[]),
    loadLedger: (id) => Promise.resolve(ledgers[id] ?? []),
    now: () => dueOn * 86_400_000 + 43_200_000,
  });
  let count = -1;
  const stop = $effect.root(() => {
    $effect(() => {
      count = results.count;
    });
  });
  flushSync();
  await vi.waitFor(() => {
    flushSync();
    expect(count).toBe(2);
  });
  stop();
});
