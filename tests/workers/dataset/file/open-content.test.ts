import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import type { AppError } from '#core/base/errors.ts';
import { OLD_WORKBOOK } from '#workers/dataset/file/content-part.ts';
import { openContent } from '#workers/dataset/file/open-content.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readLaunches } from '#workers/dataset/import/read-launches.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, csvFile, jobFor } from '../../../support/csv-file.ts';
import { workbookFile, workbookOf } from '../../../support/workbook.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);

async function textIn(file: File): Promise<{ text: string; doneBytes: number }> {
  const parts: Uint8Array[] = [];
  let done = 0;
  for await (const { bytes, doneBytes } of (await openContent(file)).content()) {
    expect(doneBytes).toBeGreaterThanOrEqual(done);
    done = doneBytes;
    parts.push(bytes);
  }
  return { text: await new Blob(parts as Uint8Array<ArrayBuffer>[]).text(), doneBytes: done };
}

interface Change {
  readonly record: string;
  readonly at: number;
  readonly to: readonly number[];
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

  /** Bytes of a zip of one stored table, to be changed. */
  const stored = () => zipSync({ 'a.csv': bytesOf('title,units\nMug,5\n') }, { level: 0 });
  /** Where the record that begins with these letters has its field. */
  const changed = (zip: Uint8Array, { record, at, to }: Change) => {
    const place = Buffer.from(zip).indexOf(record, 0, 'latin1') + at;
    for (const [i, byte] of to.entries()) zip[place + i] = byte;
    return zip;
  };
  const IN_DIRECTORY = 'PK\x01\x02';

  it('of a zip is read packed or not', async () => {
    const text = 'title,units\nMug,5\n';
    for (const zip of [stored(), zipSync({ 'a.csv': bytesOf(text) })])
      expect((await textIn(fileOf(zip, 'a.zip'))).text).toBe(text);
  });

  it('of a zip is let go of half-way', async () => {
    const zip = zipSync({ 'shop.csv': bytesOf(table) });
    const parts = (await openContent(fileOf(zip, 'shop.zip'))).content();
    const { value } = await parts.next();
    expect(value!.bytes.length).toBeLessThan(table.length / 2);
    expect(await parts.return()).toMatchObject({ done: true });
  });

