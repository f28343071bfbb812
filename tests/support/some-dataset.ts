import { saveDataset } from '#storage/data/datasets.ts';
import { launchTable } from './launch-table.ts';
import { noSource } from './source.ts';

/** Stores a data set of one launch, for tests that only need one to exist. Returns its ID. */
export async function someDataset(): Promise<number> {
  const mapping = { fields: {}, attributes: [] };
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = { name: 'Spring', mapping, issues: [], ...counts };
  const table = launchTable([{ title: 'mug' }]);
  const saved = await saveDataset({ sample: null, importedAt: 1, report, table, ...noSource() });
  return saved.datasetId;
}
