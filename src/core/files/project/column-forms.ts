// The forms of parts of columns: of launches and of the source file.

import { CODER_ROWS } from '#core/import/csv/text-coder.ts';
import {
  anyNumbers,
  count,
  list,
  numbersOrMissing,
  object,
  such,
  text,
  either,
  type Form,
} from '../form/form.ts';
import { CHUNK_ROWS } from '#core/import/columns/encode-column.ts';
import { kindOfColumn } from '#core/import/columns/launch-columns.ts';
import type { FiledColumn, FiledSource, FiledTexts } from './project-records.ts';

const values = either<FiledColumn['values']>(numbersOrMissing(Float64Array), list(text));

/**
 * Part of a column that the app could have written: launch days within range, and at most as many rows as a part holds.
 */
export const columnForm: Form<FiledColumn> = such(
  object<FiledColumn>({ name: text, chunk: count, values }),
  'part of a column of launches',
  ({ name, values: own }) =>
    own.length > 0 &&
    own.length <= CHUNK_ROWS &&
    kindOfColumn(name) === (own instanceof Float64Array ? 'number' : 'text') &&
    (name !== 'launchDay' || (own as Float64Array).every(isDay)),
);

/** 1900 to 2100, the range in which dates are read. */
function isDay(day: number): boolean {
  return Number.isInteger(day) && day >= -25_567 && day <= 47_846;
}

const texts = such(
  object<FiledTexts>({
    lengths: anyNumbers(Uint32Array),
    bytes: anyNumbers(Uint8Array),
    codes: anyNumbers(Uint16Array),
  }),
  'texts that fill their bytes, and codes of theirs',
  ({ lengths, bytes, codes }) =>
    codes.length <= CODER_ROWS &&
    lengths.reduce((sum, length) => sum + length, 0) === bytes.length &&
    codes.every((code) => code < lengths.length),
);

export const sourceForm: Form<FiledSource> = such(
  object<FiledSource>({
    name: text,
    part: count,
    values: either<FiledSource['values']>(numbersOrMissing(Float64Array), texts),
  }),
  'part of a column of a file',
  ({ name, values: own }) => {
    const isNumbers = own instanceof Float64Array;
    return isNumbers ? own.length <= CODER_ROWS : name.startsWith('column:');
  },
);
