import { emptyDatabase } from '../../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import type { Progress } from '#core/base/progress.ts';
import { saveDataset } from '#storage/data/datasets.ts';
import { measureColumns } from '#workers/dataset/import/measure-columns.ts';
import { jobFor } from '../../../support/csv-file.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { noSource } from '../../../support/source.ts';

const table = launchTable(
  Array.from({ length: 200 }, (_, i) => {
    const isFair = (i * 7) % 3 === 0;
    return { title: `Mug ${i % 5}`, channel: isFair ? 'Fair' : 'Web', units: isFair ? 200 : 40 };
  }),
);

async function stored() {
  const mapping = { fields: {}, attributes: [] };
  const { source, recipe } = noSource(mapping);
  const report = {
    ...{ name: 'Shop', mapping, issues: [] },
    ...{ rowsRead: 200, rowsUsed: 200, rowsSetAside: 0 },
  };
  const saved = { importedAt: 0, sample: null, report, table, source, recipe };
  return (await saveDataset(saved)).datasetId;
}

beforeEach(emptyDatabase);

it('measures stored launches, and says how far it is', async () => {
  const reports: Progress[] = [];
  const job = jobFor((progress) => reports.push(progress));
  const { columns } = await measureColumns({ datasetId: await stored(), seed: 1 }, job);
  expect(columns.map(({ field, verdict }) => [field, verdict])).toEqual([
    ['channel', 'better'],
    ['promotion', 'too-few'],
    ['adSpend', 'too-few'],
    ['unitCost', 'too-few'],
    ['category', 'too-few'],
  ]);
  expect(reports.at(-1)).toMatchObject({ phase: 'measure', done: reports.at(-1)!.total });
});

it('stops where it is asked to', async () => {
  const controller = new AbortController();
  const job = jobFor(() => controller.abort(), controller.signal);
  const measuring = measureColumns({ datasetId: await stored(), seed: 1 }, job);
  await expect(measuring).rejects.toMatchObject({ name: 'AbortError' });
});
