import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import type { ColumnWorths } from '#core/evaluation/scorecard/column-worth.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { ColumnWorthSession, type ColumnWorthPorts } from '#state/data/column-worth.svelte.ts';

const mapping = { fields: { launchDate: 'date', units: 'sold' }, attributes: [] };
const report = { mapping, issues: [] } as unknown as ImportReport;
const dataset = { id: 4, recipe: plainRecipe(mapping), report };
const worths: ColumnWorths = { launchCount: 90, testCount: 20, columns: [] };

describe('ColumnWorthSession', () => {
  it('measures with the seed, says how far it is, and keeps the result', async () => {
    const asked: unknown[] = [];
    let finish: (worths: ColumnWorths) => void = () => undefined;
    const measureColumns: ColumnWorthPorts['measureColumns'] = (request, options) => {
      asked.push(request);
      options?.onProgress?.({ phase: 'measure', done: 30, total: 120 });
      return new Promise((resolve) => (finish = resolve));
    };
    const session = new ColumnWorthSession({ measureColumns });
    const measuring = session.measure(dataset, 7);
    expect(asked).toEqual([{ datasetId: 4, seed: 7 }]);
    expect(session.phaseOf(dataset).status).toBe('running');
    expect(session.phaseOf({ ...dataset, id: 5 }).status).toBe('idle');
    expect(session.fraction).toBe(0.25);
    finish(worths);
    expect(await measuring).toBe(worths);
    expect(session.phaseOf(dataset)).toMatchObject({ status: 'done', result: worths });
  });

  it('says nothing of a data set that was read in another way since', async () => {
    const session = new ColumnWorthSession({ measureColumns: () => Promise.resolve(worths) });
    await session.measure(dataset, 1);
    const filled = { ...dataset.recipe, fillIns: { channel: { 2: 'Web' } } };
    expect(session.phaseOf({ ...dataset, recipe: filled })).toEqual({ status: 'idle' });
    expect(session.phaseOf(dataset).status).toBe('done');
  });

  it('stops where it is cancelled, and says what failed', async () => {
    const session = new ColumnWorthSession({
      measureColumns: (_, options) =>
        new Promise((_resolve, reject) =>
          options?.signal?.addEventListener('abort', () =>
            reject(new DOMException('stopped', 'AbortError')),
          ),
        ),
    });
    const measuring = session.measure(dataset, 1);
    session.cancel();
    expect(await measuring).toBeNull();
    expect(session.phaseOf(dataset)).toEqual({ status: 'idle' });
    const error = new Error('broken');
    const failing = new ColumnWorthSession({ measureColumns: () => Promise.reject(error) });
    expect(await failing.measure(dataset, 1)).toBeNull();
    expect(failing.phaseOf(dataset)).toMatchObject({ status: 'failed', error });
  });
});
