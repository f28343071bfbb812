import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { ImportReport } from '#core/import/columns/import-report.ts';
import { findingKey } from '#core/import/csv/treatments.ts';
import { AppError } from '#core/base/errors.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { DataQuality, type QualityPorts } from '#state/data/data-quality.svelte.ts';
import { Notices } from '#state/base/notices.svelte.ts';

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

type Rebuild = QualityPorts['rebuildDataset'];

/** As if no other tab had changed anything. */
const readAs =
  (read: ImportReport): Rebuild =>
  ({ base, recipe: after }) =>
    Promise.resolve({ status: 'rebuilt', report: read, before: base, after });

function quality(rebuildDataset: QualityPorts['rebuildDataset']) {
  const notices = new Notices();
  return { notices, data: new DataQuality(notices, { rebuildDataset }) };
}

describe('DataQuality', () => {
  it('reads the data set again with the switch, and with the others as they were', async () => {
    const rebuild = vi.fn(readAs({ ...report, rowsUsed: 19 }));
    const { data } = quality(rebuild);
    const others = { 'outlier|units|sold': true };
    const changed = { ...dataset, recipe: { ...recipe, treatments: others } };
    const rebuilt = await data.switchTreatment(changed, issue, true);
    expect(rebuilt?.rowsUsed).toBe(19);
    expect(rebuild.mock.calls[0]![0]).toEqual({
      ...{ datasetId: 4, base: changed.recipe },
      recipe: { ...recipe, treatments: { ...others, [key]: true } },
    });
  });

  it('shows the switch and how far it is, for this data set only', async () => {
    let finish: () => void = () => undefined;
    const { data } = quality((request, options) => {
      options?.onProgress?.({ phase: 'type', done: 1, total: 2 });
      return new Promise((resolve) => (finish = () => resolve(readAs(report)(request))));
    });
    const switching = data.switchTreatment(dataset, issue, false);
    expect(data.phaseOf(dataset)).toMatchObject({
      status: 'running',
      subject: { switched: { [key]: false } },
    });
    expect(data.phaseOf({ ...dataset, id: 5 })).toEqual({ status: 'idle' });
    expect(data.fraction).toBeCloseTo(0.7);
    finish();
    await switching;
    expect(data.phaseOf(dataset)).toEqual({ status: 'idle' });
  });

  it('waits until the data set is the one that was read, also when undone', async () => {
    const rebuild = vi.fn(readAs(report)).mockImplementationOnce(readAs(reportWhere(false)));
    const { data, notices } = quality(rebuild);
    await data.switchTreatment(dataset, issue, false);
    const waiting = { status: 'running', subject: { switched: { [key]: false } } };
    expect(data.phaseOf(dataset)).toMatchObject(waiting);
    const treatments = { [key]: false };
    const shown = { id: 4, recipe: { ...recipe, treatments }, report: reportWhere(false) };
    expect(data.phaseOf(shown)).toEqual({ status: 'idle' });

    notices.undo();
    expect(data.phaseOf(shown).status).toBe('running');
    await vi.waitFor(() => expect(data.phaseOf(dataset).status).toBe('idle'));
    expect(data.phaseOf(shown).status).toBe('running');
  });

  it('offers to undo, which reads it as before', async () => {
    const rebuild = vi.fn(readAs(report));
    const { data, notices } = quality(rebuild);
    await data.switchTreatment(dataset, issue, false);
    notices.undo();
    await vi.waitFor(() => expect(data.phaseOf(dataset).status).toBe('idle'));
    const base = { ...recipe, treatments: { [key]: false } };
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, base, recipe, isUndo: true });
    expect(notices.offer).toBeNull();
  });

  const rated = { ...dataset, recipe: { ...recipe, currencyRates: { GBP: 1.3 } } };

  it.each([
    { says: 'sets a rate beside others', typed: { EUR: 1.08 }, gives: { GBP: 1.3, EUR: 1.08 } },
    { says: 'changes a rate', typed: { GBP: 1.2 }, gives: { GBP: 1.2 } },
    { says: 'takes a rate away', typed: { GBP: null, EUR: null }, gives: {} },
  ])('$says, reads again, and offers to undo', async ({ typed, gives }) => {
    const rebuild = vi.fn(readAs(report));
    const { data, notices } = quality(rebuild);
    expect(await data.setCurrencyRates(rated, typed)).toBe(report);
    const changed = { ...rated.recipe, currencyRates: gives };
    const change = { base: rated.recipe, recipe: changed };
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, ...change });
    notices.undo();
    await vi.waitFor(() => expect(rebuild).toHaveBeenCalledTimes(2));
    const undo = { base: changed, recipe: rated.recipe, isUndo: true };
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, ...undo });
  });

  it('reads nothing where a rate is no positive number', async () => {
    const rebuild = vi.fn<Rebuild>();
    const { data } = quality(rebuild);
    await expect(data.setCurrencyRates(rated, { EUR: 0 })).rejects.toThrow(RangeError);
    expect(rebuild).not.toHaveBeenCalled();
  });

  it('fills in cells, and says when that is undone', async () => {
    const rebuild = vi.fn(readAs(report));
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

  const cells = (text: string) => ({ ...recipe, fillIns: { channel: { 3: text } } });
  const switches = (isOn: boolean) => ({ ...recipe, treatments: { [key]: isOn } });

  it.each([
    {
      ...{ of: 'a cell', path: 'fillIns.channel.3', now: cells('Fair'), undone: recipe },
      says: 'Now: Channel in row 3 “Fair”. After undoing: Channel in row 3 not given.',
    },
    {
      ...{ of: 'a switch', path: `treatments.${key}`, now: switches(true), undone: recipe },
      says: 'Now: switched on. After undoing: the default.',
    },
    {
      ...{ of: 'a switch', path: `treatments.${key}`, now: recipe, undone: switches(false) },
      says: 'Now: the default. After undoing: switched off.',
    },
    {
      ...{ of: 'a rate', path: 'currencyRates.GBP', now: rated.recipe, undone: recipe },
      says: 'Now: GBP “1.3”. After undoing: GBP not given.',
    },
  ])(
    'asks before it undoes what another tab said of $of, and reads nothing until it is answered',
    async (given) => {
      const { path, now, undone, says } = given;
      const dispute = { status: 'disputed', now, undone, paths: [path] } as const;
      const rebuild = vi.fn<Rebuild>((request) =>
        request.isUndo ? Promise.resolve(dispute) : readAs(report)(request),
      );
      const { data, notices } = quality(rebuild);
      const onUndone = vi.fn();
      await data.fillIn(dataset, { channel: { 3: 'Web' } }, { onUndone });
      notices.undo();
      const asked = `Another window has since changed this. ${says}`;
      await vi.waitFor(() => expect(notices.question?.text).toBe(asked));
      expect(data.phaseOf(dataset)).toEqual({ status: 'idle' });
      expect(onUndone).not.toHaveBeenCalled();
      notices.undoAnyway();
      await vi.waitFor(() => expect(onUndone).toHaveBeenCalledOnce());
      const forced = { base: { ...recipe, fillIns: { channel: { 3: 'Web' } } }, recipe };
      expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, ...forced, isUndo: false });
    },
  );

  it('undoes what it did to what was stored, which another tab had changed', async () => {
    const theirs = { ...recipe, currencyRates: { EUR: 1.08 } };
    const both = { ...theirs, treatments: { [key]: false } };
    const rebuild = vi
      .fn(readAs(report))
      .mockResolvedValueOnce({ status: 'rebuilt', report, before: theirs, after: both });
    const { data, notices } = quality(rebuild);
    await data.switchTreatment(dataset, issue, false);
    notices.undo();
    await vi.waitFor(() => expect(rebuild).toHaveBeenCalledTimes(2));
    const undo = { base: both, recipe: theirs, isUndo: true };
    expect(rebuild.mock.lastCall![0]).toEqual({ datasetId: 4, ...undo });
  });

  it('says what failed, offers no undo, and closes', async () => {
    const error = new AppError('too-few-launches', 'no');
    const { data, notices } = quality(() => Promise.reject(error));
    expect(await data.switchTreatment(dataset, issue, true)).toBeNull();
    expect(data.phaseOf(dataset)).toMatchObject({
      status: 'failed',
      subject: { datasetId: 4 },
      error,
    });
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
    const rebuild = vi.fn<Rebuild>();
    const { data } = quality(rebuild);
    expect(await data.switchTreatment({ ...dataset, recipe: null }, issue, true)).toBeNull();
    expect(rebuild).not.toHaveBeenCalled();
  });
});
