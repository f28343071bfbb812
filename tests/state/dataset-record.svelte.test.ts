import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ImportReport } from '#core/csv/import-report.ts';
import { AppError } from '#core/errors.ts';
import type { LaunchPlan, Ranking } from '#core/launch/launch-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainingReport } from '#core/launch/training-report.ts';
import { readingKey } from '#core/table/reading-key.ts';
import { plainRecipe } from '#core/table/recipe.ts';
import { DatasetRecord, type RecordPorts } from '#state/dataset-record.svelte.ts';
import type { DatasetSummary } from '#storage/datasets.ts';

const product = (id: string) => ({ id }) as NewProduct;
const plan = (id: string, expected: number) =>
  ({ product: product(id), outcome: { profit: { expected } } }) as LaunchPlan;
const ranking = {
  modelId: 1,
  objective: 'profit',
  plans: [plan('a', 5), plan('gone', 50), plan('b', 20)],
} as unknown as Ranking;

function watched(ports: Partial<RecordPorts>, dataset: Partial<DatasetSummary> = {}) {
  const record = new DatasetRecord(() => ({ id: 4, ...dataset }) as DatasetSummary, {
    loadOverview: () => new Promise(() => undefined),
    loadTrainingReport: () => Promise.resolve(undefined),
    loadRanking: () => Promise.resolve(undefined),
    loadProducts: () => Promise.resolve([product('a'), product('b'), product('c')]),
    ...ports,
  });
  const stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(record.failure, record.report, record.ranking, record.products, record.overview);
    });
  });
  flushSync();
  return { record, stop };
}

describe('DatasetRecord', () => {
  it('tells what is not known yet from what is not there', async () => {
    const { record, stop } = watched({});
    expect(record.report).toBeUndefined();
    await vi.waitFor(() => expect(record.report).toBeNull());
    stop();
  });

  it('tells what could not be read, and shows the rest', async () => {
    const error = new AppError('storage-failed', 'no');
    const { record, stop } = watched({ loadTrainingReport: () => Promise.reject(error) });
    expect(record.failure).toBeNull();
    await vi.waitFor(() => expect(record.failure).toBe(error));
    await vi.waitFor(() => expect(record.products).toHaveLength(3));
    expect(record.report).toBeUndefined();
    stop();
  });

  it('shows plans best first, without products that were removed since', async () => {
    const { record, stop } = watched({ loadRanking: () => Promise.resolve(ranking) });
    await vi.waitFor(() => expect(record.currentRanking).not.toBeNull());
    expect(record.currentRanking?.plans.map((each) => each.product.id)).toEqual(['b', 'a']);
    expect(record.unplannedCount).toBe(1);
    stop();
  });

  it('knows when launches have been read in another way than those that the model learnt', async () => {
    const mapping = { fields: { units: 'sold' }, attributes: [] };
    const recipe = plainRecipe(mapping);
    const learnt = { readingKey: readingKey({ mapping, issues: [] }, recipe), launchCount: 20 };
    const loadTrainingReport = () => Promise.resolve({ learnt } as unknown as TrainingReport);
    const imported = { mapping, issues: [] } as unknown as ImportReport;
    const same = watched({ loadTrainingReport }, { report: imported, recipe, rowCount: 20 });
    const other = watched(
      { loadTrainingReport },
      { report: imported, recipe: { ...recipe, dateOrder: 'day-first' }, rowCount: 19 },
    );
    await vi.waitFor(() => expect(other.record.modelChange).toEqual({ before: 20, after: 19 }));
    await vi.waitFor(() => expect(same.record.report).toBeDefined());
    expect(same.record.modelChange).toBeNull();
    same.stop();
    other.stop();
  });

  it('knows when plans are older than the model', async () => {
    const report = { modelId: 2 } as TrainingReport;
    const { record, stop } = watched({
      loadRanking: () => Promise.resolve(ranking),
      loadTrainingReport: () => Promise.resolve(report),
    });
    await vi.waitFor(() => expect(record.isRankingOutdated).toBe(true));
    stop();
  });
});
