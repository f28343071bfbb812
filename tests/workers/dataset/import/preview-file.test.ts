import { describe, expect, it } from 'vitest';
import { asDetected, csvFile, fixture, jobFor } from '../../../support/csv-file.ts';
import { TELLING_BYTES } from '#core/app/file-kind.ts';
import { AS_DETECTED, NO_HEADER } from '#core/import/csv/reading-choice.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';

const sevenFields = (headers: string): object => {
  const [productId, title, category, launchDate, channel, listPrice, units, revenue] =
    headers.split('|');
  return { productId, title, category, launchDate, channel, listPrice, units, revenue };
};

describe('previewFile', () => {
  it.each([
    {
      file: 'american.csv',
      encoding: 'utf-8',
      delimiter: ',',
      headers:
        'SKU|Product Name|Category|Launch Date|Channel|Price (USD)|Units Sold (first 4 weeks)|Revenue',
    },
    {
      file: 'german.windows-1252.csv',
      encoding: 'windows-1252',
      delimiter: ';',
      headers:
        'Artikelnummer|Bezeichnung|Warengruppe|Verkaufsstart|Kanal|UVP|Verkaufte Menge|Umsatz',
    },
    {
      file: 'chinese.gb18030.csv',
      encoding: 'gb18030',
      delimiter: ',',
      headers: '商品ID|商品标题|类目|上架时间|渠道|吊牌价|销量|销售额',
    },
    {
      file: 'japanese.shift_jis.csv',
      encoding: 'shift_jis',
      delimiter: ',',
      headers: '商品番号|商品名|カテゴリー|発売日|販売チャネル|定価|販売数|売上高',
    },
  ])('understands $file', async ({ file, encoding, delimiter, headers }) => {
    const preview = await previewFile(asDetected(fixture(file)), jobFor());
    expect(preview).toMatchObject({ fileName: file, encoding, delimiter, issues: [] });
    expect(preview.headers).toEqual(headers.split('|'));
    expect(preview.mapping.fields).toEqual(sevenFields(headers));
    expect(preview.sampleRows).toHaveLength(10);
  });

  it('says what the columns hold', async () => {
    const file = csvFile('Title,Weight,Box\nMug,0.3 kg,yes\nVase,2 kg,yes\nBowl,,yes\n');
    const { facts } = await previewFile(asDetected(file), jobFor());
    expect(Object.fromEntries(facts)).toEqual({
      Title: { kind: 'texts', valueCount: 3, filledShare: 1, lack: null },
      Weight: {
        ...{ kind: 'numbers', filledShare: 2 / 3, lack: null },
        range: { low: 0.3, high: 2, unit: 'kg' },
      },
      Box: { kind: 'same', text: 'yes', share: 1 },
    });
  });

  it("understands Excel's Unicode text", async () => {
    const preview = await previewFile(
      asDetected(fixture('excel-unicode-text.utf-16le.txt')),
      jobFor(),
    );
    expect(preview).toMatchObject({
      ...{ encoding: 'utf-16le', delimiter: '\t' },
      headers: ['SKU', 'Title', 'Launch date', 'Units'],
      mapping: {
        fields: { productId: 'SKU', title: 'Title', launchDate: 'Launch date', units: 'Units' },
      },
    });
  });

  it('finds the table below lines that say what the report is', async () => {
    const above = 'Sales report\r\nMade on 5 March, 2024\r\n\r\n';
    const table = 'Title;Launch date;Units\r\nMug;2024-03-08;5\r\nTray;2024-03-09;6\r\n';
    const preview = await previewFile(asDetected(csvFile(above + table)), jobFor());
    expect(preview).toMatchObject({
      delimiter: ';',
      headers: ['Title', 'Launch date', 'Units'],
      sampleRows: [
        ['Mug', '2024-03-08', '5'],
        ['Tray', '2024-03-09', '6'],
      ],
    });
  });

  it('proposes nothing for columns of personal data', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `Mug,2024-03-0${i + 1},5,ana@example.com,Ana`);
    const content = ['title,launch date,units,contact,buyer name', ...rows].join('\n');
    const { personal, mapping } = await previewFile(asDetected(csvFile(content)), jobFor());
    expect(personal).toEqual([
      { header: 'contact', kind: 'email', reason: 'values' },
      { header: 'buyer name', kind: 'name', reason: 'header' },
    ]);
    expect(mapping.attributes).toEqual([]);
  });

  it('reads a file the way it is told to', async () => {
    const file = csvFile('x;y,z\nTitle;Units,2\nMug;5,4\nTray;6,3\n');
    const reading = { encoding: 'gb18030', delimiter: ',', headerRow: 2 } as const;
    const asked = { file, reading: { ...reading, part: null } };
    expect(await previewFile(asked, jobFor())).toMatchObject({
      ...reading,
      headers: ['Title;Units', '2'],
      sampleRows: [
        ['Mug;5', '4'],
        ['Tray;6', '3'],
      ],
    });
  });

  it('looks below a chosen row that is blank, and refuses one below the end', async () => {
    const file = csvFile('a,b\n\nTitle,Units\nMug,5\n');
    const at = (headerRow: number) =>
      previewFile({ file, reading: { ...AS_DETECTED, headerRow } }, jobFor());
    expect(await at(2)).toMatchObject({ headerRow: 3, headers: ['Title', 'Units'] });
    await expect(at(4)).rejects.toMatchObject({ code: 'header-only' });
    await expect(at(9)).rejects.toMatchObject({ code: 'file-empty' });
  });

  it('shows that no row names the columns, and heeds who says so, or not', async () => {
    const file = csvFile(
      'Mug,2024-03-01,5\nTray,2024-03-02,6\nBowl,2024-03-03,7\nJar,2024-03-04,8\n',
    );
    const found = await previewFile(asDetected(file), jobFor());
    expect(found).toMatchObject({
      headerRow: NO_HEADER,
      mapping: { fields: { launchDate: 'Column 2' } },
    });
    expect(found.sampleRows[0]).toEqual(['Mug', '2024-03-01', '5']);
    expect(found.issues.map(({ kind }) => kind)).toContain('no-header');
    const at = (content: string, headerRow: number) =>
      previewFile({ file: csvFile(content), reading: { ...AS_DETECTED, headerRow } }, jobFor());
    expect(await at(await file.text(), 1)).toMatchObject({ headers: ['Mug', '2024-03-01', '5'] });
    expect(await at('\ntitle,units\nMug,5\n', NO_HEADER)).toMatchObject({
      headers: ['Column 1', 'Column 2'],
      sampleRows: [
        ['title', 'units'],
        ['Mug', '5'],
      ],
    });
  });

  it('names the columns whose dates can be read both ways', async () => {
    const file = csvFile('title,launch date,due\nMug,03/04/2024,13/04/2024\nTray,05/04/2024,\n');
    expect((await previewFile(asDetected(file), jobFor())).undecidedDates).toEqual([
      { header: 'launch date', sample: '03/04/2024' },
    ]);
  });

  it('shows rows as long as the header, and names repeated headers apart', async () => {
    const preview = await previewFile(asDetected(csvFile('a,a,\n1\n1,2,3,4\n')), jobFor());
    expect(preview.headers).toEqual(['a', 'a (2)']);
    expect(preview.sampleRows).toEqual([
      ['1', ''],
      ['1', '2'],
    ]);
    expect(preview.issues).toContainEqual(
      expect.objectContaining({ kind: 'duplicate-header', column: 'a' }),
    );
  });

  it.each([
    { file: 'no-launch-date.csv', kind: 'no-launch-date-column' },
    { file: 'no-outcome.csv', kind: 'no-outcome-column' },
  ])('says what $file lacks, and shows it all the same', async ({ file, kind }) => {
    const preview = await previewFile(asDetected(fixture(file)), jobFor());
    expect(preview.issues).toMatchObject([{ kind, severity: 'error' }]);
    expect(preview.sampleRows).toHaveLength(10);
  });

  it('reads only the beginning of a large file', async () => {
    const file = csvFile(`title,launch date,units\n${'Mug,2024-03-08,5\n'.repeat(200_000)}`);
    let bytesRead = 0;
    const slice = file.slice.bind(file);
    file.slice = (start, end) => {
      bytesRead += (end ?? 0) - (start ?? 0);
      return slice(start, end);
    };
    expect((await previewFile(asDetected(file), jobFor())).sampleRows).toHaveLength(20);
    expect(bytesRead).toBeLessThanOrEqual(256 * 1024 + TELLING_BYTES);
  });

  it('shows a table of 300 columns', async () => {
    const headers = Array.from({ length: 300 }, (_, i) => `measure ${i}`);
    const row = headers.map((_, i) => String(i));
    const preview = await previewFile(asDetected(csvFile([headers, row].join('\n'))), jobFor());
    expect(preview.headers).toEqual(headers);
    expect(preview.sampleRows).toEqual([row]);
  });

  it.each([
    { says: 'nothing in it', content: '', code: 'file-empty' },
    { says: 'only blank lines', content: '\n \n,,\n', code: 'file-empty' },
    { says: 'only a header', content: 'title,units\n\n', code: 'header-only' },
    {
      says: 'a picture in it',
      content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
      code: 'file-not-text',
    },
  ])('refuses a file with $says', async ({ content, code }) => {
    await expect(previewFile(asDetected(csvFile(content)), jobFor())).rejects.toMatchObject({
      code,
    });
  });

  it('says so when the file cannot be read any more', async () => {
    const file = csvFile('a,b\n1,2\n');
    const gone = new DOMException('gone', 'NotReadableError');
    file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(gone) });
    const preview = previewFile(asDetected(file), jobFor());
    await expect(preview).rejects.toMatchObject({ code: 'file-unreadable', cause: gone });
  });
});
