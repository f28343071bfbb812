import { zipSync } from 'fflate';

/** A number with the format that it is shown in, such as `[$€-407] #,##0.00`. */
interface FormattedNumber {
  readonly value: number;
  readonly format: string;
}

type Cell = string | number | Date | FormattedNumber;

/** Styles of a workbook before those of its own formats: plain, and a date. */
const PLAIN_STYLES = ['<xf numFmtId="0"/>', '<xf numFmtId="14"/>'];
const FIRST_FORMAT_ID = 164;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly isHidden?: boolean;
  /** Ranges of cells that are shown as one, such as A1:C1. */
  readonly merged?: readonly string[];
}

/** Returns a workbook with one sheet, as small as possible. */
export function workbookFile(rows: readonly (readonly Cell[])[], name = 'shop.xlsx'): File {
  return sheetsFile([{ name: 'Launches', rows }], name);
}

export function sheetsFile(sheets: readonly Sheet[], name = 'shop.xlsx'): File {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const formats = [...new Set(cells.flatMap((cell) => (isFormatted(cell) ? cell.format : [])))];
  const rowXml = (row: readonly Cell[], r: number): string =>
    `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, placeOf(r, c), formats)).join('')}</row>`;
  return workbookOf(
    sheets.map((sheet) => ({ ...sheet, xml: sheet.rows.map(rowXml).join('') })),
    name,
    formats,
  );
}

function isFormatted(cell: Cell): cell is FormattedNumber {
  return typeof cell === 'object' && 'format' in cell;
}

function placeOf(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** Returns a workbook whose sheets hold the XML of their rows. */
export function workbookOf(
  sheets: readonly (Pick<Sheet, 'name' | 'isHidden' | 'merged'> & { readonly xml: string })[],
  name = 'shop.xlsx',
  formats: readonly string[] = [],
): File {
  const text = (content: string) => new TextEncoder().encode(`<?xml version="1.0"?>${content}`);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const listed = sheets.map(
    (sheet, i) =>
      `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}"${sheet.isHidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  const related = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const contents = sheets.map(({ xml, merged = [] }, i): [string, Uint8Array] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    text(
      `<worksheet xmlns="${main}"><sheetData>${xml}</sheetData>${mergedXml(merged)}</worksheet>`,
    ),
  ]);
  const bytes = zipSync({
    '[Content_Types].xml': text('<Types/>'),
    'xl/workbook.xml': text(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': text(
      `<Relationships xmlns="${packages}">${related.join('')}<Relationship Id="styles" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': text(`<styleSheet xmlns="${main}">${stylesXml(formats)}</styleSheet>`),
    ...Object.fromEntries(contents),
  });
  return new File([new Uint8Array(bytes)], name);
}

function mergedXml(ranges: readonly string[]): string {
  if (ranges.length === 0) return '';
  const cells = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<mergeCells count="${ranges.length}">${cells}</mergeCells>`;
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.map(
    (format, i) => `<numFmt numFmtId="${FIRST_FORMAT_ID + i}" formatCode="${escaped(format)}"/>`,
  );
  const styles = formats.map((_, i) => `<xf numFmtId="${FIRST_FORMAT_ID + i}"/>`);
  const named = own.length === 0 ? '' : `<numFmts>${own.join('')}</numFmts>`;
  return `${named}<cellXfs>${[...PLAIN_STYLES, ...styles].join('')}</cellXfs>`;
}

function cellXml(cell: Cell, at: string, formats: readonly string[]): string {
  if (typeof cell === 'string')
    return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (isFormatted(cell)) {
    const style = PLAIN_STYLES.length + formats.indexOf(cell.format);
    return `<c r="${at}" s="${style}"><v>${cell.value}</v></c>`;
  }
  return `<c r="${at}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
