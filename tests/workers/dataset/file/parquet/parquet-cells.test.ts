import type { SchemaElement } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { cellTextOf, type ParquetValue } from '#workers/dataset/file/parquet/parquet-cells.ts';

const textOf = (element: Omit<SchemaElement, 'name'>, value: ParquetValue) =>
  cellTextOf({ name: 'a', ...element })!(value);

describe('what older writers, and others than DuckDB, put into Parquet', () => {
  /** Of Impala and old Spark: the day by Julius Caesar above the nanoseconds. */
  const old = (day: bigint, nanos: bigint) => ((2_440_588n + day) << 64n) | nanos;

  it.each<[string, Omit<SchemaElement, 'name'>, ParquetValue, string]>([
    ['96 bits', { type: 'INT96' }, old(19_790n, 32_707_000_000_000n), '2024-03-08 09:05:07'],
    ['a day', { type: 'INT32', converted_type: 'DATE' }, 19_790, '2024-03-08'],
    ['a day that is none', { type: 'INT32', converted_type: 'DATE' }, 2 ** 31 - 1, ''],
    [
      'milliseconds',
      { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
      1_709_888_707_500n,
      '2024-03-08 09:05:07.5',
    ],
    [
      'before 1970',
      { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
      -1n,
      '1969-12-31 23:59:59.999999',
    ],
    ['a time of day', { type: 'INT32', converted_type: 'TIME_MILLIS' }, 32_707_000, '09:05:07'],
    ['a moment that is none', { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, 2n ** 62n, ''],
    ['no sign', { type: 'INT32', converted_type: 'UINT_32' }, -1, '4294967295'],
    ['no sign, long', { type: 'INT64', converted_type: 'UINT_64' }, -1n, '18446744073709551615'],
    [
      'a decimal in bytes',
      { type: 'BYTE_ARRAY', converted_type: 'DECIMAL', scale: 2 },
      Uint8Array.of(0xfb, 0x2e),
      '-12.34',
    ],
    ['a decimal below one', { type: 'INT32', converted_type: 'DECIMAL', scale: 3 }, -5, '-0.005'],
    ['a decimal without places', { type: 'INT64', converted_type: 'DECIMAL' }, 70n, '70'],
    ['bytes that say nothing', { type: 'BYTE_ARRAY' }, Uint8Array.of(0xe8, 0x8c, 0xb6), '茶'],
    ['four bytes', { type: 'FLOAT' }, Math.fround(0.1), '0.1'],
    ['four bytes, all used', { type: 'FLOAT' }, Math.fround(16_777_217), '16777216'],
    ['no number', { type: 'DOUBLE' }, NaN, ''],
  ])('is read: %s', (_, element, value, text) => {
    expect(textOf(element, value)).toBe(text);
  });

  it.each<[string, Omit<SchemaElement, 'name'>]>([
    ['a span of time', { type: 'FIXED_LEN_BYTE_ARRAY', converted_type: 'INTERVAL' }],
    ['bytes of one length', { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 }],
    ['BSON', { type: 'BYTE_ARRAY', converted_type: 'BSON' }],
  ])('is no text: %s', (_, element) => {
    expect(cellTextOf({ name: 'a', ...element })).toBeNull();
  });
});
