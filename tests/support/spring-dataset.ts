import { saveDataset } from '#storage/data/datasets.ts';
import { launchTable } from './launch-table.ts';
import { noSource } from './source.ts';

/** Stores a data set of one launch, or of these, for what stands beside a data set. Returns its ID. */
export async function storeSpring(rows: Parameters<typeof launchTable>[0] = [{}]): Promise<number> {
  const counts = { rowsRead: 1, rowsUsed: 1, rowsSetAside: 0 };
  const report = {
    ...{ name: 'Spring', mapping: { fields: {}, attributes: [] }, issues: [], ...counts },
  };
  const origin = { sample: null, importedAt: 1, ...noSource() };
  const { datasetId } = await saveDataset({ ...origin, report, table: launchTable(rows) });
  return datasetId;
}
