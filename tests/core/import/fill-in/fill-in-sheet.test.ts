import { describe, expect, it } from 'vitest';
import { buildLaunchTable } from '#core/import/table/build-launch-table.ts';
import {
  canFill,
  fillInSheet,
  openSuggestions,
  textInCell,
} from '#core/import/fill-in/fill-in-sheet.ts';
import { plainRecipe, type Recipe } from '#core/import/recipe/recipe.ts';
import { textRows } from '../../../support/text-rows.ts';

const WORDS = { coupon: 'Coupon', priceCut: 'Price cut' };
const HEADERS = ['name', 'date', 'sold', 'price', 'paid', 'where', 'cost'];
const RECORDS = [
  ['Mug', '2024-03-01', '5', '10,00', '8,00', '', '4,00'],
  ['Total', '', '99', '', '', '', ''],
  ['Lamp', '2024-03-02', '70', '20,00', '20,00', 'Web', '-'],
  ['Stool', '2024-03-03', '30', '5,00', '5,00', ' ', ''],
];
const recipe = plainRecipe({
  fields: {
    ...{ title: 'name', launchDate: 'date', units: 'sold', listPrice: 'price' },
    ...{ salePrice: 'paid', channel: 'where', unitCost: 'cost' },
  },
  attributes: [],
});

function sheetOf(asked: Recipe = recipe) {
  const rows = textRows(HEADERS, RECORDS);
  return fillInSheet({ rows, recipe: asked, words: WORDS, ...buildLaunchTable(rows, asked) });
}

describe('fillInSheet', () => {
  it('lists launches largest first under their row in the file, with what the file has', () => {
    const { fields, rows, launchCount, decimal } = sheetOf();
    expect(rows.map(({ title, rowNumber, units }) => [title, rowNumber, units])).toEqual([
      ['Lamp', 4, 70],
      ['Stool', 5, 30],
      ['Mug', 2, 5],
    ]);
    expect(launchCount).toBe(3);
    expect(fields).toEqual(['channel', 'promotion', 'adSpend', 'unitCost', 'category']);
    expect(rows.map(({ cells }) => cells.channel.inFile)).toEqual(['Web', '', '']);
    expect(rows.map(({ cells }) => cells.unitCost.inFile)).toEqual(['', '', '4,00']);
    expect(rows.map(({ cells }) => cells.promotion.suggested)).toEqual(['', '', 'Price cut 20%']);
    expect(decimal).toEqual({ adSpend: ',', unitCost: ',' });
  });

  it('shows what is filled in as filled in, and suggests nothing there', () => {
    const fillIns = { promotion: { 2: 'Gift' }, channel: { 4: 'Fair', 5: 'Fair' } };
    const { rows, known } = sheetOf({ ...recipe, fillIns });
    expect(rows[2]!.cells.promotion).toEqual({ inFile: '', filled: 'Gift', suggested: '' });
    expect(rows[0]!.cells.channel).toEqual({ inFile: 'Web', filled: '', suggested: '' });
    expect(known.channel).toEqual(['Fair', 'Web']);
    expect(known.promotion).toEqual(['Gift']);
  });

  it('has no launch whose cells the file has all, and no column without a gap', () => {
    const headers = [...HEADERS, 'offer', 'ads', 'kind'];
    const whole = ['Web', '1,00', 'Gift', '0', 'Home'];
    const records = RECORDS.filter(([, date]) => date).map((cells, i) => [
      ...cells.slice(0, 5),
      ...(i === 1 ? whole.with(3, '') : whole),
    ]);
    const rows = textRows(headers, records);
    const { fields, attributes } = recipe.mapping;
    const asked = plainRecipe({
      fields: { ...fields, promotion: 'offer', adSpend: 'ads', category: 'kind' },
      attributes,
    });
    const sheet = fillInSheet({
      rows,
      recipe: asked,
      words: WORDS,
      ...buildLaunchTable(rows, asked),
    });
    expect(sheet.fields).toEqual(['adSpend']);
    expect(sheet.rows.map(({ title }) => title)).toEqual(['Lamp']);
  });
});

describe('canFill', () => {
  it.each([
    { field: 'unitCost', text: '4,50', can: true },
    { field: 'unitCost', text: '€ 4,50', can: true },
    { field: 'unitCost', text: '4.50', can: false },
    { field: 'adSpend', text: '-3', can: false },
    { field: 'adSpend', text: 'about 5', can: false },
    { field: 'adSpend', text: '', can: true },
    { field: 'channel', text: '4.50', can: true },
  ] as const)('lets $text into $field: $can', ({ field, text, can }) => {
    expect(canFill(field, text, sheetOf())).toBe(can);
  });
});

describe('openSuggestions', () => {
  it('are for cells in which nothing stands or is being typed', () => {
    const sheet = sheetOf();
    expect(openSuggestions(sheet, 'promotion', {})).toEqual({ 2: 'Price cut 20%' });
    expect(openSuggestions(sheet, 'promotion', { promotion: { 2: 'Gift' } })).toEqual({});
    expect(textInCell(sheet.rows[2]!, 'promotion', { promotion: { 2: 'Gift' } })).toBe('Gift');
    expect(textInCell(sheet.rows[2]!, 'promotion', {})).toBe('');
  });
});
