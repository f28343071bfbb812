import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bool,
  columnFromArray,
  dateDay,
  dateMillisecond,
  decimal,
  dictionary,
  float32,
  float64,
  int32,
  int64,
  list,
  struct,
  tableFromColumns,
  tableToIPC,
  timeMillisecond,
  timestamp,
  TimeUnit,
  uint8,
  utf8,
  type DataType,
} from '@uwdata/flechette';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/base/errors.ts';
import { openContent } from '#workers/dataset/file/open-content.ts';

const FIXTURES = fileURLToPath(new URL('../../../../fixtures/arrow', import.meta.url));
const fileOf = (bytes: Uint8Array, name = 'shop.arrow') => new File([new Uint8Array(bytes)], name);

async function textIn(file: File): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for await (const { bytes, doneBytes } of (await openContent(file)).content()) {
    expect(doneBytes).toBeGreaterThanOrEqual(done);
    done = doneBytes;
    parts.push(bytes);
  }
  expect(done).toBe(file.size);
  return new Blob(parts).text();
}

const rowsIn = async (file: File) =>
  Papa.parse<string[]>((await textIn(file)).replace(/\r\n$/, '')).data;

type Values = readonly unknown[];
const column = (values: Values, type: DataType, maxBatchRows = 1_000) =>
  columnFromArray([...values], type, { maxBatchRows, useBigInt: true, useDecimalInt: true });

function arrow(
  columns: Record<string, ReturnType<typeof column>>,
  format: 'file' | 'stream',
): File {
  return fileOf(tableToIPC(tableFromColumns(columns), { format })!);
}

