import { emptyDatabase, everythingStored } from '../support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezePlan, withActual, withChosenActual } from '#core/ledger/adopted-plan.ts';
import { saveDataset } from '#storage/datasets.ts';
import {
  adoptPlan,
  changeLedger,
  forgetAdoption,
  loadLedger,
  restoreEntries,
} from '#storage/ledger.ts';
import { sampleActual } from '../support/adopted-plan.ts';
import { launchTable } from '../support/launch-table.ts';
import { samplePlan, sampleProduct, sampleRanking } from '../support/ranking.ts';
import { noSource } from '../support/source.ts';

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

const standing = async () =>
  (await loadLedger(datasetId)).filter(({ withdrawnAt }) => withdrawnAt === null);

describe('adoptPlan', () => {
  it('keeps the promise as it was', async () => {
    const { entry, replaced } = await adoptPlan(datasetId, frozen());
    expect(replaced).toEqual([]);
    expect(await loadLedger(datasetId)).toEqual([entry]);
    expect(entry).toMatchObject({ ...frozen(), datasetId, actual: null, withdrawnAt: null });
  });

  it('withdraws what was adopted for the product before, and loses nothing of it', async () => {
    const first = await adoptPlan(datasetId, frozen());
    await adoptPlan(datasetId, frozen('P-2'));
    const again = await adoptPlan(datasetId, frozen('P-1', 20));
    expect(again.replaced).toEqual([first.entry]);
    expect((await standing()).map(({ product, adoptedAt }) => [product.id, adoptedAt])).toEqual([
      ['P-2', 10],
      ['P-1', 20],
    ]);
    expect(await loadLedger(datasetId)).toContainEqual({ ...first.entry, withdrawnAt: 20 });
  });

  it('leaves one with a result as it is: the next is another launch', async () => {
    const { entry } = await adoptPlan(datasetId, frozen());
    await changeLedger(datasetId, () => ({ changed: [withActual(entry, sampleActual())] }));
    await adoptPlan(datasetId, frozen('P-1', 20));
    expect(await standing()).toHaveLength(2);
  });

  it('is undone as if it had never been', async () => {
    await adoptPlan(datasetId, frozen());
    const before = await everythingStored();
    const again = await adoptPlan(datasetId, frozen('P-1', 20));
    await forgetAdoption(datasetId, again);
    expect(await everythingStored()).toEqual(before);
  });

  it('needs the data set', async () => {
    await expect(adoptPlan(404, frozen())).rejects.toMatchObject({ code: 'dataset-missing' });
  });
});

describe('changeLedger', () => {
  it('changes what it is given, and says how that was', async () => {
    const { entry } = await adoptPlan(datasetId, frozen());
    await adoptPlan(datasetId, frozen('P-2'));
    const { before } = await changeLedger(datasetId, ([first]) => ({
      changed: [withActual(first!, sampleActual({ units: 70 }))],
    }));
    expect(before).toEqual([entry]);
    expect((await loadLedger(datasetId)).map(({ actual }) => actual?.units)).toEqual([
      70,
      undefined,
    ]);
    await restoreEntries(datasetId, before);
    expect((await loadLedger(datasetId))[0]).toEqual(entry);
  });

  it('lets two changes at once lose nothing of each other', async () => {
    await adoptPlan(datasetId, frozen());
    await Promise.all(
      [70, 80].map((units) =>
        changeLedger(datasetId, ([first]) => ({
          changed: [withActual(first!, sampleActual({ units }))],
        })),
      ),
    );
    const [entry] = await loadLedger(datasetId);
    expect([entry?.actual?.units, entry?.otherActuals[0]?.units]).toEqual([80, 70]);
    expect(withChosenActual(entry!, 0).actual?.units).toBe(70);
  });

  it('changes nothing where the change fails', async () => {
    const { entry } = await adoptPlan(datasetId, frozen());
    const failing = changeLedger(datasetId, () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await loadLedger(datasetId)).toEqual([entry]);
  });
});
