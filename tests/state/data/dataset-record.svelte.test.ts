import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import { AppError } from '#core/base/errors.ts';
import type { SellingEventsSaid } from '#core/launch/events/selling-events-choice.ts';
import type { LaunchPlan, Ranking } from '#core/planning/plan/launch-plan.ts';
import type { AdoptedPlan } from '#core/ledger/entries/adopted-plan.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import type { TrainingReport } from '#core/model/training/training-report.ts';
import type { SeasonCalendar } from '#core/season/offers/season-calendar.ts';
import { readingKey } from '#core/import/columns/reading-key.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { DatasetRecord, type RecordPorts } from '#state/data/dataset-record.svelte.ts';
import type { DatasetSummary } from '#storage/data/datasets.ts';
import { adoptedPlan, sampleActual } from '../../support/adopted-plan.ts';

const product = (id: string) => ({ id, attributes: {} }) as NewProduct;
const plan = (id: string, expected: number) =>
  ({ product: product(id), outcome: { profit: { expected } } }) as LaunchPlan;
const ranking = {
  modelId: 1,
  objective: 'profit',
  plans: [plan('a', 5), plan('gone', 50), plan('b', 20)],
} as unknown as Ranking;

/** A report of twenty launches, read in one way. */
function learntWith(eventsKey: string) {
  const mapping = { fields: { units: 'sold' }, attributes: [] };
  const recipe = plainRecipe(mapping);
  const key = readingKey({ mapping, issues: [] }, recipe);
  const learnt = { readingKey: key, launchCount: 20, eventsKey };
  const loadTrainingReport = () => Promise.resolve({ learnt } as unknown as TrainingReport);
  return {
    loadTrainingReport,
    recipe,
    imported: { mapping, issues: [] } as unknown as ImportReport,
  };
}

function watched(ports: Partial<RecordPorts>, dataset: Partial<DatasetSummary> = {}) {
  const record = new DatasetRecord(() => ({ id: 4, ...dataset }) as DatasetSummary, {
    loadFileState: () => Promise.resolve('lost'),
    loadOverview: () => new Promise(() => undefined),
    loadTrainingReport: () => Promise.resolve(undefined),
    loadRanking: () => Promise.resolve(undefined),
    loadProducts: () => Promise.resolve([product('a'), product('b'), product('c')]),
    loadEditedLaunchTitles: () => Promise.resolve(new Set(['Launched'])),
    loadUnfinishedRun: () => Promise.resolve(undefined),
    countResults: () => Promise.resolve(0),
    loadCalendars: () => Promise.resolve([]),
    loadLedger: () => Promise.resolve([]),
    loadOutcomesKey: () => Promise.resolve(null),
    loadDemandKey: () => Promise.resolve(null),
    loadNichesKey: () => Promise.resolve(null),
    loadOrdersKey: () => Promise.resolve(null),
    now: () => 5_000,
    ...ports,
  });
  const stop = $effect.root(() => {
    const keep = (...read: unknown[]) => read;
    $effect(() => {
      keep(record.failure, record.report, record.ranking, record.products, record.overview);
      keep(record.editedTitles, record.resultCount, record.calendar, record.file);
      keep(record.olderPlans);
    });
  });
  flushSync();
  return { record, stop };
}

