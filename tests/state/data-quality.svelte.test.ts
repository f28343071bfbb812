import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { ImportReport } from '#core/csv/import-report.ts';
import { findingKey } from '#core/csv/treatments.ts';
import { AppError } from '#core/errors.ts';
import { plainRecipe } from '#core/table/recipe.ts';
import { DataQuality, type QualityPorts } from '#state/data-quality.svelte.ts';
import { Notices } from '#state/notices.svelte.ts';

const mapping = { fields: { launchDate: 'date', units: 'sold' }, attributes: [] };
const recipe = plainRecipe(mapping);
const issue = { kind: 'duplicate-row', field: null, column: null } as const;
const reportWhere = (isOn: boolean) =>
  ({
    rowsRead: 20,
    rowsUsed: 20,
    mapping,
    issues: [{ ...issue, treatment: { name: 'set-aside', isOn } }],
  }) as unknown as ImportReport;
const report = reportWhere(true);
const dataset = { id: 4, recipe, report };
const key = findingKey(issue);

function quality(rebuildDataset: QualityPorts['rebuildDataset']) {
  const notices = new Notices();
  return { notices, data: new DataQuality(notices, { rebuildDataset }) };
}

describe('DataQuality', () => {
  it('reads the data set again with the switch, and with the others as they were', async () => {
    const rebuild = vi.fn<QualityPorts['rebuildDataset']>(() =>
      Promise.resolve({ ...report, rowsUsed: 19 }),
    );
    const { data } = quality(rebuild);
    const others = { 'outlier|units|sold': true };
    const changed = { ...dataset, recipe: { ...recipe, treatments: others } };
    const rebuilt = await data.switchTreatment(changed, issue, true);
    expect(rebuilt?.rowsUsed).toBe(19);
    expect(rebuild.mock.calls[0]![0]).toEqual({
      datasetId: 4,
      recipe: { ...recipe, treatments: { ...others, [key]: true } },
    });
  });

  it('shows the switch and how far it is, for this data set only', async () => {
    let finish: (report: ImportReport) => void = () => undefined;
    const { data } = quality((_, options) => {
      options?.onProgress?.({ phase: 'type', done: 1, total: 2 });
      return new Promise((resolve) => (finish = resolve));
    });
    const switching = data.switchTreatment(dataset, issue, false);
    expect(data.phaseOf(dataset)).toMatchObject({
      status: 'rebuilding',
      switched: { [key]: false },
    });
    expect(data.phaseOf({ ...dataset, id: 5 })).toEqual({ status: 'idle' });
    expect(data.fraction).toBeCloseTo(0.7);
    finish(report);
    await switching;
    expect(data.phaseOf(dataset)).toEqual({ status: 'idle' });
  });

  it('waits until the data set is the one that was read, also when undone', async () => {
    const rebuild = vi
      .fn<QualityPorts['rebuildDataset']>(() => Promise.resolve(report))
      .mockResolvedValueOnce(reportWhere(false));
    const { data, notices } = quality(rebuild);
    await data.switchTreatment(dataset, issue, false);
    const waiting = { status: 'rebuilding', switched: { [key]: false } };
    expect(data.phaseOf(dataset)).toMatchObject(waiting);
    const treatments = { [key]: false };
    const shown = { id: 4, recipe: { ...recipe, treatments }, report: reportWhere(false) };
    expect(data.phaseOf(shown)).toEqual({ status: 'idle' });

    notices.undo();
    expect(data.phaseOf(shown).status).toBe('rebuilding');
    await vi.waitFor(() => expect(data.phaseOf(dataset).status).toBe('idle'));
    expect(data.phaseOf(shown).status).toBe('rebuilding');
  });

  it('offers to undo, which reads it as before', async () => {
    const rebuild = vi.fn<QualityPorts['rebuildDataset']>(() => Promise.resolve(report));
    const { data, notices } = quality(rebuild);
    await data.switchTreatment(dataset, issue, false);
    notices.undo();
    await vi.waitFor(() => expect(data.phaseOf(dataset).status).toBe('idle'));
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, recipe });
    expect(notices.offer).toBeNull();
  });

  const rated = { ...dataset, recipe: { ...recipe, currencyRates: { GBP: 1.3 } } };

  it.each([
    { says: 'sets a rate beside others', typed: { EUR: 1.08 }, gives: { GBP: 1.3, EUR: 1.08 } },
    { says: 'changes a rate', typed: { GBP: 1.2 }, gives: { GBP: 1.2 } },
    { says: 'takes a rate away', typed: { GBP: null, EUR: null }, gives: {} },
  ])('$says, reads again, and offers to undo', async ({ typed, gives }) => {
    const rebuild = vi.fn<QualityPorts['rebuildDataset']>(() => Promise.resolve(report));
    const { data, notices } = quality(rebuild);
    expect(await data.setCurrencyRates(rated, typed)).toBe(report);
    const changed = { ...rated.recipe, currencyRates: gives };
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, recipe: changed });
    notices.undo();
    await vi.waitFor(() => expect(rebuild).toHaveBeenCalledTimes(2));
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, recipe: rated.recipe });
  });

  it('reads nothing where a rate is no positive number', async () => {
    const rebuild = vi.fn<QualityPorts['rebuildDataset']>();
    const { data } = quality(rebuild);
    await expect(data.setCurrencyRates(rated, { EUR: 0 })).rejects.toThrow(RangeError);
    expect(rebuild).not.toHaveBeenCalled();
  });

  it('fills in cells, and says when that is undone', async () => {
    const rebuild = vi.fn<QualityPorts['rebuildDataset']>(() => Promise.resolve(report));
    const { data, notices } = quality(rebuild);
    const filled = { ...recipe, fillIns: { channel: { 2: 'Web', 3: 'Fair' } } };
    const onUndone = vi.fn();
    const fillIns = { channel: { 2: 'Web' }, adSpend: { 2: '40' } };
    await data.fillIn({ ...dataset, recipe: filled }, fillIns, { said: 'Filled in.', onUndone });
    expect(rebuild.mock.lastCall![0].recipe).toEqual({ ...recipe, fillIns });
    expect(onUndone).not.toHaveBeenCalled();
    expect(notices.offer?.text).toBe('Filled in.');
    notices.undo();
    await vi.waitFor(() => expect(onUndone).toHaveBeenCalledOnce());
    expect(rebuild.mock.lastCall![0].recipe).toEqual(filled);
  });

  it('says what failed, offers no undo, and closes', async () => {
    const error = new AppError('too-few-launches', 'no');
    const { data, notices } = quality(() => Promise.reject(error));
    expect(await data.switchTreatment(dataset, issue, true)).toBeNull();
    expect(data.phaseOf(dataset)).toEqual({ status: 'failed', datasetId: 4, error });
    expect(notices.offer).toBeNull();
    data.cancel();
    expect(data.phaseOf(dataset)).toEqual({ status: 'idle' });
  });

  it('stops when cancelled', async () => {
    const { data } = quality(
      (_, options) =>
        new Promise((_resolve, reject) =>
          options?.signal?.addEventListener('abort', () =>
            reject(new DOMException('stopped', 'AbortError')),
          ),
        ),
    );
    const switching = data.switchTreatment(dataset, issue, true);
    data.cancel();
    expect(await switching).toBeNull();
    expect(data.phaseOf(dataset)).toEqual({ status: 'idle' });
  });

  it('changes nothing where the file was not kept', async () => {
    const rebuild = vi.fn<QualityPorts['rebuildDataset']>();
    const { data } = quality(rebuild);
    expect(await data.switchTreatment({ ...dataset, recipe: null }, issue, true)).toBeNull();
    expect(rebuild).not.toHaveBeenCalled();
  });
});
