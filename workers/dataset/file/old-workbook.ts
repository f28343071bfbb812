// Writes as .xlsx what shops and spreadsheets call .xls: workbooks of before 2007, and tables in pages or XML. They are
// then read like any other workbook.

import { startsWith } from '#core/app/file-kind.ts';
import { AppError } from '#core/base/errors.ts';
import { read, write, type ParsingOptions } from '@e965/xlsx';
import { OLD_WORKBOOK, tooLarge } from './content-part.ts';
import { DecodedText } from './decoded-text.ts';
import { readSlice } from './read-slice.ts';

const TABLE = /<table\b|urn:schemas-microsoft-com:office:spreadsheet/iu;
/** Most bytes of a file. It is read whole: 65,535 rows of eight columns, the most that a sheet holds, are 9 MB and take 1 GB. */
const MOST_BYTES = 16 * 1024 ** 2;
/** Numbers with their formats, which tell dates and money. */
const CELLS: ParsingOptions = {
  ...{ dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false },
};

/**
 * Returns a file as .xlsx; null for a page or XML without a table. Cells of a page stay as they are written: an order
 * number is no amount. Throws AppError file-too-large, or old-workbook where it cannot be read.
 */
export async function asXlsx(file: File): Promise<File | null> {
  if (file.size > MOST_BYTES) throw tooLarge(file, file.size, MOST_BYTES);
  const beginning = await readSlice(file, 0, OLD_WORKBOOK.length);
  if (startsWith(beginning, OLD_WORKBOOK))
    return written(file, await readSlice(file, 0, file.size), { type: 'array' });
  const text = await textOf(file);
  return TABLE.test(text) ? written(file, text, { type: 'string', raw: true }) : null;
}

async function textOf(file: File): Promise<string> {
  const content = async function* () {
    yield { bytes: await readSlice(file, 0, file.size), doneBytes: file.size };
  };
  let text = '';
  for await (const part of new DecodedText(content, file.name, null).parts()) text += part.text;
  return text;
}

function written(file: File, source: string | Uint8Array, how: ParsingOptions): File {
  try {
    const workbook = read(source, { ...CELLS, ...how });
    const bytes = write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
    return new File([bytes], file.name);
  } catch (cause) {
    const message = `expected a workbook that can be read in ${file.name}, got ${String(cause)}`;
    throw new AppError('old-workbook', message, { fileName: file.name }, { cause });
  }
}
