import { emptyDatabase, everythingStored } from '../../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezePlan, withResult, withChosenResult } from '#core/ledger/entries/adopted-plan.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { adoptPlans, changeLedger, loadLedger, undoInLedger } from '#storage/plan/ledger.ts';
import { sampleActual } from '../../support/adopted-plan.ts';
import { launchTable } from '../../support/launch-table.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../../support/ranking.ts';
import { noSource } from '../../support/source.ts';

let datasetId = 0;

beforeEach(async () => {
  await emptyDatabase();
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  ({ datasetId } = await saveDataset({ ...origin, report, table: launchTable([{}]) }));
});

function frozen(productId = 'P-1', adoptedAt = 10) {
  const plan = samplePlan({ product: sampleProduct({ id: productId }) });
  return freezePlan(plan, sampleRanking(), { report: null, adoptedAt });
}

async function adoptOne() {
  const { entries, changes } = await adoptPlans(datasetId, [frozen()]);
  return { entry: entries[0]!, changes };
}

const standing = async () =>
  (await loadLedger(datasetId)).filter(({ withdrawnAt }) => withdrawnAt === null);

describe('adoptPlans', () => {
  it('keeps the promise as it was', async () => {
    const { entries, changes } = await adoptPlans(datasetId, [frozen()]);
    const [entry] = entries;
    expect(changes).toEqual([{ id: entry!.id, before: null, after: entry }]);
    expect(await loadLedger(datasetId)).toEqual([entry]);
    expect(entry).toMatchObject({ ...frozen(), datasetId, actual: null, withdrawnAt: null });
  });

  it('withdraws what was adopted for the product before, and loses nothing of it', async () => {
    const first = await adoptPlans(datasetId, [frozen()]);
    await adoptPlans(datasetId, [frozen('P-2')]);
    const again = await adoptPlans(datasetId, [frozen('P-1', 20)]);
    const [replaced] = first.entries;
    expect(again.changes[0]).toEqual({
      id: replaced!.id,
      before: replaced,
      after: { ...replaced, withdrawnAt: 20 },
    });
    expect((await standing()).map(({ product, adoptedAt }) => [product.id, adoptedAt])).toEqual([
      ['P-2', 10],
      ['P-1', 20],
    ]);
    expect(await loadLedger(datasetId)).toContainEqual({ ...replaced, withdrawnAt: 20 });
  });

  it('leaves one with a result as it is: the next is another launch', async () => {
    const { entry } = await adoptOne();
    await changeLedger(datasetId, () => ({ changed: [withResult(entry, sampleActual())] }));
    await adoptPlans(datasetId, [frozen('P-1', 20)]);
    expect(await standing()).toHaveLength(2);
  });

  it('is undone as if it had never been', async () => {
    await adoptPlans(datasetId, [frozen()]);
    const before = await everythingStored();
    const again = await adoptPlans(datasetId, [frozen('P-1', 20)]);
    expect(await undoInLedger(datasetId, again.changes)).toEqual([]);
    expect(await everythingStored()).toEqual(before);
  });

  it('needs the data set', async () => {
    await expect(adoptPlans(404, [frozen()])).rejects.toMatchObject({ code: 'dataset-missing' });
  });
});

describe('changeLedger', () => {
  it('changes what it is given, and says how that was', async () => {
    const { entry } = await adoptOne();
    await adoptPlans(datasetId, [frozen('P-2')]);
    const { changes } = await changeLedger(datasetId, ([first]) => ({
      changed: [withResult(first!, sampleActual({ units: 70 }))],
    }));
    expect(changes.map(({ before }) => before)).toEqual([entry]);
    expect((await loadLedger(datasetId)).map(({ actual }) => actual?.units)).toEqual([
      70,
      undefined,
    ]);
    expect(await undoInLedger(datasetId, changes)).toEqual([]);
    expect((await loadLedger(datasetId))[0]).toEqual(entry);
  });

  it('lets two changes at once lose nothing of each other', async () => {
    await adoptPlans(datasetId, [frozen()]);
    await Promise.all(
      [70, 80].map((units) =>
        changeLedger(datasetId, ([first]) => ({
          changed: [withResult(first!, sampleActual({ units }))],
        })),
      ),
    );
    const [entry] = await loadLedger(datasetId);
    expect([entry?.actual?.units, entry?.otherActuals[0]?.units]).toEqual([80, 70]);
    expect(withChosenResult(entry!, 0).actual?.units).toBe(70);
  });

  it('changes nothing where the change fails', async () => {
    const { entry } = await adoptOne();
    const failing = changeLedger(datasetId, () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await loadLedger(datasetId)).toEqual([entry]);
  });
});

describe('what is taken back', () => {
  it('is nothing where another tab has changed it since, unless that is wanted', async () => {
    const { entry, changes: adopted } = await adoptOne();
    const enter = (units: number) =>
      changeLedger(datasetId, ([first]) => ({
        changed: [withResult(first!, sampleActual({ units }))],
      }));
    const { changes: mine } = await enter(111);
    await enter(222);
    const stored = await loadLedger(datasetId);
    for (const changes of [mine, adopted]) {
      const [conflict, ...others] = await undoInLedger(datasetId, changes);
      expect(others).toEqual([]);
      expect(conflict).toMatchObject({ id: entry.id, now: stored[0] });
      expect(await loadLedger(datasetId)).toEqual(stored);
    }
    expect(await undoInLedger(datasetId, adopted, { isForced: true })).toEqual([]);
    expect(await loadLedger(datasetId)).toEqual([]);
  });

  it('is all of a season or nothing of it', async () => {
    const { entries, changes } = await adoptPlans(datasetId, [frozen('P-1'), frozen('P-2')]);
    expect(entries.map(({ product }) => product.id)).toEqual(['P-1', 'P-2']);
    await changeLedger(datasetId, (kept) => ({
      changed: [withResult(kept[1]!, sampleActual({ units: 333 }))],
    }));
    expect(await undoInLedger(datasetId, changes)).toHaveLength(1);
    expect(await standing()).toHaveLength(2);
  });

  it('asks for nothing where it is back already', async () => {
    const { changes } = await adoptOne();
    expect(await undoInLedger(datasetId, changes)).toEqual([]);
    expect(await undoInLedger(datasetId, changes)).toEqual([]);
    expect(await loadLedger(datasetId)).toEqual([]);
  });
});
