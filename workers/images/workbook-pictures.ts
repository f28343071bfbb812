// Finds the pictures of a workbook and the row that each stands in. A sheet names its drawing, the drawing names the
// pictures and the cell that each is anchored to (ISO/IEC 29500-1, 20.5). WPS keeps pictures inside cells in a list, and
// the cells call them by name: =DISPIMG("ID_…",1).

import type { Workbook } from '../dataset/file/workbook/sheet-cell.ts';
import { SheetFindings } from '../dataset/file/workbook/sheet-findings.ts';
import { readWorkbook } from '../dataset/file/workbook/read-workbook.ts';
import { SheetRows } from '../dataset/file/workbook/sheet-rows.ts';
import { workbookEntries, type WorkbookSheet } from '../dataset/file/workbook/workbook-sheets.ts';
import { XmlTags, xmlText } from '../dataset/file/workbook/xml-tags.ts';
import { unpack, unpackedParts, type ZipEntry } from '../dataset/file/zip-archive.ts';

export interface WorkbookPicture {
  readonly entry: ZipEntry;
  /** Cells of the row that it begins in; none where it stands in no row. */
  readonly cells: readonly string[];
}

interface Anchor {
  /** Name of the entry. */
  readonly media: string;
  /** Number of the row, from 1. */
  readonly row: number;
}

const MEDIA = 'xl/media/';
const IN_CELL = /DISPIMG\("([^"]+)"/i;
const CELL_IMAGES = 'xl/cellimages.xml';

/** Returns the pictures of a workbook in the order of its sheets and rows. Throws AppError file-damaged. */
export async function picturesInWorkbook(
  file: File,
  entries: readonly ZipEntry[],
): Promise<WorkbookPicture[]> {
  const archive = new Archive(file, entries);
  const found = await workbookEntries(file, entries);
  const workbook = await readWorkbook(file, found);
  const inCells = await archive.cellImages();
  const pictures: WorkbookPicture[] = [];
  const placed = new Set<string>();
  for (const sheet of found.sheets) {
    const anchors = await archive.anchorsOf(sheet);
    const called = await archive.calledIn(sheet, inCells);
    const all = [...anchors, ...called].sort((a, b) => a.row - b.row);
    const rows = await rowsOf(file, { sheet, workbook }, new Set(all.map(({ row }) => row)));
    for (const { media, row } of all) {
      const entry = archive.entry(media);
      if (!entry || placed.has(`${media} ${row}`)) continue;
      placed.add(`${media} ${row}`).add(media);
      pictures.push({ entry, cells: rows.get(row) ?? [] });
    }
  }
  const others = entries.filter(
    ({ filename }) => filename.startsWith(MEDIA) && !placed.has(filename),
  );
  return [...pictures, ...others.map((entry) => ({ entry, cells: [] }))];
}

interface SheetOf {
  readonly sheet: WorkbookSheet;
  readonly workbook: Workbook;
}

/** Returns the cells of some rows, by their numbers. */
async function rowsOf(
  file: File,
  { sheet, workbook }: SheetOf,
  wanted: ReadonlySet<number>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = new Map<number, readonly string[]>();
  if (wanted.size === 0) return rows;
  const reader = new SheetRows(workbook, new SheetFindings());
  for await (const { bytes } of unpackedParts(file, sheet.entry)) {
    for (const { number, cells } of reader.read(bytes))
      if (wanted.has(number))
        rows.set(
          number,
          cells.flatMap((cell) => cell ?? []),
        );
  }
  return rows;
}

class Archive {
  readonly #file: File;
  readonly #byName: ReadonlyMap<string, ZipEntry>;

  constructor(file: File, entries: readonly ZipEntry[]) {
    this.#file = file;
    this.#byName = new Map(entries.map((entry) => [entry.filename, entry]));
  }

  entry(name: string): ZipEntry | undefined {
    return this.#byName.get(name);
  }

  /** Returns the pictures that are anchored to a sheet. */
  async anchorsOf({ entry }: WorkbookSheet): Promise<Anchor[]> {
    const anchors: Anchor[] = [];
    for (const drawing of (await this.#related(entry.filename)).values()) {
      if (!/(?:^|\/)drawings\/[^/]+\.xml$/.test(drawing)) continue;
      const media = await this.#related(drawing);
      for (const { row, embed } of anchorsIn(await this.#bytes(drawing))) {
        const name = media.get(embed);
        if (name !== undefined) anchors.push({ media: name, row });
      }
    }
    return anchors;
  }

  /** Returns the pictures that WPS keeps inside cells, by their names. */
  async cellImages(): Promise<ReadonlyMap<string, string>> {
    const media = await this.#related(CELL_IMAGES);
    const named = new Map<string, string>();
    let name = '';
    const tags = new XmlTags(await this.#bytes(CELL_IMAGES));
    while (tags.next()) {
      if (tags.isNamed('cNvPr') && !tags.isClosing) name = xmlText(tags.value('name'));
      const target = tags.isNamed('blip') ? media.get(tags.value('embed')) : undefined;
      if (target !== undefined) named.set(name, target);
    }
    return named;
  }

  /** Returns the pictures inside the cells of a sheet. */
  async calledIn({ entry }: WorkbookSheet, named: ReadonlyMap<string, string>): Promise<Anchor[]> {
    if (named.size === 0) return [];
    const anchors: Anchor[] = [];
    const tags = new XmlTags();
    let row = 0;
    for await (const { bytes } of unpackedParts(this.#file, entry)) {
      tags.push(bytes);
      while (tags.next()) {
        if (tags.isNamed('row') && !tags.isClosing) row = Number(tags.value('r')) || row + 1;
        if (!tags.isNamed('f') || !tags.isClosing) continue;
        const media = named.get(IN_CELL.exec(tags.text)?.[1] ?? '');
        if (media !== undefined) anchors.push({ media, row });
      }
    }
    return anchors;
  }

  /** Returns the names of the entries that another refers to, by their IDs; none where it refers to none. */
  async #related(name: string): Promise<ReadonlyMap<string, string>> {
    const slash = name.lastIndexOf('/');
    const folder = name.slice(0, slash);
    const related = new Map<string, string>();
    const tags = new XmlTags(await this.#bytes(`${folder}/_rels/${name.slice(slash + 1)}.rels`));
    while (tags.next()) {
      if (!tags.isNamed('Relationship') || tags.isClosing) continue;
      related.set(tags.value('Id'), pathFrom(folder, xmlText(tags.value('Target'))));
    }
    return related;
  }

  async #bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.#byName.get(name);
    return entry ? unpack(this.#file, entry) : new Uint8Array();
  }
}

/** Returns the IDs of the pictures in a drawing, and the rows that they begin in, from 1. */
function anchorsIn(bytes: Uint8Array): { readonly row: number; readonly embed: string }[] {
  const anchors: { row: number; embed: string }[] = [];
  const tags = new XmlTags(bytes);
  let [row, isFrom] = [0, false];
  while (tags.next()) {
    if (tags.isNamed('from')) isFrom = !tags.isClosing;
    else if (tags.isNamed('row') && tags.isClosing && isFrom) row = Number(tags.text) + 1;
    else if (tags.isNamed('blip') && !tags.isClosing)
      anchors.push({ row, embed: tags.value('embed') });
  }
  return anchors.filter((each) => Number.isInteger(each.row));
}

/** Returns the name of an entry from a folder, such as ../media/image1.png from xl/drawings. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
