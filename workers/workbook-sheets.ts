import { XmlTags, xmlText } from './xml-tags.ts';
import { unpack, type ZipEntry } from './zip-archive.ts';

/** A sheet of cells as a workbook lists it. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const SHEET_KIND = '/relationships/worksheet';

/** In the order of their tabs. */
export async function sheetsOf(file: File, entries: readonly ZipEntry[]): Promise<WorkbookSheet[]> {
  const byName = new Map(entries.map((entry) => [entry.filename, entry]));
  const rowsOf = async (filename: string, tag: string, attributes: readonly string[]) => {
    const entry = byName.get(filename);
    return entry ? attributesIn(await unpack(file, entry), tag, attributes) : [];
  };
  const relations = await rowsOf(RELATIONS, 'Relationship', ['Id', 'Type', 'Target']);
  const paths = new Map(
    relations
      .filter(([, kind]) => kind!.endsWith(SHEET_KIND))
      .map(([id, , target]) => [id!, pathTo(target!)]),
  );
  const sheets = await rowsOf(WORKBOOK, 'sheet', ['id', 'name', 'state']);
  return sheets.flatMap(([id, name, state]): WorkbookSheet[] => {
    const entry = byName.get(paths.get(id!) ?? '');
    return entry && name ? [{ name, entry, isHidden: /hidden/i.test(state!) }] : [];
  });
}

/** Of every tag with a name, the values of its attributes; '' where one is not there. */
function attributesIn(bytes: Uint8Array, tag: string, attributes: readonly string[]): string[][] {
  const found: string[][] = [];
  const tags = new XmlTags(bytes);
  while (tags.next()) {
    if (!tags.isClosing && tags.isNamed(tag))
      found.push(attributes.map((name) => xmlText(tags.values(name)[0] ?? '')));
  }
  return found;
}

function pathTo(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
