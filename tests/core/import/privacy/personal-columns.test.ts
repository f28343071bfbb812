import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalColumns } from '#core/import/privacy/personal-columns.ts';
import { previewFile } from '#workers/dataset/import/preview-file.ts';
import { asDetected, jobFor } from '../../../support/csv-file.ts';

const root = join(import.meta.dirname, '../../../..');
const column = (values: readonly string[]): string[][] => values.map((value) => [value]);

describe('findPersonalColumns', () => {
  it('finds those of an order export, and leaves the goods', () => {
    const headers = [
      ...['Name', 'Email', 'Lineitem name', 'Lineitem sku', 'Billing Name', 'Billing Street'],
      ...['Shipping Phone', 'Total', 'Created at', 'Vendor'],
    ];
    expect(findPersonalColumns(headers, [])).toEqual([
      { header: 'Email', kind: 'email', reason: 'header' },
      { header: 'Billing Name', kind: 'name', reason: 'header' },
      { header: 'Billing Street', kind: 'address', reason: 'header' },
      { header: 'Shipping Phone', kind: 'phone', reason: 'header' },
    ]);
  });

  it('finds by its values what has an unknown header', () => {
    const values = ['ana@example.com', 'bo@example.com', '', 'by phone', 'eva@example.com'];
    expect(findPersonalColumns(['Contact'], column(values))).toEqual([
      { header: 'Contact', kind: 'email', reason: 'values' },
    ]);
  });

  it('needs 3 in 10 of the values, and two at least', () => {
    const some = ['ana@example.com', 'bo@example.com', ...Array<string>(7).fill('x')];
    expect(findPersonalColumns(['Note'], column(some))).toEqual([]);
    expect(findPersonalColumns(['Note'], column(['ana@example.com']))).toEqual([]);
  });

  it('takes item numbers for no phone numbers, whatever their form', () => {
    const values = ['13812345678', '13912345678', '15012345678'];
    expect(findPersonalColumns(['商品编码'], column(values))).toEqual([]);
    expect(findPersonalColumns(['备注'], column(values))).toMatchObject([{ kind: 'phone' }]);
  });

  it('names columns of the file, each once and in order', () => {
    const header = fc.constantFrom('Email', 'Phone', 'Title', '收货人', '销量', 'Note');
    const cell = fc.constantFrom('', 'ana@example.com', '+49 171 1234567', '5', 'red');
    fc.assert(
      fc.property(fc.uniqueArray(header), fc.array(fc.array(cell)), (headers, rows) => {
        const found = findPersonalColumns(headers, rows).map((each) => each.header);
        expect(headers.filter((each) => found.includes(each))).toEqual(found);
      }),
    );
  });

  const files = ['static/samples', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.(csv|txt)$/.test(name) && name !== 'header-only.csv')
      .map((name) => join(folder, name)),
  );
  it.each(files)('finds none in %s', async (path) => {
    const file = new File([readFileSync(join(root, path))], path);
    expect((await previewFile(asDetected(file), jobFor())).personal).toEqual([]);
  });
});
