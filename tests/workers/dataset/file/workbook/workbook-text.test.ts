// Held to the reader that others have used for years: the same cells, whatever a sheet is made of.

import fc from 'fast-check';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { openContent } from '#workers/dataset/file/open-content.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, jobFor } from '../../../../support/csv-file.ts';
import { workbookOf } from '../../../../support/workbook.ts';

async function rowsIn(file: File): Promise<string[][]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const { bytes } of (await openContent(file)).content()) parts.push(bytes);
  return Papa.parse<string[]>((await new Blob(parts).text()).replace(/\r\n$/, '')).data;
}

async function issuesIn(file: File) {
  const log = new IssueLog();
  const csv = await openCsv(asDetected(file));
  await readRows({ csv, columns: csv.headers, log }, new ThrottledJob(jobFor()));
  return log.issues();
}

/** As it was written before Debut read workbooks itself. */
function textOf(cell: unknown): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (typeof cell === 'string') return cell;
  if (!(cell instanceof Date)) return JSON.stringify(cell);
  const [day, time] = cell.toISOString().split('T') as [string, string];
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
}

const letter = (column: number) => String.fromCharCode(65 + column);
const text = fc.constantFrom(
  'Mug',
  ' R&amp;D ',
  'a,"b"',
  '上新',
  'x_x000A_y',
  '',
  '&lt;b&gt;',
  '0012',
);
const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => `><v>${n}</v>`),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => `><v>${n / 100}</v>`),
  fc.integer({ min: 61, max: 80_000 * 8 }).map((h) => ` s="1"><v>${h / 8}</v>`),
  fc.boolean().map((b) => ` t="b"><v>${Number(b)}</v>`),
  text.map((t) => ` t="inlineStr"><is><t>${t}</t></is>`),
  text.map(
    (t) => ` t="inlineStr"><is><r><rPr/><t>${t}</t></r><r><t>!</t></r><rPh><t>no</t></rPh></is>`,
  ),
  text.map((t) => ` t="str"><f>A1&amp;B1</f><v>${t}</v>`),
  fc.constantFrom('>', ' t="e"><v>#REF!</v>', ' s="0"><f>1+1</f><v>2</v>'),
);

describe('a sheet', () => {
  it('says what its cells say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }),
        async (rows) => {
          const xml = rows.map((cells, r) => {
            const inner = cells.map((each, c) => `<c r="${letter(c)}${r + 2}"${each}</c>`);
            return `<row r="${r + 2}">${inner.join('')}</row>`;
          });
          const first = `<row r="1">${[0, 1, 2, 3, 4].map((c) => `<c r="${letter(c)}1"><v>7</v></c>`).join('')}</row>`;
          const file = workbookOf([{ name: 'A', xml: first + xml.join('') }]);
          const expected = (await readSheet(await file.arrayBuffer())).map((row) =>
            row.map(textOf),
          );
          while (expected.at(-1)!.every((each) => each === '')) expected.pop();
          expect(await rowsIn(file)).toEqual(
            expected.map((row) => (row.every((each) => each === '') ? [''] : row)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells the time to the second, however the number of days comes out', async () => {
    const xml =
      '<row><c s="1"><v>41122.041666666664</v></c><c s="1"><v>45000.9999999999</v></c></row>';
    expect(await rowsIn(workbookOf([{ name: 'A', xml }]))).toEqual([
      ['2012-08-01 01:00:00', '2023-03-16'],
    ]);
  });

  it('is read where its rows and cells name no place', async () => {
    const xml =
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>';
    expect(await rowsIn(workbookOf([{ name: 'A', xml }]))).toEqual([
      ['1', '', '2', '3'],
      [''],
      ['4', '', '', ''],
    ]);
  });

  it.each([
    '<row r="2"/><row r="1"/>',
    '<row r="1"><c r="B1"/><c r="A1"/></row>',
    '<row r="2"><c r="A1"/></row>',
  ])('that goes back is damaged: %s', async (xml) => {
    await expect(rowsIn(workbookOf([{ name: 'A', xml }]))).rejects.toMatchObject({
      code: 'file-damaged',
    });
  });
});

const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>units</t></is></c><c r="B1" t="inlineStr"><is><t>price</t></is></c></row>';

describe('what cannot stand in a table', () => {
  it('is told: errors, and formulas without a result', async () => {
    const xml = `${HEADER}<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><v>5</v></c></row>
      <row r="3"><c r="A3"><f>A2*2</f></c><c r="B3" t="e"><v>#REF!</v></c></row>
      <row r="4"><c r="A4"><f>A2*3</f><v></v></c><c r="B4" t="str"><f>""</f><v></v></c></row>
      <row r="5"><c r="A5"><v>9</v></c></row>`;
    expect(await issuesIn(workbookOf([{ name: 'A', xml }]))).toMatchObject([
      { kind: 'error-cells', rowCount: 2, rows: [2, 3], samples: ['A2: #DIV/0!', 'B3: #REF!'] },
      {
        kind: 'formulas-not-calculated',
        rowCount: 2,
        rows: [3, 4],
        samples: ['A3: =A2*2', 'A4: =A2*3'],
      },
    ]);
  });

  it('is told: cells that lie far from it', async () => {
    const table =
      `${HEADER}<row r="2"><c r="A2"><v>5</v></c><c r="ZZZ2"><v>1</v></c></row>`.replace(
        'ZZZ',
        'XFD',
      );
    const far =
      '<row r="1048570"><c r="B1048570"><v>3</v></c></row><row r="1048576"><c r="XFD1048576"><v>4</v></c></row>';
    const file = workbookOf([{ name: 'A', xml: table + far }]);
    expect(await rowsIn(file)).toEqual([
      ['units', 'price'],
      ['5', ''],
    ]);
    expect(await issuesIn(file)).toMatchObject([
      {
        kind: 'cells-far-away',
        rowCount: 3,
        rows: [2, 1_048_576, 1_048_570],
        samples: ['XFD2: 1', 'XFD1048576: 4', 'B1048570: 3'],
      },
    ]);
  });

  it('is not a table far below a heading', async () => {
    const rows = Array.from(
      { length: 6 },
      (_, i) => `<row r="${2000 + i}"><c r="A${2000 + i}"><v>${i}</v></c></row>`,
    );
    const found = await rowsIn(workbookOf([{ name: 'A', xml: HEADER + rows.join('') }]));
    expect(found).toHaveLength(2005);
    expect(found.at(-1)).toEqual(['5', '']);
  });

  it('is not a wide table, which is refused by name', async () => {
    const cells = Array.from({ length: 1_100 }, (_, i) => `<c><v>${i + 1}</v></c>`).join('');
    const file = workbookOf([{ name: 'A', xml: `<row>${cells}</row><row>${cells}</row>` }]);
    await expect(issuesIn(file)).rejects.toMatchObject({ code: 'too-many-columns' });
  });
});
