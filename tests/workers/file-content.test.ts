import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/dates.ts';
import { openContent } from '#workers/file-content.ts';
import { PacedJob } from '#workers/paced-job.ts';
import { previewFile } from '#workers/preview-file.ts';
import { readLaunches } from '#workers/read-launches.ts';
import { asDetected, csvFile, jobFor } from '../support/csv-file.ts';
import { workbookFile } from '../support/workbook.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);

async function textIn(file: File): Promise<{ text: string; doneBytes: number }> {
  const parts: Uint8Array[] = [];
  let done = 0;
  for await (const { bytes, doneBytes } of (await openContent(file))()) {
    expect(doneBytes).toBeGreaterThanOrEqual(done);
    done = doneBytes;
    parts.push(bytes);
  }
  return { text: await new Blob(parts as Uint8Array<ArrayBuffer>[]).text(), doneBytes: done };
}

describe('the content of a file', () => {
  const table = `title,units\n${'Mug,5\n'.repeat(400_000)}`;
  it.each([
    { says: 'text', file: csvFile(table) },
    { says: 'a gzip', file: fileOf(gzipSync(table), 'shop.csv.gz') },
    { says: 'a zip', file: fileOf(zipSync({ 'shop.csv': bytesOf(table) }), 'shop.zip') },
  ])('of $says comes in parts, as often as it is asked for', async ({ file }) => {
    for (const found of [await textIn(file), await textIn(file)]) {
      expect(found.text === table).toBe(true);
      expect(found.doneBytes).toBe(file.size);
    }
  });

  it('of a zip is its first table, not what a Mac adds', async () => {
    const file = fileOf(
      zipSync({
        '__MACOSX/._shop.csv': bytesOf('no'),
        'readme.md': bytesOf('no'),
        'out/shop.tsv': bytesOf('a\tb\n'),
        'out/zoo.csv': bytesOf('c,d\n'),
      }),
      'shop.zip',
    );
    expect((await textIn(file)).text).toBe('a\tb\n');
  });

  it.each([
    { code: 'no-table-inside', file: fileOf(zipSync({ 'a.png': bytesOf('x') }), 'shop.zip') },
    { code: 'file-damaged', file: fileOf(gzipSync(table).subarray(0, 900), 'shop.csv.gz') },
    {
      code: 'file-damaged',
      file: fileOf(zipSync({ 'a.csv': bytesOf(table) }).subarray(0, 900), 'a.zip'),
    },
    { code: 'old-workbook', file: fileOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'shop.xls') },
  ])('that cannot be read is an error: $code', async ({ code, file }) => {
    await expect(textIn(file)).rejects.toMatchObject({ code });
  });
});

it('reads the launches of a workbook, its dates and its numbers as they are', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => [
    `Mug, "No ${i}" <b>`,
    new Date(Date.UTC(2024, 2, 1 + i)),
    1012.5 + i,
    900 + i,
  ]);
  const file = workbookFile([['title', 'launch date', 'list price', 'units sold'], ...rows]);
  const { mapping } = await previewFile(asDetected(file), jobFor());
  const { table } = await readLaunches({ file, mapping, today: null }, new PacedJob(jobFor()));
  expect(table.title[3]).toBe('Mug, "No 3" <b>');
  expect(table.launchDay[8]).toBe(dayFromCalendar(2024, 3, 9));
  expect(table.listPrice[2]).toBe(1014.5);
  expect(table.units[0]).toBe(900);
});
