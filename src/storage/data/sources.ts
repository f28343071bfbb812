// Stores the columns of a file as they stood in it, part by part, while the file is being read. They have an ID of
// their own and count only once a data set refers to it. Parts left by an interrupted import or restoration are swept
// before the next one.

import type { CodedColumn } from '#core/import/csv/coded-column.ts';
import type { RowPart } from '#core/import/csv/row-coder.ts';
import type { SourceFacts } from '#core/import/csv/source-facts.ts';
import type { StopSignal } from '#core/base/progress.ts';
import { AppError } from '#core/base/errors.ts';
import { joinNumbers, joinTextParts, type TextRows } from '#core/import/csv/text-rows.ts';
import {
  packNumberPart,
  packTextPart,
  unpackNumberPart,
  unpackTextPart,
} from '#core/import/columns/part-bytes.ts';
import { database } from '../database/database.ts';
import { withStorage } from '../database/quota.ts';

const ROW_NUMBERS = 'row-numbers';
const FINGERPRINTS = 'fingerprints';

interface SourceWriter {
  readonly id: string;
  /** Headers of the stored columns, in the order of every part's columns. */
  readonly headers: readonly string[];
}

/** Stores one part of a file; parts are numbered from 0. */
export async function storePart(
  { id, headers }: SourceWriter,
  number: number,
  part: RowPart,
): Promise<void> {
  const record = (name: string, bytes: ArrayBuffer) => ({
    sourceId: id,
    name,
    part: number,
    bytes,
  });
  const records = [
    ...part.columns.map((column, i) => record(columnName(headers[i]!), packTextPart(column))),
    record(ROW_NUMBERS, packNumberPart(steps(part.rowNumbers))),
    record(FINGERPRINTS, packNumberPart(part.fingerprints)),
  ];
  await withStorage(() =>
    database.transaction('rw', database.sources, async () => {
      for (const each of records) await database.sources.add(each);
    }),
  );
}

/** Loads all rows with the wanted columns. Throws AppError source-lost where part of the file is gone. */
export function loadSource(
  source: SourceFacts,
  wanted: readonly string[],
  stop?: StopSignal,
): Promise<TextRows> {
  const { id, headers } = source;
  const decoder = new TextDecoder();
  const decode = (bytes: Uint8Array) => decoder.decode(bytes);
  const load = () =>
    database.transaction('r', database.sources, async () => {
      if (!(await isSourceWhole(source))) throw sourceLost(id);
      const columns: [string, CodedColumn][] = [];
      for (const header of headers.filter((name) => wanted.includes(name))) {
        const parts = await partsOf(id, columnName(header));
        stop?.throwIfAborted();
        columns.push([header, joinTextParts(parts.map(unpackTextPart), decode)]);
      }
      const numbers = async (name: string) => (await partsOf(id, name)).map(unpackNumberPart);
      return {
        headers,
        columns: new Map(columns),
        rowNumbers: joinNumbers((await numbers(ROW_NUMBERS)).map(sums)),
        fingerprints: joinNumbers(await numbers(FINGERPRINTS)),
      };
    });
  return withStorage(load, stop);
}

/** Throws AppError source-lost where part of a file is gone, as where another tab has deleted everything meanwhile. */
export async function requireWholeSource(source: SourceFacts): Promise<void> {
  const isWhole = await withStorage(() =>
    database.transaction('r', database.sources, () => isSourceWhole(source)),
  );
  if (!isWhole) throw sourceLost(source.id);
}

/** Returns the AppError source-lost for a file that is not stored completely. */
export function sourceLost(of: string): AppError {
  return new AppError('source-lost', `expected the whole file of ${of}, got less`);
}

/** Deletes all parts of a file, such as those of an import that was stopped. */
export async function discardSource(id: string): Promise<void> {
  await withStorage(() => sourceRange(id).delete());
}

/**
 * Returns whether the rows of a file are stored: another tab may have deleted everything while they were being read.
 */
export async function isSourceStored({ id, rowCount }: SourceFacts): Promise<boolean> {
  return rowCount === 0 || (await sourceRange(id).count()) > 0;
}

/** Returns whether a file is stored completely, so it can be read again. */
export async function isSourceWhole(source: SourceFacts): Promise<boolean> {
  const { id, headers, rowCount } = source;
  const parts = new Map<string, number[]>();
  for (const [, name, part] of await sourceRange(id).primaryKeys()) {
    if (!parts.get(name)?.push(part)) parts.set(name, [part]);
  }
  const numbers = await partsOf(id, ROW_NUMBERS);
  const rows = numbers.reduce((sum, bytes) => sum + unpackNumberPart(bytes).length, 0);
  const names = [...headers.map(columnName), ROW_NUMBERS, FINGERPRINTS];
  const hasAll = (name: string) => isWhole(parts.get(name) ?? [], numbers.length);
  return rows === rowCount && names.every(hasAll);
}

/** Returns whether all parts are there, by their numbers in ascending order. */
function isWhole(parts: readonly number[], count: number): boolean {
  return parts.length === count && parts.every((part, i) => part === i);
}

/** Selects all parts of a file; joins the caller's transaction, if any. */
export function sourceRange(id: string) {
  return database.sources.where('[sourceId+name+part]').between([id], [id, []]);
}

async function partsOf(id: string, name: string): Promise<ArrayBuffer[]> {
  const records = await database.sources
    .where('[sourceId+name+part]')
    .between([id, name], [id, name, []])
    .toArray();
  return records.map(({ bytes }) => bytes);
}

/** Adds a prefix, so a column called "fingerprints" does not clash with the fingerprints. */
function columnName(header: string): string {
  return `${COLUMN}${header}`;
}
const COLUMN = 'column:';

/** Returns whether a stored column holds texts; the others hold numbers. */
export function isTextColumn(name: string): boolean {
  return name.startsWith(COLUMN);
}

/**
 * Returns the differences of consecutive values. Row numbers nearly always rise by one, so they become a single run.
 */
function steps(values: Float64Array): Float64Array {
  return values.map((value, i) => value - (i > 0 ? values[i - 1]! : 0));
}

function sums(stepsUp: Float64Array): Float64Array {
  let sum = 0;
  return stepsUp.map((step) => (sum += step));
}
