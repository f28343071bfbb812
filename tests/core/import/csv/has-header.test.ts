import { expect, it } from 'vitest';
import { hasHeader } from '#core/import/csv/has-header.ts';

const table = (text: string): string[][] => text.split('\n').map((line) => line.split('|'));
const TILL = `2024-01-05|Espresso|2.40|1
2024-01-05|Croissant|1.90|2
2024-01-06|Espresso|2.40|3
2024-01-06|Baguette|1.20|1`;

it.each([
  ['days of sales', TILL],
  ['times of sales', TILL.replaceAll('|E', ' 10:15|E')],
  ['goods that come again', 'Espresso|2|4.80\nCroissant|1|1.90\nEspresso|1|2.40\nBaguette|3|3.60'],
  ['blank lines', TILL.replaceAll('\n', '\n\n')],
  [
    'numbers in no order',
    'Arc|2012|237110|91\nOre|2012|102500|88\nElm|2005|40960|87\nYew|2014|44350|83',
  ],
  ['numbers that fall', 'North|2970|76\nSouth|2970|76\nEast|3668|122\nWest|3668|122'],
  ['an empty cell', TILL.replace('Espresso', '')],
])('finds no header where the first row has %s', (_says, text) => {
  expect(hasHeader(table(text))).toBe(false);
});

it.each([
  ['names', `Date|Item|Price|Pieces\n${TILL}`],
  ['months', 'Item|2024-01|2024-02\nMug|5|7\nTray|3|9\nBowl|8|2'],
  ['years', 'Item|2022|2023\nMug|5|7\nTray|3|9\nBowl|8|2'],
  ['years, last first', 'Item|2024|2023|2022\nMug|5|7|1\nTray|3|9|1\nBowl|8|2|1'],
  ['quantities', 'Item|1|10|100\nMug|5|4|3\nTray|3|2|1\nBowl|8|7|6'],
  ['one name above dates', `Date|5|2.40|1\n${TILL}`],
  ['words above words', 'Mug|red\nTray|blue\nMug|red\nBowl|green'],
  ['too few rows below', TILL.split('\n').slice(0, 3).join('\n')],
  ['nothing', ''],
])('finds a header of %s', (_says, text) => {
  expect(hasHeader(table(text))).toBe(true);
});
