import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../support/database.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { loadSource } from '#storage/data/sources.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { storeSource } from '#workers/dataset/import/store-source.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { csvFile, fixture, jobFor } from '../../../support/csv-file.ts';

beforeEach(emptyDatabase);

describe('storeSource', () => {
  const rows = Array.from({ length: 70_000 }, (_, i) => `${i % 9},Mug ${i},${i % 4},x`).join('\n');
  it.each([
    { file: csvFile(`id,title,units,kind\n${rows}`), wanted: ['units', 'title'], dropped: ['id'] },
    { file: fixture('untidy.csv'), wanted: ['price (2)', 'gone'], dropped: [] },
  ])('returns the rows that loading them would', async ({ file, wanted, dropped }) => {
    const csv = await openCsv({ file, reading: AS_DETECTED });
    const stored = await storeSource({ csv, dropped, wanted }, new ThrottledJob(jobFor()));
    expect(stored.rows).toEqual(await loadSource(stored.source, wanted));
    expect(stored.rows.rowNumbers).toHaveLength(stored.source.rowCount);
  });
});