describe('DatasetRecord', () => {
  it('has the newest calendar, or knows that there is none', async () => {
    const stored = [{ id: 1 }, { id: 2 }] as SeasonCalendar[];
    const { record, stop } = watched({ loadCalendars: () => Promise.resolve(stored) });
    expect(record.calendar).toBeUndefined();
    await vi.waitFor(() => expect(record.calendar?.id).toBe(2));
    stop();
    const none = watched({});
    await vi.waitFor(() => expect(none.record.calendar).toBeNull());
    none.stop();
  });

  it('tells that the file of its launches is lost', async () => {
    const { record, stop } = watched({});
    expect(record.file).toBeUndefined();
    await vi.waitFor(() => expect(record.file).toBe('lost'));
    stop();
  });

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

  it('takes launched products out of plans made before, and has them wait where they are planned again', async () => {
    const launched = adoptedPlan({ product: product('b'), actual: sampleActual() });
    const standing = async (entry: AdoptedPlan) => {
      const { record, stop } = watched({
        loadRanking: () => Promise.resolve(ranking),
        loadLedger: () => Promise.resolve([entry]),
      });
      await vi.waitFor(() => expect(record.currentRanking).not.toBeNull());
      const { currentRanking, unplannedCount } = record;
      const found = {
        planned: currentRanking?.plans.map((each) => each.product.id),
        waiting: record.unlaunched?.map(({ id }) => id),
        launched: record.launched?.map((each) => each.product.id),
        unplannedCount,
      };
      stop();
      return found;
    };
    expect(await standing(launched)).toEqual({
      ...{ planned: ['a'], waiting: ['a', 'c'], launched: ['b'], unplannedCount: 1 },
    });
    expect(await standing({ ...launched, isPlannedAgain: true })).toEqual({
      ...{ planned: ['b', 'a'], waiting: ['a', 'b', 'c'], launched: [], unplannedCount: 1 },
    });
  });

  it('counts a plan as none once its product is said to be something else', async () => {
    const respelled = { ...product('b'), category: 'Mugs' };
    const { record, stop } = watched({
      loadRanking: () => Promise.resolve(ranking),
      loadProducts: () => Promise.resolve([product('a'), respelled]),
    });
    await vi.waitFor(() => expect(record.currentRanking).not.toBeNull());
    expect(record.currentRanking?.plans.map((each) => each.product.id)).toEqual(['a']);
    expect(record.unplannedCount).toBe(1);
    stop();
  });

  it('knows when launches have been read in another way than those that the model learnt', async () => {
    const { loadTrainingReport, imported, recipe } = learntWith('US');
    const dataset = { report: imported, recipe, rowCount: 20, events: { market: 'US' } } as const;
    const same = watched({ loadTrainingReport }, dataset);
    const other = watched(
      { loadTrainingReport },
      { ...dataset, recipe: { ...recipe, dateOrder: 'day-first' }, rowCount: 19 },
    );
    await vi.waitFor(() =>
      expect(other.record.modelChange).toEqual({ cause: 'launches', before: 20, after: 19 }),
    );
    await vi.waitFor(() => expect(same.record.report).toBeDefined());
    expect(same.record.modelChange).toBeNull();
    same.stop();
    other.stop();
  });

  it('knows when reviews came in since the model learnt', async () => {
    const { loadTrainingReport, imported, recipe } = learntWith('US');
    const dataset = { report: imported, recipe, rowCount: 20, events: { market: 'US' } } as const;
    const loadOutcomesKey = () => Promise.resolve(7);
    const { record, stop } = watched({ loadTrainingReport, loadOutcomesKey }, dataset);
    await vi.waitFor(() => {
      expect(record.modelChange).toEqual({ cause: 'reviews', before: 20, after: 20 });
    });
    stop();
  });

  it('knows when other weekly demand became known since the model learnt', async () => {
    const { loadTrainingReport, imported, recipe } = learntWith('US');
    const dataset = { report: imported, recipe, rowCount: 20, events: { market: 'US' } } as const;
    const loadDemandKey = () => Promise.resolve(7);
    const { record, stop } = watched({ loadTrainingReport, loadDemandKey }, dataset);
    await vi.waitFor(() => {
      expect(record.modelChange).toEqual({ cause: 'demand', before: 20, after: 20 });
    });
    stop();
  });

  it('knows when results of adopted plans came in since the model learnt', async () => {
    const { loadTrainingReport, imported, recipe } = learntWith('US');
    const dataset = { report: imported, recipe, rowCount: 20, events: { market: 'US' } } as const;
    const countResults = () => Promise.resolve(3);
    const { record, stop } = watched({ loadTrainingReport, countResults }, dataset);
    await vi.waitFor(() =>
      expect(record.modelChange).toEqual({ cause: 'results', before: 20, after: 23 }),
    );
    stop();
    const learnt = watched({ loadTrainingReport, countResults }, { ...dataset, rowCount: 17 });
    await vi.waitFor(() => expect(learnt.record.resultCount).toBe(3));
    expect(learnt.record.modelChange).toBeNull();
    learnt.stop();
  });

  it('knows when launches are for other selling events than those that the model learnt', async () => {
    const { loadTrainingReport, imported, recipe } = learntWith('US');
    const dataset = { report: imported, recipe, rowCount: 20 };
    const changeFor = async (events: SellingEventsSaid) => {
      const { record, stop } = watched({ loadTrainingReport }, { ...dataset, events });
      await vi.waitFor(() => expect(record.report).toBeDefined());
      await vi.waitFor(() => expect(record.editedTitles).toBeDefined());
      const { modelChange } = record;
      stop();
      return modelChange;
    };
    const change = { cause: 'events', before: 20, after: 20 };
    expect(await changeFor({ market: 'GB' })).toEqual(change);
    expect(await changeFor({ market: null })).toEqual(change);
    const editsByTitle = (title: string) => ({ [title]: ['easter'] as const });
    expect(await changeFor({ market: 'US', editsByTitle: editsByTitle('Launched') })).toEqual(
      change,
    );
    expect(await changeFor({ market: 'US', editsByTitle: editsByTitle('New') })).toBeNull();
  });

  it('knows when plans are older than the model', async () => {
    const report = { modelId: 2 } as TrainingReport;
    const { record, stop } = watched({
      loadRanking: () => Promise.resolve(ranking),
      loadTrainingReport: () => Promise.resolve(report),
    });
    await vi.waitFor(() => expect(record.olderPlans).toBe('model'));
    stop();
  });

  it('knows when other niches are known than plans for a category never sold rest on', async () => {
    const loadTrainingReport = () => Promise.resolve({ modelId: 1 } as TrainingReport);
    const shift = { shift: 0, scale: 1, freedom: 4, categories: 3 };
    const neverSold = { ...shift, nicheShare: null, niche: null };
    const made = (nichesKey?: number, isNeverSold = true) => {
      const plans = [{ ...plan('a', 5), ...(isNeverSold && { neverSold }) }];
      const stored = { ...ranking, plans, ...(nichesKey !== undefined && { nichesKey }) };
      const loadNichesKey = vi.fn(() => Promise.resolve(7));
      const loadRanking = () => Promise.resolve(stored);
      return { loadNichesKey, ...watched({ loadRanking, loadTrainingReport, loadNichesKey }) };
    };
    const [before, since, sold] = [made(), made(7), made(undefined, false)];
    await vi.waitFor(() => expect(before.record.olderPlans).toBe('niches'));
    await vi.waitFor(() => expect(since.loadNichesKey).toHaveBeenCalled());
    expect(since.record.olderPlans).toBeNull();
    expect(sold.record.currentRanking).not.toBeNull();
    expect(sold.loadNichesKey).not.toHaveBeenCalled();
    for (const { stop } of [before, since, sold]) stop();
  });

  it('knows when a planned product is for other events by now', async () => {
    const report = { modelId: 1 } as TrainingReport;
    const titled = { ...product('a'), title: 'Tin' };
    const events = { market: 'US', fitsById: { a: { found: [] } } } as const;
    const plans = [{ ...plan('a', 5), product: titled }];
    const ports: Partial<RecordPorts> = {
      loadRanking: () => Promise.resolve({ ...ranking, plans, events }),
      loadTrainingReport: () => Promise.resolve(report),
    };
    const olderWith = async (title: string) => {
      const editsByTitle = { [title]: ['easter'] as const };
      const { record, stop } = watched(ports, { events: { editsByTitle } });
      await vi.waitFor(() => expect(record.currentRanking).not.toBeNull());
      await vi.waitFor(() => expect(record.report).toBeDefined());
      const { olderPlans } = record;
      stop();
      return olderPlans;
    };
    expect(await olderWith('Tin')).toBe('events');
    expect(await olderWith('Bowl')).toBeNull();
  });
});
