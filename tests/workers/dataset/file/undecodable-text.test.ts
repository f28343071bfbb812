import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt } from '#core/import/csv/coded-column.ts';
import type { Encoding } from '#core/import/csv/encoding.ts';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, csvFile, jobFor } from '../../../support/csv-file.ts';

const HEADER = 'title,launch date,units\n';
const row = (title: string) => `${title},2024-03-08,5\n`;

/** Text in UTF-8, and bytes as they are. */
function bytesOf(...pieces: (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat(
      pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece))),
    ),
  );
}

async function readAll(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding | null = null) {
  const log = new IssueLog();
  const csv = await openCsv({ file: csvFile(bytes), reading: { ...AS_DETECTED, encoding } });
  const rows = await readRows({ csv, columns: csv.headers, log }, new ThrottledJob(jobFor()));
  const titles = rows.columns.get('title');
  return {
    encoding: csv.text.encoding,
    titles: titles ? Array.from(rows.rowNumbers, (_, i) => cellAt(titles, i)) : [],
    issues: log.issues(),
  };
}

const LATIN = [0xe9] as const; // é

describe('a file of UTF-8 with bytes that are none', () => {
  it('is read as UTF-8 all the same, and says which cells lost something', async () => {
    const { encoding, titles, issues } = await readAll(
      bytesOf(HEADER, 'Caf', LATIN, ',2024-03-08,5\n', row('Größe').repeat(30), row('杯子')),
    );
    expect(encoding).toBe('utf-8');
    expect([titles[0], titles[1], titles[31]]).toEqual(['Caf�', 'Größe', '杯子']);
    expect(issues).toMatchObject([
      { kind: 'undecodable-text', severity: 'warning', column: 'title', rows: [2], rowCount: 1 },
    ]);
    expect(issues[0]!.samples).toEqual(['Caf�']);
  });

  it('is read so where the letters that show it come late', async () => {
    const plain = row('Mug').repeat(100_000);
    const { encoding, titles, issues } = await readAll(
      bytesOf(HEADER, 'Caf', LATIN, ',2024-03-08,5\n', plain, row('Größe').repeat(30)),
    );
    expect([encoding, titles.at(-1)]).toEqual(['utf-8', 'Größe']);
    expect(issues).toMatchObject([{ kind: 'undecodable-text', rows: [2], rowCount: 1 }]);
  });

  it('says so of what is lost where all before was plain', async () => {
    const { issues } = await readAll(
      bytesOf(HEADER, row('Größe').repeat(9), row('Mug').repeat(100_000), '"', LATIN, '",,1\n'),
    );
    expect(issues).toMatchObject([{ kind: 'undecodable-text', rows: [100_011], rowCount: 1 }]);
  });

  it('tells of what was lost before it came here, in a header too', async () => {
    const { issues } = await readAll(bytesOf('title,launch date,st�ck\n', row('Gr��e').repeat(7)));
    expect(issues).toMatchObject([
      { kind: 'undecodable-text', column: 'title', rows: [2, 3, 4, 5, 6], rowCount: 7 },
      { kind: 'undecodable-text', column: 'st�ck', rows: [1], rowCount: 1 },
    ]);
  });

  it('says so at a first look', async () => {
    const file = csvFile(
      bytesOf(HEADER, '\n', 'Caf', LATIN, ',2024-03-08,5\n', row('Größe').repeat(9)),
    );
    const { encoding, issues } = await previewFile(asDetected(file), jobFor());
    expect(encoding).toBe('utf-8');
    expect(issues).toContainEqual(
      expect.objectContaining({
        kind: 'undecodable-text',
        column: 'title',
        rows: [3],
        rowCount: 1,
      }),
    );
  });
});

describe('a file of another encoding', () => {
  it.each<{ encoding: Encoding; bad: readonly number[]; text: string; bytes: readonly number[] }>([
    // "杯子" and a byte that begins nothing.
    { encoding: 'gb18030', bad: [0xff, 0x2c], text: '杯子', bytes: [0xb1, 0xad, 0xd7, 0xd3] },
    { encoding: 'shift_jis', bad: [0xfd, 0x2c], text: '商品', bytes: [0x8f, 0xa4, 0x95, 0x69] },
    { encoding: 'windows-1252', bad: [0x81, 0x2c], text: 'été', bytes: [0xe9, 0x74, 0xe9] },
  ])('of $encoding says which cells lost something', async ({ encoding, bad, text, bytes }) => {
    const good = bytesOf(
      ...Array.from({ length: 40 }, () => bytesOf([...bytes], ',2024-03-08,5\n')).map((each) => [
        ...each,
      ]),
    );
    const { titles, issues } = await readAll(
      bytesOf(HEADER, [...good], 'Mug ', [...bad], '2024-03-08,5\n'),
      encoding,
    );
    expect(titles).toHaveLength(41);
    expect([titles[0], titles[40]]).toEqual([text, 'Mug �']);
    expect(issues).toMatchObject([{ kind: 'undecodable-text', rows: [42], rowCount: 1 }]);
  });

  it('is not taken for UTF-8 for some bytes that could be', async () => {
    // "Ã©" in a Western file is two letters.
    const western = Buffer.from(
      `${HEADER}${row('Café')}${row('Crème')}${row('Müsli')}${row('Ã©')}`,
      'latin1',
    );
    const { encoding, titles, issues } = await readAll(new Uint8Array(western));
    expect([encoding, titles]).toEqual(['windows-1252', ['Café', 'Crème', 'Müsli', 'Ã©']]);
    expect(issues).toEqual([]);
  });

  it('is known by its last letter, where no other is there', async () => {
    const western = Buffer.from(`${HEADER}2024-03-08,5,1\nMug,2024-03-08,é\n`, 'latin1');
    expect((await readAll(new Uint8Array(western))).encoding).toBe('windows-1252');
  });
});

it('tells of exactly the cells whose bytes are no text, and changes no other', async () => {
  const piece = fc.oneof(
    fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .map((text) => bytesOf(text.replace(/[",\s\0\uFEFF]/g, ''))),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => bytes.map((byte) => byte | 0x80)),
  );
  const isText = (bytes: Uint8Array) => {
    try {
      return !new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
        .decode(bytes)
        .includes('�');
    } catch {
      return false;
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 30 }), async (cells) => {
      const lines = cells.map((cell) => [...cell, ...Buffer.from(',2024-03-08,5\n')]);
      const { titles, issues } = await readAll(bytesOf(HEADER, ...lines), 'utf-8');
      expect(titles).toEqual(
        cells.map((cell) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(cell)),
      );
      const lost = cells.filter((cell) => !isText(cell)).length;
      expect(issues.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(lost);
    }),
  );
});
