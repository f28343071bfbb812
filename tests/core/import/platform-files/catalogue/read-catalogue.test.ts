import { describe, expect, it } from 'vitest';
import { dayFromCalendar } from '#core/base/dates.ts';
import { readCatalogue } from '#core/import/platform-files/catalogue/read-catalogue.ts';
import { recognisedAs, textRows } from '../../../../support/export-rows.ts';

const AS_WRITTEN = { timeZone: null };

describe('readCatalogue', () => {
  it('joins variants and pictures to the product whose handle they have, or that stands above', () => {
    const found = recognisedAs('catalogue', {
      ...{ productId: 'Handle', sku: 'SKU', title: 'Title', variant: ['Option 1', 'Option 2'] },
      ...{ description: 'Body', brand: 'Vendor', category: 'Type', salePrice: 'Price' },
      ...{ listPrice: 'Compare at', unitCost: 'Cost', stock: 'Qty' },
    });
    const rows = textRows({
      Handle: ['tee', 'tee', 'mug', '', 'tee', 'tee'],
      SKU: ['T-R', 'T-B', '', 'M-2', '', 'T-G'],
      Title: ['Tee', '', 'Mug', '', '', ''],
      'Option 1': ['Red', 'Blue', 'Default Title', '', '', 'Green'],
      'Option 2': ['L', '', '', '', '', 'XL'],
      Body: ['<p>Soft</p>', '', '', '', '', ''],
      Vendor: ['Acme', '', '', '', '', ''],
      Type: ['Shirts', '', '', '', '', ''],
      Price: ['10', '12', '8', '9', '', '30'],
      'Compare at': ['15', '', '6', '', '', '20'],
      Cost: ['4', '', '', '', '', '6'],
      Qty: ['3', '0', 'not stocked', '5', '', ''],
    });
    expect(readCatalogue(rows, found, AS_WRITTEN)).toEqual([
      {
        ...{ productId: 'tee', title: 'Tee', description: 'Soft', category: 'Shirts' },
        ...{ brand: 'Acme', listPrice: 15, unitCost: 5, listedOn: NaN },
        variants: [
          { sku: 'T-R', name: 'Red / L', stock: 3 },
          { sku: 'T-B', name: 'Blue', stock: 0 },
          { sku: 'T-G', name: 'Green / XL', stock: NaN },
        ],
      },
      {
        ...{ productId: 'mug', title: 'Mug', description: '', category: '', brand: '' },
        ...{ listPrice: 8.5, unitCost: NaN, listedOn: NaN },
        variants: [
          { sku: '', name: '', stock: NaN },
          { sku: 'M-2', name: '', stock: 5 },
        ],
      },
    ]);
  });

  it('prices variants by what they cost more than their product, and its own row is none of them', () => {
    const found = recognisedAs(
      'catalogue',
      {
        ...{ rowKind: 'Kind', productId: 'Id', title: 'Name', variant: ['Size'] },
        ...{ listPrice: 'Price', surcharge: 'More', unitCost: 'Cost' },
      },
      { rowKinds: { variants: ['variant'] } },
    );
    const rows = textRows({
      Kind: ['Product', 'Variant', 'Variant', 'Product', 'Variant', 'Variant', 'Product'],
      Id: ['tee', 'tee', 'tee', 'card', 'card', 'card', 'mug'],
      Name: ['Tee', '', '', 'Card', '', '', 'Mug'],
      Size: ['S;L', 'S', 'L', 'A5;A4', 'A5', 'A4', ''],
      Price: ['20', '', '', '0.0', '', '', '7'],
      More: ['', '0', '5', '', '30', '50', ''],
      Cost: ['0.0', '', '', '4', '', '', ''],
    });
    const read = readCatalogue(rows, found, AS_WRITTEN);
    expect(read.map(({ listPrice, unitCost }) => [listPrice, unitCost])).toEqual([
      [20, NaN],
      [40, 4],
      [7, NaN],
    ]);
    expect(read.map(({ variants }) => variants.map(({ name }) => name))).toEqual([
      ['S', 'L'],
      ['A5', 'A4'],
      [''],
    ]);
  });

  it.each(['', 'none', 'N', 'No', 'false'])(
    'knows no stock that nobody counts: "%s"',
    (tracker) => {
      const found = recognisedAs('catalogue', {
        ...{ productId: 'Id', sku: 'Id', title: 'Name', stock: 'Stock', stockTracker: 'Track' },
      });
      const rows = textRows({
        ...{ Id: ['1', '2'], Name: ['Mug', 'Tee'], Stock: ['0', '3'], Track: [tracker, 'Y'] },
      });
      const stocks = readCatalogue(rows, found, AS_WRITTEN).map(
        ({ variants }) => variants[0]!.stock,
      );
      expect(stocks).toEqual([NaN, 3]);
    },
  );

  it('joins variations to a parent named by SKU, by number or by "id:", also where it stands below', () => {
    const found = recognisedAs('catalogue', {
      ...{ productId: 'ID', sku: 'SKU', parent: 'Parent', title: 'Name', listPrice: 'Regular' },
      ...{ salePrice: 'Sale', stock: 'Stock' },
    });
    const rows = textRows({
      ID: ['45', '81', '82', '83', '84', '85'],
      SKU: ['hoodie', 'hoodie-blue', 'hoodie-red', 'cap', 'lost-1', 'cap-b'],
      Parent: ['', 'hoodie', 'id:45', '', 'lost', '83'],
      Name: ['Hoodie', 'Hoodie - Blue, No', 'Hoodie - Red, No', 'Cap', 'Lost - Red', 'Cap (B)'],
      Regular: ['', '45', '50', '18', '7', '20'],
      Sale: ['', '42', '', '16', '', ''],
      Stock: ['9', '1', '2', '4', '', ''],
    });
    const products = readCatalogue(rows, found, AS_WRITTEN);
    expect(products).toMatchObject([
      {
        ...{ productId: '45', title: 'Hoodie', listPrice: 47.5 },
        variants: [
          { sku: 'hoodie-blue', name: 'Blue, No', stock: 1 },
          { sku: 'hoodie-red', name: 'Red, No', stock: 2 },
        ],
      },
      { productId: '83', title: 'Cap', listPrice: 19, variants: [{ sku: 'cap-b' }] },
      { productId: 'lost', title: 'Lost - Red', listPrice: 7, variants: [{ name: '' }] },
    ]);
    expect(products).toHaveLength(3);
  });

  it('takes the SKU for a product’s number where there is none, and else its title', () => {
    const found = recognisedAs('catalogue', { sku: 'SKU', title: 'TITLE', stock: 'QUANTITY' });
    const rows = textRows({
      SKU: ['A-1', '', 'A-2'],
      TITLE: ['Lamp', 'Vintage Lamp, brass', 'Lamp'],
      QUANTITY: ['1,200', '3', ''],
    });
    expect(readCatalogue(rows, found, AS_WRITTEN)).toMatchObject([
      { productId: 'A-1', variants: [{ sku: 'A-1', stock: 1200 }] },
      { productId: 'Vintage Lamp, brass', variants: [{ sku: '', stock: 3 }] },
      { productId: 'A-2', title: 'Lamp' },
    ]);
  });

  it('lists a product on the day on which its first offer was opened, by the shop’s clock', () => {
    const found = recognisedAs('catalogue', {
      productId: 'asin1',
      title: 'name',
      listedAt: 'open',
    });
    const rows = textRows({
      asin1: ['B0A', 'B0A', 'B0B'],
      name: ['Vest', 'Vest', 'Cap'],
      open: ['09/07/2016 10:12:40 BST', '08/07/2016 23:12:40 BST', ''],
    });
    const listedOn = (timeZone: string | null) =>
      readCatalogue(rows, found, { timeZone }).map((product) => product.listedOn);
    expect(listedOn(null)).toEqual([dayFromCalendar(2016, 7, 8), NaN]);
    expect(listedOn('Europe/Berlin')).toEqual([dayFromCalendar(2016, 7, 9), NaN]);
  });
});
