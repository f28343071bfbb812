import { expect, it } from 'vitest';
import { launchTableColumns, USUAL_LAUNCH_COLUMNS } from '#components/pages/data/launch-columns.ts';
import { LAUNCH_FIELD_NAMES } from '#core/launch/fields.ts';
import { generateShop } from '../../../support/demo-shop/generator.ts';
import { launchTable } from '../../../support/launch-table.ts';
import { shopTable } from '../../../support/shop-table.ts';

it('has a column for every field and attribute of a full table', () => {
  const shop = shopTable(generateShop({ launches: 20, newProducts: 1 }));
  const { units } = shop; // any figures: the demo shop has none of these
  const table = { ...shop, firstStock: units, returns: units, rating: units };
  const ids = launchTableColumns(table).map(({ id }) => id);
  expect(ids[0]).toBe('title');
  expect([...ids].sort()).toEqual([...LAUNCH_FIELD_NAMES, 'attribute:material'].sort());
  expect(USUAL_LAUNCH_COLUMNS.filter((id) => !ids.includes(id))).toEqual([]);
});

it('leaves out what no launch has, and shows a dash where one lacks it', () => {
  const columns = launchTableColumns(
    launchTable([
      { title: 'Mug', units: 3 },
      { units: NaN, title: '' },
    ]),
  );
  expect(columns.map(({ id }) => id)).toEqual(['title', 'productId', 'launchDate', 'units']);
  const units = columns.find(({ id }) => id === 'units')!;
  expect([0, 1].map(units.format)).toEqual(['3', '–']);
  expect([0, 1].map(units.written)).toEqual([3, null]);
  expect(columns[0]!.format(1)).toBe('–');
});

it('sorts an attribute of numbers as numbers, and shows it as the seller writes it', () => {
  const columns = launchTableColumns(
    launchTable(['900 g', '1.2 kg', '80 g'].map((material) => ({ title: 'Mug', material }))),
  );
  const weight = columns.find(({ id }) => id === 'attribute:material')!;
  expect(weight.align).toBe('end');
  expect(weight.column).toEqual({ kind: 'number', values: Float64Array.of(900, 1200, 80) });
  expect([0, 1, 2].map(weight.format)).toEqual(['900 g', '1.2 kg', '80 g']);
});

it('shows days before launch in words, and sorts them as numbers', () => {
  const days = ['30 days before launch', '1 days before launch', '', '-12 days before launch'];
  const columns = launchTableColumns(
    launchTable(days.map((material) => ({ title: 'Mug', material }))),
  );
  const made = columns.find(({ id }) => id === 'attribute:material')!;
  expect(made.column).toEqual({ kind: 'number', values: Float64Array.of(30, 1, NaN, -12) });
  expect([0, 1, 2, 3].map(made.format)).toEqual([
    ...['30 days before launch', '1 day before launch', '–', '12 days after launch'],
  ]);
});
