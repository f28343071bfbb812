import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AS_DETECTED } from '#core/import/csv/reading-choice.ts';
import { OLD_WORKBOOK } from '#workers/dataset/file/content-part.ts';
import { openContent } from '#workers/dataset/file/open-content.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { jobFor } from '../../../support/csv-file.ts';

const fixture = readFileSync(
  new URL('../../../fixtures/old-workbooks/orders.xls', import.meta.url),
);
const fileOf = (content: string | Uint8Array, name = 'orders.xls') =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name);

async function textIn(file: File, part: string | null = null): Promise<string> {
  const bytes: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for await (const read of (await openContent(file, part)).content()) {
    expect(read.doneBytes).toBeGreaterThanOrEqual(done);
    done = read.doneBytes;
    bytes.push(read.bytes);
  }
  expect(done).toBe(file.size);
  return new Blob(bytes).text();
}

const ORDERS = [
  '订单编号,宝贝标题,付款时间,数量,单价,条码',
  '371482910384712645,纯棉T恤女夏季新款,2024-03-08 14:05:09,2,59.9,0069012345',
  '371482910384712646,"亚麻, “宽松” 衬衫",2024-03-09,1,129,0069012346',
  '371482910384712647,Größe 40 – Café,2024-12-31 23:59:59,12,0.1,0069012347',
];

describe('a workbook of before 2007', () => {
  it('is read cell by cell, from its first sheet with rows', async () => {
    const file = fileOf(fixture);
    expect((await textIn(file)).trimEnd().split('\r\n')).toEqual(ORDERS);
    expect(await textIn(file, '说明')).toBe('导出的订单\r\n');
  });

  it('names its sheets', async () => {
    const { parts, headers } = await previewFile(
      { file: fileOf(fixture), reading: AS_DETECTED },
      jobFor(),
    );
    expect(parts.map(({ name, isRead }) => [name, isRead])).toEqual([
      ['说明', false],
      ['订单', true],
    ]);
    expect(headers).toContain('宝贝标题');
  });

  it.each(['march/orders.xls', 'march/orders.xlsx'])(
    'is read in a zip as %s, too',
    async (name) => {
      const zip = zipSync({ [name]: new Uint8Array(fixture) });
      const text = await textIn(fileOf(zip, 'march.zip'), `${name} › 订单`);
      expect(text.trimEnd().split('\r\n')).toEqual(ORDERS);
    },
  );

  it.each([
    { says: 'a beginning alone', file: fileOf(fixture.subarray(0, 600)) },
    { says: 'no workbook', file: fileOf(Uint8Array.of(...OLD_WORKBOOK, 1, 2)) },
  ])('that cannot be read is an error: $says', async ({ file }) => {
    await expect(textIn(file)).rejects.toMatchObject({ code: 'old-workbook' });
  });

  it('is refused where it takes all memory', async () => {
    const file = fileOf(fixture);
    Object.defineProperty(file, 'size', { value: 17 * 1024 ** 2 });
    await expect(openContent(file)).rejects.toMatchObject({ code: 'file-too-large' });
  });
});

describe('what is called .xls', () => {
  it('is a page with a table, whose numbers stay as they are written', async () => {
    const rows = ORDERS.slice(0, 2).map((line) =>
      line.split(',').map((cell) => `<td>${cell}</td>`),
    );
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>
      <body><table border="1">${rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('\n')}</table></body></html>`;
    const text = await textIn(fileOf(page));
    expect(text.trimEnd().split('\r\n')).toEqual(ORDERS.slice(0, 2));
  });

  it('is a page in the encoding of Chinese spreadsheets', async () => {
    // "<table><tr><td>数量</td></tr><tr><td>2</td></tr></table>" in GB 18030
    const [before, after] = ['<table><tr><td>', '</td></tr><tr><td>2</td></tr></table>'];
    const bytes = [...Buffer.from(before), 0xca, 0xfd, 0xc1, 0xbf, ...Buffer.from(after)];
    expect(await textIn(fileOf(Uint8Array.from(bytes)))).toBe('数量\r\n2\r\n');
  });

  it('is a workbook in XML of 2003', async () => {
    const cell = (type: string, value: string) =>
      `<Cell><Data ss:Type="${type}">${value}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="Orders"><Table><Row>${cell('String', 'title')}${cell('String', 'units')}</Row>
      <Row>${cell('String', 'Mug &amp; Tray')}${cell('Number', '12')}</Row></Table></Worksheet></Workbook>`;
    expect(await textIn(fileOf(xml))).toBe('title,units\r\nMug & Tray,12\r\n');
  });

  it.each(['<?xml version="1.0"?><rss><item>Mug</item></rss>', '<b>title</b>,units\nMug,5\n'])(
    'is text where it holds no table: %s',
    async (text) => {
      expect(await textIn(fileOf(text))).toBe(text);
    },
  );
});
