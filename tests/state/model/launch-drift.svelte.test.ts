import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import { NO_EVIDENCE } from '#core/evaluation/scorecard/training-evidence.ts';
import { LaunchDrift, type DriftPorts } from '#state/model/launch-drift.svelte.ts';
import { settledPlan } from '../../support/adopted-plan.ts';
import { launchTable } from '../../support/launch-table.ts';

const table = launchTable(
  Array.from({ length: 200 }, (_, i) => ({ channel: i < 160 ? 'Web' : 'Fair', units: 5 })),
);
const report = { datasetId: 4, modelId: 2, learnt: {} } as TrainingReport;

function watched(ports: Partial<DriftPorts> = {}, of: TrainingReport | null = report) {
  const drift = new LaunchDrift(() => of, {
    loadHistory: () => Promise.resolve(table),
    loadLedger: () => Promise.resolve(Array.from({ length: 12 }, () => settledPlan(400))),
    loadEvidence: () => Promise.resolve(NO_EVIDENCE),
    ...ports,
  });
  const stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(drift.current, drift.failure);
    });
  });
  flushSync();
  return { drift, stop };
}

describe('LaunchDrift', () => {
  it('compares the newest launches, and how adopted plans missed', async () => {
    const { drift, stop } = watched();
    await vi.waitFor(() => expect(drift.current).toBeDefined());
    const clear = drift.current?.inputs?.shifts.filter(({ isClear }) => isClear);
    expect(clear?.map(({ input }) => input)).toEqual(['channel']);
    expect(drift.current?.errors).toMatchObject({ above: 12, isClear: true });
    stop();
  });

  it('says so where there is too little', async () => {
    const { drift, stop } = watched({
      loadHistory: () => Promise.resolve(launchTable([{}])),
      loadLedger: () => Promise.resolve([]),
    });
    await vi.waitFor(() => expect(drift.current).toEqual({ inputs: null, errors: null }));
    stop();
  });

  it('has nothing to compare before a model has learnt', () => {
    const { drift, stop } = watched({}, null);
    expect(drift.current).toBeUndefined();
    stop();
  });

  it('keeps what went wrong', async () => {
    const error = new Error('no');
    const { drift, stop } = watched({ loadHistory: () => Promise.reject(error) });
    await vi.waitFor(() => expect(drift.failure).toBe(error));
    stop();
  });
});
