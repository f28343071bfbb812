import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/errors.ts';
import { factsOf } from '#core/ledger/actual.ts';
import { dueDay, type AdoptedPlan } from '#core/ledger/adopted-plan.ts';
import type { ActualsReport } from '#core/ledger/enter-actuals.ts';
import { Ledger, type LedgerPorts } from '#state/ledger.svelte.ts';
import { Notices } from '#state/notices.svelte.ts';
import { adoptedPlan, sampleActual } from '../support/adopted-plan.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../support/ranking.ts';

const DAY_MS = 86_400_000;
const REPORT = { fileName: 'results.csv', rowsRead: 3 } as ActualsReport;

/** The ledger of one data set, as a plain list. */
function book(initial: readonly AdoptedPlan[], overrides: Partial<LedgerPorts> = {}) {
  let stored = [...initial];
  const put = (entries: readonly AdoptedPlan[]) => {
    stored = stored.map((entry) => entries.find(({ id }) => id === entry.id) ?? entry);
  };
  const notices = new Notices(60_000);
  const ledger = new Ledger(() => 1, notices, {
    loadLedger: () => Promise.resolve(stored),
    adoptPlan: (datasetId, plan) => {
      const fresh = { ...plan, datasetId, actual: null, otherActuals: [], withdrawnAt: null };
      const entry = { ...fresh, id: stored.length + 1 };
      stored = [...stored, entry];
      return Promise.resolve({ entry, replaced: [] });
    },
    forgetAdoption: (_, { entry }) =>
      Promise.resolve(void (stored = stored.filter(({ id }) => id !== entry.id))),
    changeLedger: (_, to) => {
      const made = to(stored);
      const ids = made.changed.map(({ id }) => id);
      const before = stored.filter(({ id }) => ids.includes(id));
      put(made.changed);
      return Promise.resolve({ ...made, before });
    },
    restoreEntries: (_, entries) => {
      put(entries);
      return Promise.resolve();
    },
    importActuals: () => Promise.resolve({ report: REPORT, before: [] }),
    now: () => (dueDay(adoptedPlan()) + 1) * DAY_MS,
    ...overrides,
  });
  return { ledger, notices, stored: () => stored };
}

describe('Ledger', () => {
  it('shows plans that stand, and the last one of a product', async () => {
    const [withdrawn, known] = [adoptedPlan({ withdrawnAt: 3 }), adoptedPlan({ id: 2 })];
    const { ledger } = book([withdrawn, known, adoptedPlan({ id: 3 })]);
    const stop = $effect.root(() => {
      const keep = (...read: unknown[]) => read;
      $effect(() => {
        keep(ledger.entries);
      });
    });
    flushSync();
    await vi.waitFor(() => expect(ledger.entries?.map(({ id }) => id)).toEqual([2, 3]));
    expect(ledger.entryOf(known.product.id)?.id).toBe(3);
    expect(ledger.entryOf('nobody')).toBeNull();
    stop();
  });

  it('adopts a plan with model and moment, and undoes that', async () => {
    const { ledger, notices, stored } = book([]);
    await ledger.adopt(samplePlan(), { ranking: sampleRanking({ modelId: 4 }), report: null });
    expect(stored()).toMatchObject([{ modelId: 4, datasetId: 1, actual: null }]);
    expect(notices.offer?.text).toBe('Adopted the plan for Red mug.');
    notices.undo();
    await expect.poll(stored).toEqual([]);
  });

  it('adopts the plans of a season together, and undoes that together', async () => {
    const { ledger, notices, stored } = book([]);
    const other = samplePlan({ product: sampleProduct({ id: '0013' }) });
    await ledger.adoptAll([samplePlan(), other], { ranking: sampleRanking(), report: null });
    expect(stored().map(({ product }) => product.id)).toEqual(['0012', '0013']);
    expect(notices.offer?.text).toBe('Adopted 2 plans.');
    notices.undo();
    await expect.poll(stored).toEqual([]);
  });

  it('withdraws a plan, and undoes that', async () => {
    const { ledger, notices, stored } = book([adoptedPlan()]);
    await ledger.withdraw(adoptedPlan());
    expect(stored()[0]?.withdrawnAt).toBe((dueDay(adoptedPlan()) + 1) * DAY_MS);
    notices.undo();
    await expect.poll(stored).toEqual([adoptedPlan()]);
  });

  it('enters a result by hand over one that was there, which it keeps', async () => {
    const before = adoptedPlan({ actual: sampleActual({ units: 60 }) });
    const { ledger, notices, stored } = book([before]);
    await ledger.enter(before, factsOf({ units: 70 }));
    expect(stored()[0]).toMatchObject({
      actual: { units: 70, source: null, isEarly: false },
      otherActuals: [{ units: 60 }],
    });
    await ledger.choose(stored()[0]!, 0);
    expect(stored()[0]?.actual?.units).toBe(60);
    await ledger.takeBack(stored()[0]!);
    expect(stored()[0]).toMatchObject({ actual: null, otherActuals: [{}, {}] });
    notices.undo();
    await expect.poll(() => stored()[0]?.actual?.units).toBe(60);
  });

  it('marks a result that comes before the horizon is over', async () => {
    const now = () => (dueDay(adoptedPlan()) - 3) * DAY_MS;
    const { ledger, stored } = book([adoptedPlan()], { now });
    await ledger.enter(adoptedPlan(), factsOf({ units: 7 }));
    expect(stored()[0]?.actual?.isEarly).toBe(true);
  });

  it('shows what a file of results brought, and undoes all of it', async () => {
    const known = adoptedPlan({ actual: sampleActual() });
    const { ledger, notices, stored } = book([known], {
      importActuals: () => Promise.resolve({ report: REPORT, before: [adoptedPlan()] }),
    });
    await ledger.importFile(1, new File([''], 'results.csv'));
    expect(ledger.phase).toEqual({ status: 'imported', report: REPORT });
    notices.undo();
    await expect.poll(stored).toEqual([adoptedPlan()]);
    expect(ledger.phase).toEqual({ status: 'idle' });
  });

  it('tells how far the import of a file is, and stops it', () => {
    let options: Parameters<LedgerPorts['importActuals']>[1];
    const { ledger } = book([], {
      importActuals: (_, given) => {
        options = given;
        return new Promise(() => undefined);
      },
    });
    void ledger.importFile(1, new File([''], 'results.csv'));
    options?.onProgress?.({ phase: 'read', done: 50, total: 100 });
    expect(ledger.fraction).toBeCloseTo(0.3);
    ledger.cancel();
    expect(options?.signal?.aborted).toBe(true);
    options?.onProgress?.({ phase: 'read', done: 60, total: 100 });
    expect(ledger.phase).toEqual({ status: 'idle' });
  });

  it('keeps what went wrong until something goes well', async () => {
    const error = new AppError('storage-full', 'no');
    const { ledger } = book([adoptedPlan()], { importActuals: () => Promise.reject(error) });
    await ledger.importFile(1, new File([''], 'results.csv'));
    expect([ledger.failure, ledger.phase.status]).toEqual([error, 'idle']);
    await ledger.withdraw(adoptedPlan());
    expect(ledger.failure).toBeNull();
  });
});
