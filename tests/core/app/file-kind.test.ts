import { describe, expect, it } from 'vitest';
import { fileKind, type FileKind } from '#core/app/file-kind.ts';

const letters = (text: string) => new TextEncoder().encode(text);

/** The beginning of a zip whose first file has this name. */
function zip(name: string): Uint8Array {
  const header = new Uint8Array(30);
  header.set([0x50, 0x4b, 0x03, 0x04]);
  header[26] = name.length;
  return Uint8Array.of(...header, ...letters(name));
}

/** The beginning of a safetensors file whose header has this many bytes. */
function model(headerBytes: number): Uint8Array {
  const length = new Uint8Array(8);
  new DataView(length.buffer).setUint32(0, headerBytes, true);
  return Uint8Array.of(...length, ...letters('{"__metadata__":{'));
}

const NOTHING = new Uint8Array();
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);

describe('fileKind', () => {
  it.each<[string, string, Uint8Array, FileKind]>([
    ['a CSV file', 'launches.csv', letters('title,units\n'), 'table'],
    ['one in capitals', 'LAUNCHES.CSV', letters('title,units\n'), 'table'],
    ['tabs', 'launches.tsv', letters('title\tunits\n'), 'table'],
    ['UTF-16, which has empty bytes', 'launches.txt', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'table'],
    ['a workbook', 'launches.xlsx', zip('[Content_Types].xml'), 'table'],
    ['an older workbook, which the import explains', 'launches.xls', NOTHING, 'table'],
    ['an empty table, which the import explains', 'launches.csv', NOTHING, 'table'],
    ['a Parquet file', 'orders.parquet', letters('PAR1'), 'table'],
    ['a Parquet file of another name', 'part-0000', letters('PAR1\0'), 'table'],
    ['an Arrow file', 'orders.feather', letters('ARROW1'), 'table'],
    ['an Arrow file of another name', 'part-0000', letters('ARROW1\0\0'), 'table'],
    ['a stream of Arrow', 'orders.arrows', Uint8Array.of(255, 255, 255, 255), 'table'],
    ['an older Feather file, which the import explains', 'part-0', letters('FEA1'), 'table'],
    ['zipped exports', 'orders.zip', zip('orders_2024.csv'), 'table'],
    ['a table without an ending', 'launches', letters('title,units\nMug,3'), 'table'],
    ['a zip without an ending', 'orders', zip('orders.csv'), 'table'],
    ['a project', 'debut-2026-01-02.debut', zip('debut.json'), 'project'],
    ['a project that was renamed', 'backup.zip', zip('debut.json'), 'project'],
    ['a damaged project, which restoring explains', 'shop.debut', letters('no zip'), 'project'],
    ['a model', 'debut-model.safetensors', model(4_000), 'model'],
    ['a model that was renamed', 'model.bin', model(4_000), 'model'],
    ['a folder', 'launches of 2024', NOTHING, null],
    ['a picture', 'mug.png', PNG, null],
    ['a picture without an ending', 'mug', PNG, null],
    ['a document', 'launches.pdf', letters('%PDF-1.7'), null],
    ['a document in a zip', 'launches.docx', zip('[Content_Types].xml'), null],
    ['text of another kind', 'manifest.json', letters('{"name":1}'), null],
    ['a zip that ends in its first name', 'orders.bin', zip('debut.json').slice(0, 34), null],
  ])('knows %s', (_, name, beginning, kind) => {
    expect(fileKind(name, beginning)).toBe(kind);
  });
});