  it.each([
    { says: 'its checksum', change: { record: IN_DIRECTORY, at: 16, to: [1, 2, 3, 4] } },
    { says: 'a smaller size', change: { record: IN_DIRECTORY, at: 24, to: [5, 0, 0, 0] } },
    { says: 'a larger size', change: { record: IN_DIRECTORY, at: 24, to: [99, 0, 0, 0] } },
    { says: 'another text', change: { record: 'Mug', at: 0, to: [0x4a] } },
  ])('of a zip is held to its directory: $says', async ({ change }) => {
    const file = fileOf(changed(stored(), change), 'a.zip');
    await expect(textIn(file)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it.each([
    {
      code: 'file-locked',
      file: fileOf(changed(stored(), { record: IN_DIRECTORY, at: 8, to: [1] }), 'a.zip'),
    },
    {
      code: 'file-too-large',
      file: fileOf(
        changed(stored(), { record: IN_DIRECTORY, at: 24, to: [0, 0, 0, 0xff] }),
        'a.zip',
      ),
    },
    { code: 'no-table-inside', file: fileOf(zipSync({ 'a.png': bytesOf('x') }), 'shop.zip') },
    { code: 'file-damaged', file: fileOf(gzipSync(table).subarray(0, 900), 'shop.csv.gz') },
    {
      code: 'file-damaged',
      file: fileOf(zipSync({ 'a.csv': bytesOf(table) }).subarray(0, 900), 'a.zip'),
    },
    { code: 'old-workbook', file: fileOf(Uint8Array.of(...OLD_WORKBOOK, 1, 2), 'shop.xls') },
  ])('that cannot be read is an error: $code', async ({ code, file }) => {
    await expect(textIn(file)).rejects.toMatchObject({ code });
  });
});

describe('a workbook', () => {
  const NAME = 'xl/worksheets/sheet1.xml';
  const rows = Array.from({ length: 40 }, (_, i) => [`Mug ${i * i}`, i]);
  const whole = async () => new Uint8Array(await workbookFile(rows).arrayBuffer());
  /** Where the directory, or what stands before a packed sheet, tells of it. */
  const placesOf = (zip: Uint8Array) => ({
    directory: Buffer.from(zip).lastIndexOf(NAME, undefined, 'latin1') - 46,
    packed: Buffer.from(zip).indexOf(NAME, 0, 'latin1') + NAME.length,
  });

  it('is read whole', async () => {
    expect((await textIn(fileOf(await whole(), 'shop.xlsx'))).text).toBe(
      rows.map((row) => `${row.join(',')}\r\n`).join(''),
    );
  });

  it.each([
    { says: 'its checksum', at: 16, from: 'directory', by: 1 },
    { says: 'a smaller size', at: 24, from: 'directory', by: -1 },
    { says: 'a larger size', at: 24, from: 'directory', by: 1 },
    { says: 'what is packed', at: 40, from: 'packed', by: 1 },
  ] as const)('is held to its directory: $says', async ({ at, from, by }) => {
    const zip = await whole();
    zip[placesOf(zip)[from] + at]! += by;
    await expect(textIn(fileOf(zip, 'shop.xlsx'))).rejects.toMatchObject({ code: 'file-damaged' });
  });
});

it('finds every changed byte of a packed table', async () => {
  const text = 'title,units\nMug,5\nTray,6\n'.repeat(9);
  const zip = zipSync({ 'a.csv': bytesOf(text) });
  const begin = Buffer.from(zip).indexOf('a.csv', 0, 'latin1') + 'a.csv'.length;
  const end = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1');
  for (let at = begin; at < end; at++) {
    const changed = zip.slice();
    changed[at]! ^= 0x10;
    const read = await textIn(fileOf(changed, 'a.zip')).catch((error: unknown) => error);
    expect(read).toMatchObject({ code: 'file-damaged' });
  }
});

describe('a small file that would take all memory', () => {
  const MB = 1024 ** 2;
  const FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  /** Unpacks to as many bytes of the same. */
  const gzipOf = (megabytes: number) => {
    const members = gzipSync(Buffer.alloc(16 * MB, 'Mug,5\n'));
    return fileOf(Buffer.concat(Array.from({ length: megabytes / 16 }, () => members)), 'a.csv.gz');
  };

  it('is read without the cell that is far away', async () => {
    const cells = ['A1', 'B1', 'C1'].map((place) => `<c r="${place}"><v>1</v></c>`).join('');
    const file = workbookOf([{ name: 'Orders', xml: `<row r="1">${cells}</row>${FAR}` }]);
    expect(file.size).toBeLessThan(2_000);
    expect((await textIn(file)).text).toBe('1,1,1\r\n');
  });

  it.each([
    '<row r="1e9"><c r="A1"/></row>',
    '<row><c r="A1048577"/></row>',
    '<row><c r="XFE1"/></row>',
  ])('is refused where a place of a workbook is nowhere: %s', async (xml) => {
    const file = workbookOf([{ name: 'Orders', xml }]);
    await expect(textIn(file)).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it(
    'is refused where a sheet is mostly empty as soon as its rows and columns are too many',
    { tags: ['whole'] },
    async () => {
      const wide = Array.from({ length: 900 }, () => '<c><v>1</v></c>').join('');
      const rows = '<row><c><v>1</v></c></row>'.repeat(20_000);
      const file = workbookOf([{ name: 'Orders', xml: `<row>${wide}</row>${rows}` }]);
      await expect(textIn(file)).rejects.toMatchObject({
        ...{ code: 'table-too-large', details: { row: 17_778 } },
      });
    },
  );

  it('is no more than a sheet with one row and formats to its end', async () => {
    const blank = '<row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>';
    const cell = '<row r="1"><c r="A1"><v>7</v></c></row>';
    expect((await textIn(workbookOf([{ name: 'Orders', xml: cell + blank }]))).text).toBe('7\r\n');
  });

  it(
    'is refused as a gzip that is nothing but repetition, and read as one that is not much',
    { tags: ['whole'] },
    async () => {
      const bytesIn = async (file: File) => {
        let sum = 0;
        for await (const { bytes } of (await openContent(file)).content()) sum += bytes.length;
        return sum;
      };
      expect(await bytesIn(gzipOf(240))).toBe(240 * MB);
      await expect(bytesIn(gzipOf(272))).rejects.toMatchObject({
        ...{ code: 'file-too-large', details: { mostBytes: 256 * MB } },
      });
    },
  );

  it(
    'is refused as a wide table of next to nothing before most of it is unpacked',
    { tags: ['whole'] },
    async () => {
      const header = Array.from({ length: 900 }, (_, i) => `c${i}`).join(',');
      const rows = gzipSync(`1${','.repeat(899)}\n`.repeat(125_000));
      const file = fileOf(Buffer.concat([gzipSync(`${header}\n`), rows]), 'wide.csv.gz');
      const csv = await openCsv(asDetected(file));
      const wanted = { csv, columns: csv.headers, log: new IssueLog() };
      const error: unknown = await readRows(wanted, new ThrottledJob(jobFor())).catch(
        (e: unknown) => e,
      );
      expect(error).toMatchObject({ code: 'table-too-large' });
      expect((error as AppError).details).toSatisfy(({ row }: { row: number }) => row < 25_000);
    },
  );

  it('writes what its cells repeat part by part, and no more than is unpacked of any file', async () => {
    const text = 'x'.repeat(30_000);
    const cells = (row: number) =>
      ['A', 'B', 'C'].map((c) => `<c r="${c}${row}" t="inlineStr"><is><t>${text}</t></is></c>`);
    const xml = Array.from(
      { length: 50 },
      (_, i) => `<row r="${i + 1}">${cells(i + 1).join('')}</row>`,
    );
    let parts = 0;
    for await (const { bytes } of (
      await openContent(workbookOf([{ name: 'A', xml: xml.join('') }]))
    ).content()) {
      parts += 1;
      expect(bytes.length).toBeLessThan(2 * MB);
    }
    expect(parts).toBeGreaterThan(3);
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
  const { table } = await readLaunches({ file, mapping, today: null }, new ThrottledJob(jobFor()));
  expect(table.title[3]).toBe('Mug, "No 3" <b>');
  expect(table.launchDay[8]).toBe(dayFromCalendar(2024, 3, 9));
  expect(table.listPrice[2]).toBe(1014.5);
  expect(table.units[0]).toBe(900);
});

it('writes numbers of a workbook as a spreadsheet shows them', async () => {
  const { text } = await textIn(
    workbookFile([['price'], [53.891999999999996], [0.1 + 0.2], [1e21]]),
  );
  expect(text).toBe('price\r\n53.892\r\n0.3\r\n1e+21\r\n');
});
