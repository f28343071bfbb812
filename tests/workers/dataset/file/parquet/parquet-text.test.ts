import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { openContent } from '#workers/dataset/file/open-content.ts';
import { openCsv } from '#workers/dataset/file/open-csv.ts';
import { ThrottledJob } from '#workers/runtime/throttled-job.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { readRows } from '#workers/dataset/file/read-rows.ts';
import { asDetected, jobFor } from '../../../../support/csv-file.ts';
import { cellsOf, openDuckdb, parquetFile } from '../../../../support/duckdb.ts';

let database: DuckDBConnection;
beforeAll(async () => {
  database = await openDuckdb();
});

async function textIn(file: File): Promise<string> {
  const parts: BlobPart[] = [];
  let done = 0;
  for await (const { bytes, doneBytes } of (await openContent(file)).content()) {
    expect(doneBytes).toBeGreaterThanOrEqual(done);
    done = doneBytes;
    parts.push(bytes);
  }
  expect(done).toBe(file.size);
  return new Blob(parts).text();
}

const tableIn = async (file: File) =>
  Papa.parse<string[]>((await textIn(file)).replace(/\r\n$/, '')).data;

/** As DuckDB writes it, but for ends of numbers: 5.0 and 5, 1e+21 and 1e21. */
const plain = (cell: string) =>
  /^-?[\d.]+(?:e[-+]?\d+)?$/.test(cell) ? String(Number(cell)) : cell;

async function expectSame(query: string, options?: string): Promise<void> {
  const file = await parquetFile(database, query, options === undefined ? {} : { options });
  const [headers, ...rows] = await tableIn(file);
  const expected = await cellsOf(database, query);
  expect(headers).toEqual(expected.headers);
  expect(rows.map((row) => row.map(plain))).toEqual(expected.rows.map((row) => row.map(plain)));
}

const TYPES = [
  ['\'Mug, "blue"\'', 'VARCHAR'],
  ["'茶杯\nünd'", 'VARCHAR'],
  ['-7', 'TINYINT'],
  ['250', 'UTINYINT'],
  ['4000000000', 'UINTEGER'],
  ['-9007199254740993', 'BIGINT'],
  ['18446744073709551615', 'UBIGINT'],
  ['12.50', 'DECIMAL(9,2)'],
  ['-0.05', 'DECIMAL(18,2)'],
  ['12345678901234567890.0625', 'DECIMAL(30,4)'],
  ['0.1', 'FLOAT'],
  ['59.9', 'DOUBLE'],
  ['true', 'BOOLEAN'],
  ["'1969-12-31'", 'DATE'],
  ["'2024-03-08 09:05:07'", 'TIMESTAMP'],
  ["'1969-12-31 23:59:59.25'", 'TIMESTAMP'],
  ["'2024-03-08 09:05:07.123'", 'TIMESTAMP_MS'],
  ["'2024-03-08 09:05:07'", 'TIMESTAMP_NS'],
  ["'09:05:07'", 'TIME'],
  ["'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'", 'UUID'],
  ["'b'", "ENUM('a', 'b')"],
] as const;

