import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { resultFacts } from '#core/ledger/entries/result.ts';
import { dueDay, type AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { ResultsReport } from '#core/ledger/results/enter-results.ts';
import { conflictsOf } from '#core/base/record-change.ts';
import { Ledger, type LedgerPorts } from '#state/ledger/ledger.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';
import { adoptedPlan, sampleActual } from '../../support/adopted-plan.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../support/ranking.ts';

const DAY_MS = 86_400_000;
const REPORT = { fileName: 'results.csv', rowsRead: 3 } as ResultsReport;

/** The ledger of one data set, as a plain list. */
function book(initial: readonly AdoptedPlan[], overrides: Partial<LedgerPorts> = {}) {
  let stored = [...initial];
  const put = (entries: readonly AdoptedPlan[]) => {
    stored = stored.map((entry) => entries.find(({ id }) => id === entry.id) ?? entry);
  };
  const notices = new Notices(60_000);
  const ports: LedgerPorts = {
    loadLedger: () => Promise.resolve(stored),
    adoptPlans: (datasetId, plans) => {
      const entries = plans.map((plan, i) => ({
        ...{ ...plan, datasetId, actual: null, otherActuals: [], withdrawnAt: null },
        id: stored.length + 1 + i,
      }));
      stored = [...stored, ...entries];
      const changes = entries.map((after) => ({ id: after.id, before: null, after }));
      return Promise.resolve({ entries, changes });
    },
    changeLedger: (_, to) => {
      const made = to(stored);
      const changes = made.changed.map((after) => ({
        id: after.id,
        before: stored.find(({ id }) => id === after.id) ?? null,
        after,
      }));
      put(made.changed);
      return Promise.resolve({ ...made, changes });
    },
    undoInLedger: (_, changes, { isForced = false } = {}) => {
      const conflicts = conflictsOf(changes, (of) => stored.find(({ id }) => id === of) ?? null);
      if (conflicts.length > 0 && !isForced) return Promise.resolve(conflicts);
      const gone = changes.filter(({ before }) => before === null).map(({ id }) => id);
      stored = stored.filter(({ id }) => !gone.includes(id));
      put(changes.flatMap(({ before }) => before ?? []));
      return Promise.resolve([]);
    },
    importResults: () => Promise.resolve({ report: REPORT, changes: [] }),
    now: () => (dueDay(adoptedPlan()) + 1) * DAY_MS,
    ...overrides,
  };
  const ledger = new Ledger(() => 1, notices, ports);
  return { ledger, notices, ports, stored: () => stored };
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

  it('has no plan adopted for a product that is planned again', async () => {
    const again = adoptedPlan({ actual: sampleActual(), isPlannedAgain: true });
    const { ledger } = book([again]);
    const stop = $effect.root(() => {
      const keep = (...read: unknown[]) => read;
      $effect(() => {
        keep(ledger.entries);
      });
    });
    flushSync();
    await vi.waitFor(() => expect(ledger.entries).toEqual([again]));
    expect(ledger.entryOf(again.product.id)).toBeNull();
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

  it('plans a launched product again, and undoes that', async () => {
    const launched = adoptedPlan({ actual: sampleActual() });
    const { ledger, notices, stored } = book([launched]);
    await ledger.planAgain(launched);
    expect(stored()).toEqual([{ ...launched, isPlannedAgain: true }]);
    expect(notices.offer?.text).toBe('Red mug waits for a plan again.');
    notices.undo();
    await expect.poll(stored).toEqual([launched]);
  });

  it('enters a result by hand over one that was there, which it keeps', async () => {
    const before = adoptedPlan({ actual: sampleActual({ units: 60 }) });
    const { ledger, notices, stored } = book([before]);
    await ledger.enter(before, resultFacts({ units: 70 }));
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
    await ledger.enter(adoptedPlan(), resultFacts({ units: 7 }));
    expect(stored()[0]?.actual?.isEarly).toBe(true);
  });

  it('shows what a file of results brought, and undoes all of it', async () => {
    const known = adoptedPlan({ actual: sampleActual() });
    const { ledger, notices, stored } = book([known], {
      importResults: () => {
        const changes = [{ id: known.id, before: adoptedPlan(), after: known }];
        return Promise.resolve({ report: REPORT, changes });
      },
    });
    await ledger.importFile(1, new File([''], 'results.csv'));
    expect(ledger.phase).toEqual({ status: 'done', subject: 'results.csv', result: REPORT });
    notices.undo();
    await expect.poll(stored).toEqual([adoptedPlan()]);
    expect(ledger.phase).toEqual({ status: 'idle' });
  });

  it('asks before undoing what another tab has changed since, with both versions', async () => {
    const { ledger, notices, ports, stored } = book([adoptedPlan()]);
    await ledger.enter(adoptedPlan(), resultFacts({ units: 111 }));
    // As another tab does it: its own offer to undo is none of this one's.
    const other = new Ledger(() => 1, new Notices(60_000), ports);
    await other.enter(adoptedPlan(), resultFacts({ units: 1_222 }));
    notices.undo();
    await expect
      .poll(() => notices.question?.text)
      .toBe(
        'Another window has since changed Red mug. Now: 1,222 sold. After undoing: adopted, no result yet.',
      );
    expect(stored()[0]?.actual?.units).toBe(1_222);
    const { question } = notices;
    notices.keep();
    expect([notices.question, stored()[0]?.actual?.units]).toEqual([null, 1_222]);
    await question!.undoAnyway();
    expect(stored()).toEqual([adoptedPlan()]);
  });

  it('tells how far the import of a file is, and stops it', () => {
    let options: Parameters<LedgerPorts['importResults']>[1];
    const { ledger } = book([], {
      importResults: (_, given) => {
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
    const { ledger } = book([adoptedPlan()], { importResults: () => Promise.reject(error) });
    await ledger.importFile(1, new File([''], 'results.csv'));
    expect([ledger.failure, ledger.phase.status]).toEqual([error, 'failed']);
    await ledger.withdraw(adoptedPlan());
    expect(ledger.failure).toBeNull();
  });
});
