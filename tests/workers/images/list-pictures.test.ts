import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listPictures } from '#workers/images/list-pictures.ts';
import { png } from '../../support/picture-bytes.ts';
import { sheetsFile } from '../../support/workbook.ts';

const ROWS = [
  ['SKU', 'Name', 'Picture'],
  ['MG-104', 'Blue mug', ''],
  ['BW-7', 'Red bowl', ''],
];
const PICTURE = png();

/** A workbook with parts added to it. */
async function workbookWith(
  parts: Readonly<Record<string, string | Uint8Array>>,
  rows = ROWS,
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = sheetsFile([{ name: 'List', rows }]);
  const inside = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  const added = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync({
    ...inside,
    ...(Object.fromEntries(added) as Record<string, Uint8Array>),
  });
}

const related = (...pairs: readonly (readonly [id: string, target: string])[]) =>
  `<Relationships>${pairs.map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`).join('')}</Relationships>`;
const anchor = (row: number, embed: string, kind = 'twoCellAnchor') =>
  `<xdr:${kind}><xdr:from><xdr:col>2</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:row>${row + 5}</xdr:row></xdr:to><xdr:pic><xdr:blipFill><a:blip r:embed="${embed}"/></xdr:blipFill></xdr:pic></xdr:${kind}>`;

const ANCHORED = {
  'xl/worksheets/_rels/sheet1.xml.rels': related(['rId1', '../drawings/drawing1.xml']),
  'xl/drawings/drawing1.xml': `<xdr:wsDr>${anchor(2, 'rId2')}${anchor(1, 'rId1', 'oneCellAnchor')}</xdr:wsDr>`,
  'xl/drawings/_rels/drawing1.xml.rels': related(
    ['rId1', '../media/image1.png'],
    ['rId2', '/xl/media/image2.png'],
  ),
  'xl/media/image1.png': PICTURE,
  'xl/media/image2.png': PICTURE,
  'xl/media/image3.png': PICTURE,
};

async function listed(bytes: Uint8Array<ArrayBuffer>, name: string) {
  const { pictures } = await listPictures([new File([bytes], name)]);
  return pictures.map(({ path, cells }) => [path, cells]);
}

describe('pictures in a workbook', () => {
  it('stand in the rows that they are anchored to; others stand in none', async () => {
    expect(await listed(await workbookWith(ANCHORED), 'list.xlsx')).toEqual([
      ['list.xlsx › image1.png', ['MG-104', 'Blue mug']],
      ['list.xlsx › image2.png', ['BW-7', 'Red bowl']],
      ['list.xlsx › image3.png', []],
    ]);
    const { pictures } = await listPictures([
      new File([await workbookWith(ANCHORED)], 'list.xlsx'),
    ]);
    expect(await pictures[0]!.read()).toEqual({ bytes: PICTURE, isWhole: true });
  });

  it('may stand inside cells, as WPS keeps them', async () => {
    const bytes = await workbookWith({
      'xl/cellimages.xml':
        '<etc:cellImages><etc:cellImage><xdr:pic><xdr:cNvPr id="2" name="ID_AB"/><a:blip r:embed="rId1"/></xdr:pic></etc:cellImage></etc:cellImages>',
      'xl/_rels/cellimages.xml.rels': related(['rId1', 'media/image1.png']),
      'xl/media/image1.png': PICTURE,
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="4"><c r="A4" t="inlineStr"><is><t>MG-104</t></is></c><c r="B4" t="str"><f>_xlfn.DISPIMG("ID_AB",1)</f><v>=DISPIMG("ID_AB",1)</v></c></row></sheetData></worksheet>',
    });
    expect(await listed(bytes, 'wps.xlsx')).toEqual([
      ['wps.xlsx › image1.png', ['MG-104', '=DISPIMG("ID_AB",1)']],
    ]);
  });

  it('are found in a zip, too', async () => {
    const zip = zipSync({ 'a/list.xlsx': await workbookWith(ANCHORED), 'b.png': PICTURE });
    expect(await listed(zip, 'all.zip')).toEqual([
      ['a/list.xlsx › image1.png', ['MG-104', 'Blue mug']],
      ['a/list.xlsx › image2.png', ['BW-7', 'Red bowl']],
      ['a/list.xlsx › image3.png', []],
      ['b.png', undefined],
    ]);
  });

  it('of a workbook without any are none', async () => {
    expect(await listed(await workbookWith({}), 'list.xlsx')).toEqual([]);
  });

  it('that is damaged stop no other file', async () => {
    const parts = {
      ...ANCHORED,
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="3"/><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
    };
    const files = [new File([await workbookWith(parts)], 'a.xlsx'), new File([PICTURE], 'b.png')];
    const { pictures, damaged } = await listPictures(files);
    expect(damaged).toEqual(['a.xlsx']);
    expect(pictures.map(({ path }) => path)).toEqual(['b.png']);
  });

  it('that name what is not there do no harm', async () => {
    const drawing = '<xdr:wsDr><xdr:from><xdr:row>x</xdr:row></xdr:from><a:blip r:embed="rId1"/>';
    const parts = { ...ANCHORED, 'xl/drawings/drawing1.xml': `${drawing}${anchor(1, 'rId9')}` };
    const bytes = await workbookWith(parts);
    expect(await listed(bytes, 'list.xlsx')).toHaveLength(3);
  });
});

describe('names in a zip', () => {
  /** Writes other bytes of the same length in place of a name, as programs do that declare no encoding. */
  const renamed = (zip: Uint8Array<ArrayBuffer>, name: string, bytes: readonly number[]) => {
    const at = (from: number) =>
      zip.findIndex((_, i) => i >= from && strToU8(name).every((byte, k) => zip[i + k] === byte));
    for (let place = at(0); place >= 0; place = at(place + 1)) zip.set(bytes, place);
    return zip;
  };
  const UTF_8 = [...strToU8('杯.png')];
  /** 杯 in GBK. */
  const GBK = [0xb1, 0xad, ...strToU8('.png')];

  it.each([
    ['UTF-8 that is declared', zipSync({ '杯.png': PICTURE })],
    ['UTF-8 that is not', renamed(zipSync({ 'abc.png': PICTURE }), 'abc.png', UTF_8)],
    ['GBK', renamed(zipSync({ 'ab.png': PICTURE }), 'ab.png', GBK)],
  ])('are read in %s', async (_, zip) => {
    expect(await listed(zip, 'a.zip')).toEqual([['杯.png', undefined]]);
  });
});