describe('a Parquet file', () => {
  it('is read as the CSV of the same table, whatever its types', async () => {
    const columns = TYPES.map(
      ([text, type], i) =>
        `CASE row % 3 WHEN 0 THEN NULL ELSE (${text})::${type} END AS "c ${i}, ${type.replaceAll("'", '')}"`,
    );
    for (const version of ['v1', 'v2'])
      await expectSame(
        `SELECT ${columns.join(', ')} FROM range(7) AS t(row)`,
        `PARQUET_VERSION ${version}`,
      );
  });

  it('writes what has a time zone by the clock of UTC, and says so', async () => {
    await database.run("SET TimeZone = 'UTC'").catch(() => undefined);
    const query = "SELECT to_timestamp(1709888707) AS ordered, 'x' AS text";
    expect((await tableIn(await parquetFile(database, query)))[1]).toEqual([
      '2024-03-08 09:05:07+00:00',
      'x',
    ]);
  });

  it.each(['uncompressed', 'snappy', 'gzip', 'zstd'])('is read packed as %s', async (packing) => {
    await expectSame(
      `SELECT 'Mug ' || (row % 50) AS title, md5(row::VARCHAR) AS id, row AS units, row / 7 AS price
       FROM range(6000) AS t(row)`,
      `COMPRESSION ${packing}, ROW_GROUP_SIZE 2048`,
    );
  });

  it('is read cell by cell, whatever stands in it', async () => {
    const text = fc.option(
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replaceAll('\0', '')),
    );
    const row = fc.record({
      title: text,
      units: fc.option(fc.integer()),
      cents: fc.option(fc.integer({ min: -99_999_999, max: 99_999_999 })),
      day: fc.option(fc.integer({ min: -30_000, max: 30_000 })),
      price: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      isSold: fc.option(fc.boolean()),
    });
    const sql = (value: string | number | boolean | null) =>
      value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('snappy', 'zstd', 'gzip', 'uncompressed'),
        fc.constantFrom('v1', 'v2'),
        async (rows, packing, version) => {
          const values = rows.map(
            ({ title, units, cents, day, price, isSold }) =>
              `(${sql(title)}::VARCHAR, ${sql(units)}::INTEGER, ${cents === null ? 'NULL' : `${cents} / 100`}::DECIMAL(12,2),
                ('1970-01-01'::DATE + ${sql(day)}::INTEGER), ${sql(price)}::DOUBLE, ${sql(isSold)}::BOOLEAN)`,
          );
          await expectSame(
            `SELECT * FROM (VALUES ${values.join(', ')}) AS t(title, units, cost, day, price, is_sold)`,
            `COMPRESSION ${packing}, PARQUET_VERSION ${version}`,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what a Parquet file holds', () => {
  it('is taken out of groups, and lists are left out and told', async () => {
    const query =
      "SELECT 1 AS id, {'amount': 5.5, 'currency': 'EUR'} AS price, [1, 2] AS sizes, {'tags': ['a'], 'code': 7} AS kind, map {'k': 1} AS more, 'ab'::BLOB AS raw UNION ALL SELECT 2, NULL, NULL, NULL, NULL, NULL";
    const file = await parquetFile(database, query);
    expect(await tableIn(file)).toEqual([
      ['id', 'price.amount', 'price.currency', 'kind.code', 'raw'],
      ['1', '5.5', 'EUR', '7', 'ab'],
      ['2', '', '', '', ''],
    ]);
    const found = {
      ...{ kind: 'nested-columns', severity: 'warning', rowCount: 3 },
      samples: ['sizes', 'kind.tags', 'more'],
    };
    expect((await previewFile(asDetected(file), jobFor())).issues).toContainEqual(
      expect.objectContaining(found),
    );
    const log = new IssueLog();
    const csv = await openCsv(asDetected(file));
    await readRows({ csv, columns: csv.headers, log }, new ThrottledJob(jobFor()));
    expect(log.issues()).toContainEqual(expect.objectContaining(found));
  });

  it('has its header in the first row and commas between, whatever it looks like', async () => {
    const query = 'SELECT \'a;b;c;d\' AS "2024", \'e;f;g;h\' AS "5", \';;;;;\' AS "\u00e9"';
    const csv = await openCsv(asDetected(await parquetFile(database, query)));
    expect(csv).toMatchObject({ delimiter: ',', headers: ['2024', '5', 'é'], headerRow: 1 });
    expect(csv.firstRecords).toEqual([['a;b;c;d', 'e;f;g;h', ';;;;;']]);
  });

  it('may be no rows at all', async () => {
    const file = await parquetFile(database, 'SELECT 1 AS units, 2 AS price WHERE false');
    await expect(openCsv(asDetected(file))).rejects.toMatchObject({ code: 'header-only' });
  });
});

describe('a Parquet file that cannot be read', () => {
  const QUERY =
    "SELECT 'Mug ' || (row % 9) AS title, row AS units, row * 1.5 AS price, md5(row::VARCHAR) AS id FROM range(300) AS t(row)";

  it.each(['brotli', 'lz4_raw'])('says how it is packed: %s', async (packing) => {
    const file = await parquetFile(database, QUERY, { options: `COMPRESSION ${packing}` });
    await expect(textIn(file)).rejects.toMatchObject({
      ...{ code: 'packing-unknown', details: { packing: packing.toUpperCase() } },
    });
  });

  it('says that it is encrypted', async () => {
    await database.run("SET force_mbedtls_unsafe = 'true'");
    await database.run("PRAGMA add_parquet_key('key', '0123456789112345')");
    const file = await parquetFile(database, QUERY, {
      options: "ENCRYPTION_CONFIG {footer_key: 'key'}",
    });
    await expect(textIn(file)).rejects.toMatchObject({ code: 'file-locked' });
  });

  it('says that it ends too early', async () => {
    const file = await parquetFile(database, QUERY);
    for (const size of [4, 7, 40, file.size - 1]) {
      const cut = new File([file.slice(0, size)], file.name);
      await expect(textIn(cut)).rejects.toMatchObject({ code: 'file-damaged' });
    }
  });

  it('says that it is damaged, or is read, whichever of its bytes is changed', async () => {
    for (const packing of ['snappy', 'zstd', 'gzip']) {
      const options = `COMPRESSION ${packing}`;
      const whole = await parquetFile(database, `${QUERY} LIMIT 40`, { options });
      const bytes = new Uint8Array(await whole.arrayBuffer());
      let damaged = 0;
      for (let at = 4; at < bytes.length; at += 7) {
        const changed = bytes.slice();
        changed[at]! ^= 1 + (at % 255);
        const read = await openContent(new File([changed], 'orders.parquet'))
          .then(async ({ content }) => {
            for await (const part of content()) void part;
            return null;
          })
          .catch((error: unknown) => error);
        if (read === null) continue;
        damaged += 1;
        expect(['file-damaged', 'packing-unknown', 'file-too-large', 'file-locked']).toContain(
          (read as { code?: string }).code,
        );
      }
      expect(damaged).toBeGreaterThan(50);
    }
  });
});
