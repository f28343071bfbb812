import { damaged, tooLarge } from '../content-part.ts';
import type { Workbook } from './sheet-cell.ts';
import { numberStyles, type NumberStyles } from './workbook-formats.ts';
import type { WorkbookEntries } from './workbook-sheets.ts';
import { MOST_TEXTS_BYTES, sharedTexts } from './workbook-texts.ts';
import { unpack, unpackedParts } from '../zip-archive.ts';

/** Day 0 of the two calendars of workbooks, in days since 1970. */
const FROM_1900 = -25_569;
const FROM_1904 = -24_107;

const NO_STYLES: NumberStyles = { dates: [], money: [] };

/** Reads what the cells of a workbook refer to. Throws AppError file-damaged or file-too-large. */
export async function readWorkbook(
  file: File,
  { texts, styles, isFrom1904 }: WorkbookEntries,
): Promise<Workbook> {
  const tooMuch = (bytes: number) => tooLarge(file, bytes, MOST_TEXTS_BYTES);
  try {
    return {
      texts: texts ? await sharedTexts(unpackedParts(file, texts), tooMuch) : [],
      ...(styles ? numberStyles(await unpack(file, styles)) : NO_STYLES),
      firstDay: isFrom1904 ? FROM_1904 : FROM_1900,
    };
  } catch (cause) {
    throw damaged(file, cause);
  }
}
