import { XmlTags, xmlText } from './xml-tags.ts';
import { unpack, type ZipEntry } from '../zip-archive.ts';

/** A sheet of cells as a workbook lists it. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: ZipEntry;
}

/** Entries of an archive that belong to its workbook. */
export interface WorkbookEntries {
  /** Sheets in the order of their tabs. */
  readonly sheets: readonly WorkbookSheet[];
  /** Shared texts of the cells; null where there are none. */
  readonly texts: ZipEntry | null;
  readonly styles: ZipEntry | null;
  /** Whether days count from 1904, as on old Macs. */
  readonly isFrom1904: boolean;
}

export const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** Most sheets that can be added to a workbook; each is looked into. */
const MOST_SHEETS = 255;

/** Finds the sheets, texts and styles of a workbook. Throws what unpack() throws. */
export async function workbookEntries(
  file: File,
  entries: readonly ZipEntry[],
): Promise<WorkbookEntries> {
  const byName = new Map(entries.map((entry) => [entry.filename, entry]));
  const bytesOf = (filename: string) => {
    const entry = byName.get(filename);
    return entry ? unpack(file, entry) : new Uint8Array();
  };
  const related = attributesIn(await bytesOf(RELATIONS), 'Relationship', ['Id', 'Type', 'Target']);
  const ofKind = (kind: string) =>
    related
      .filter(([, type]) => type!.endsWith(`/relationships/${kind}`))
      .map(([id, , target]) => [id!, byName.get(pathTo(target!))] as const);
  const sheetEntries = new Map(ofKind('worksheet'));
  const workbook = await bytesOf(WORKBOOK);
  const sheets = attributesIn(workbook, 'sheet', ['id', 'name', 'state']).slice(0, MOST_SHEETS);
  return {
    sheets: sheets.flatMap(([id, name, state]): WorkbookSheet[] => {
      const entry = sheetEntries.get(id!);
      return entry && name ? [{ name, entry, isHidden: /hidden/i.test(state!) }] : [];
    }),
    texts: ofKind('sharedStrings')[0]?.[1] ?? null,
    styles: ofKind('styles')[0]?.[1] ?? null,
    isFrom1904: /^(?:1|true)$/.test(
      attributesIn(workbook, 'workbookPr', ['date1904'])[0]?.[0] ?? '',
    ),
  };
}

/** Returns the values of attributes for every tag with a name; '' where one is missing. */
function attributesIn(bytes: Uint8Array, tag: string, attributes: readonly string[]): string[][] {
  const found: string[][] = [];
  const tags = new XmlTags(bytes);
  while (tags.next()) {
    if (!tags.isClosing && tags.isNamed(tag))
      found.push(attributes.map((name) => xmlText(tags.value(name))));
  }
  return found;
}

function pathTo(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