describe('an Arrow file', () => {
  it.each(['polars-plain.arrow', 'polars-lz4.arrow', 'polars-zstd.arrow', 'polars-stream.arrows'])(
    'of another family is read: %s',
    async (name) => {
      const file = fileOf(readFileSync(join(FIXTURES, name)), name);
      const expected = Array.from({ length: 300 }, (_, i) => {
        const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
        return [
          ...[
            i % 7 === 3 ? '' : `Mug, "No ${i}" 上新`,
            i % 5 === 0 ? '' : String(i * i),
            String(i / 8),
          ],
          ...[String(i % 3 === 0), ['Mugs', 'Trays', 'Vases'][i % 3]!, `${day} 00:00:00`, day],
          String(i / 8),
        ];
      });
      const header = ['title', 'units', 'price', 'sold', 'kind', 'day', 'launched', 'weight'];
      expect(await rowsIn(file)).toEqual([header, ...expected]);
      expect((await openContent(file)).leftOut).toEqual(['tags']);
    },
  );

  const DAY_MS = 86_400_000;
  const clock = (ms: number) =>
    new Date(ms)
      .toISOString()
      .slice(11, 23)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  const KINDS: readonly {
    type: DataType;
    value: fc.Arbitrary<unknown>;
    text: (value: never) => string;
  }[] = [
    { type: utf8(), value: fc.string({ unit: 'grapheme' }), text: (value: string) => value },
    {
      // One for each column that has it.
      get type() {
        return dictionary(utf8(), int32());
      },
      value: fc.constantFrom('Mug', 'Tray, "x"', ''),
      text: (value: string) => value,
    },
    { type: int32(), value: fc.integer(), text: String },
    { type: uint8(), value: fc.nat(255), text: String },
    { type: int64(), value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), text: String },
    { type: bool(), value: fc.boolean(), text: String },
    { type: float64(), value: fc.double({ noNaN: true }), text: (value: number) => String(value) },
    {
      type: float32(),
      value: fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
      text: (value: number) => String(value),
    },
    {
      type: decimal(20, 2, 128),
      value: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
      text: (value: bigint) =>
        `${value < 0n ? '-' : ''}${String(value < 0n ? -value : value)
          .padStart(3, '0')
          .replace(/(..)$/, '.$1')}`,
    },
    {
      type: dateDay(),
      value: fc.integer({ min: -20_000, max: 40_000 }).map((day) => new Date(day * DAY_MS)),
      text: (value: Date) => value.toISOString().slice(0, 10),
    },
    {
      type: dateMillisecond(),
      value: fc.integer({ min: -20_000, max: 40_000 }).map((day) => new Date(day * DAY_MS)),
      text: (value: Date) => value.toISOString().slice(0, 10),
    },
    { type: timeMillisecond(), value: fc.nat(DAY_MS - 1), text: (value: number) => clock(value) },
    ...[null, 'Europe/Berlin'].map((zone) => ({
      type: timestamp(TimeUnit.MILLISECOND, zone),
      value: fc.integer({ min: -1e12, max: 3e12 }).map((ms) => new Date(ms)),
      text: (value: Date) =>
        `${value.toISOString().slice(0, 10)} ${clock(value.getTime())}${zone === null ? '' : '+00:00'}`,
    })),
  ];

  it('says what its cells say, in whatever batches, with and without values', async () => {
    const given = fc
      .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 5 })
      .chain((kinds) =>
        fc.record({
          kinds: fc.constant(kinds),
          rows: fc.array(fc.tuple(...kinds.map(({ value }) => fc.option(value))), {
            minLength: 1,
            maxLength: 12,
          }),
          batchRows: fc.constantFrom(3, 1_000),
          format: fc.constantFrom('file' as const, 'stream' as const),
        }),
      );
    await fc.assert(
      fc.asyncProperty(given, async ({ kinds, rows, batchRows, format }) => {
        const columns = kinds.map(({ type }, c) => [
          `c${c}`,
          column(
            rows.map((row) => row[c]),
            type,
            batchRows,
          ),
        ]);
        const file = arrow(Object.fromEntries(columns) as Parameters<typeof arrow>[0], format);
        const texts = rows.map((row) =>
          row.map((value, c) => (value === null ? '' : kinds[c]!.text(value as never))),
        );
        expect(await rowsIn(file)).toEqual([kinds.map((_, c) => `c${c}`), ...texts]);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps what is finer than a millisecond', async () => {
    const file = arrow({ at: column([1_709_856_000_123_456_789n], int64()) }, 'stream');
    const [, row] = await rowsIn(file);
    expect(row).toEqual(['1709856000123456789']);
  });

  it('names what stands in a group, and tells what holds several values', async () => {
    const group = struct({ amount: float64(), tags: list(utf8()) });
    const columns = {
      price: column([{ amount: 1.5, tags: ['a'] }, null, { amount: null, tags: [] }], group),
      tags: column([['a'], [], null], list(utf8())),
    };
    const file = arrow(columns, 'file');
    expect(await rowsIn(file)).toEqual([['price.amount'], ['1.5'], [''], ['']]);
    expect((await openContent(file)).leftOut).toEqual(['price.tags', 'tags']);
  });

  it.each([
    { says: 'Feather of before 2020', bytes: 'FEA1    FEA1', code: 'packing-unknown' },
    { says: 'no more than its mark', bytes: 'ARROW1', code: 'file-damaged' },
    { says: 'a stream of nothing', bytes: '\xff\xff\xff\xff\0\0\0\0', code: 'file-damaged' },
  ])('that cannot be read is an error with a name: $says', async ({ bytes, code }) => {
    await expect(textIn(fileOf(Buffer.from(bytes, 'latin1')))).rejects.toMatchObject({ code });
  });

  const CODES = ['file-damaged', 'file-too-large', 'packing-unknown', 'table-too-large'];
  const expectNamed = (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    expect(CODES).toContain(error.code);
  };

  it.each(['polars-plain.arrow', 'polars-lz4.arrow', 'polars-zstd.arrow'])(
    'that is cut off anywhere is damaged: %s',
    async (name) => {
      const whole = readFileSync(join(FIXTURES, name));
      for (let end = 8; end < whole.length; end += 997) {
        const error: unknown = await textIn(fileOf(whole.subarray(0, end))).catch(
          (e: unknown) => e,
        );
        expect(error).toMatchObject({ code: 'file-damaged' });
      }
    },
  );

  it('with changed bytes ends in a table or in an error with a name', async () => {
    for (const name of ['polars-plain.arrow', 'polars-lz4.arrow', 'polars-zstd.arrow']) {
      const whole = readFileSync(join(FIXTURES, name));
      const places = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
        minLength: 1,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(places, async (changes) => {
          const changed = new Uint8Array(whole);
          for (const [place, byte] of changes) changed[place] = byte;
          await textIn(fileOf(changed)).catch(expectNamed);
        }),
        { numRuns: 150 },
      );
    }
  });
});
