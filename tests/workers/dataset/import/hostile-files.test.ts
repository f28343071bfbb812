// Files that were collected because they broke some reader: each ends in a table or in an error with a name, and no row is lost.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AppError } from '#core/base/errors.ts';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import { plainRecipe } from '#core/import/recipe/recipe.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, jobFor } from '../../../support/csv-file.ts';

const OURS = fileURLToPath(new URL('../../../fixtures/hostile', import.meta.url));
/** The whole collection, where it is at hand. */
const ALL = fileURLToPath(new URL('../../../../../shared/data/hostile-csv', import.meta.url));
const SPECTRUM = join(ALL, 'csv-spectrum');
const MOST_MS = 5_000;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function fileAt(path: string): File {
  return new File([readFileSync(path)], basename(path));
}

async function readAll(file: File) {
  const log = new IssueLog();
  const csv = await openCsv(asDetected(file));
  const rows = await readRows({ csv, columns: csv.headers, log }, new ThrottledJob(jobFor()));
  return { csv, rows };
}

/** The collection's copies have lost the line ends that their names and the expected cells tell of. */
function spectrumFile(name: string): File {
  const text = readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`));
  if (!name.endsWith('_crlf') || text.includes('\r\n')) return new File([text], name);
  return new File([text.toString('latin1').replaceAll('\n', '\r\n')], name);
}

/** What an import does with any two of its columns as launch date and units. */
async function importAnyhow(file: File): Promise<void> {
  const { csv, rows } = await readAll(file);
  const count = rows.rowNumbers.length;
  for (const { codes } of rows.columns.values()) expect(codes).toHaveLength(count);
  expect(rows.columns.size).toBe(csv.headers.length);
  const [launchDate, units = launchDate] = csv.headers;
  const built = buildLaunchTable(
    rows,
    plainRecipe({ fields: { launchDate: launchDate!, units: units! }, attributes: [] }),
  );
  expect(built.rowsRead).toBe(count);
  expect(built.rowsUsed + built.rowsSetAside).toBe(count);
  await previewFile(asDetected(file), jobFor());
}

const known = filesIn(ALL).filter((path) => !path.endsWith('MANIFEST.tsv'));
const paths = known.length > 0 ? known : filesIn(OURS);

it.skipIf(known.length > 0)(
  'reads a part of the collection only, because the whole is not here',
  () => expect(paths.length).toBeGreaterThan(100),
);

describe('a hostile file', () => {
  it.each(paths.map((path) => ({ name: relative(known.length > 0 ? ALL : OURS, path), path })))(
    'ends in a table or a clear error: $name',
    async ({ path }) => {
      await importAnyhow(fileAt(path)).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        expect(error.message).toMatch(/expected .+, got /);
      });
    },
    MOST_MS,
  );
});

describe.skipIf(!existsSync(SPECTRUM))('csv-spectrum', () => {
  const names = filesIn(join(SPECTRUM, 'json')).map((path) => basename(path, '.json'));
  it.each(names)('is read exactly as expected: %s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8'),
    );
    const { csv, rows } = await readAll(spectrumFile(name));
    const found = Array.from(rows.rowNumbers, (_, row) =>
      Object.fromEntries(
        csv.headers.map((header) => {
          const { texts, codes } = rows.columns.get(header)!;
          return [header, texts[codes[row]!]];
        }),
      ),
    );
    const rowsExpected = [expected].flat() as Record<string, string>[];
    // One cell of the collection is another one in its own expectation.
    const contradicted = name === 'location_coordinates' ? 'Contact Phone Number' : null;
    const compared = (row: object) =>
      Object.fromEntries(Object.entries(row).filter(([header]) => header !== contradicted));
    expect(found.map(compared)).toEqual(rowsExpected.map(compared));
  });
});
