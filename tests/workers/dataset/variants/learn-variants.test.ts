import { emptyDatabase } from '../../../support/database.ts';
import { beforeEach, expect, it } from 'vitest';
import { database } from '#storage/database/database.ts';
import { importFile } from '#workers/dataset/import/import-file.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { learnVariants } from '#workers/dataset/variants/learn-variants.ts';
import { asDetected, csvFile, jobFor } from '../../../support/csv-file.ts';

beforeEach(emptyDatabase);

async function imported(): Promise<number> {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `Dress ${i},Dresses,2024-03-${10 + i},${30 + i},"S: 5; M: ${15 + i}; L: 10"`,
  );
  const file = csvFile(['title,category,launch date,units,variant_units', ...rows].join('\n'));
  const { mapping } = await previewFile(asDetected(file), jobFor());
  const options = { dropColumns: [], dateOrder: null, name: 'Spring', sample: null };
  const request = { ...asDetected(file), mapping, ...options, areLaunches: true };
  return (await importFile(request, jobFor())).datasetId;
}

it('learns from the column of a stored file', async () => {
  const curves = await learnVariants({ datasetId: await imported() }, jobFor());
  expect(curves).toMatchObject({ launches: 12 });
  expect(curves.sizes[0]).toMatchObject({ system: 'letters', positions: [-1, 0, 1] });
});

it('learns from nothing where the file is lost', async () => {
  const datasetId = await imported();
  await database.sources.clear();
  expect(await learnVariants({ datasetId }, jobFor())).toMatchObject({ launches: 0, sizes: [] });
});
