import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeaderRow } from '#core/import/csv/find-header.ts';

const table = [
  'sku|title|category|launch date|units',
  'A-1|Enamel Mug|Kitchen|2024-01-08|90',
  'A-2|Oak Tray|Home|2024-01-25|97',
  'A-3|Felt Coaster||2024-02-09|12',
];
const records = (lines: readonly string[]): string[][] => lines.map((line) => line.split('|'));

describe('findHeaderRow', () => {
  it.each([
    { says: 'at the top', above: [] },
    { says: 'below blank lines', above: ['', ' ', '||||'] },
    { says: 'below a title', above: ['Launches 2024'] },
    { says: 'below a title and a blank line', above: ['Launches 2024', ''] },
    { says: 'below when it was made', above: ['Report generated on 2024-03-08 10:15'] },
    {
      says: 'below lines that a spreadsheet padded',
      above: ['Sales report||||', 'From:|2024-01-01|||', 'To:|2024-02-29|||', '||||'],
    },
    {
      says: "below Amazon's seven lines",
      above: [
        'Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions',
        'All amounts in USD, unless specified',
        'Definitions:',
        'Sales tax collected: Includes sales tax collected from buyers',
        'Selling fees: Includes variable closing fees and referral fees',
        'Other transaction fees: Includes shipping chargebacks',
        'Other: Includes non-order transaction amounts',
      ],
    },
    { says: 'below Chinese lines', above: ['商品上新报表', '导出时间：2024年3月8日|店铺：青禾'] },
    {
      says: 'below a summary',
      above: ['|title|category|launch date|units', 'Total|3|2|-|199', 'Change|-|-|-|4%', '||||'],
    },
  ])('finds the header $says', ({ above }) => {
    expect(findHeaderRow(records([...above, ...table]))).toBe(above.length);
  });

  it.each([
    { says: 'a repeated header', lines: ['a|a|', '1', '1|2|3|4'], gives: 0 },
    { says: 'numbers for names', lines: ['1|2|3', 'x|y|z', 'p|q|r'], gives: 0 },
    {
      says: 'a header shorter than its rows',
      lines: ['a|b', 'Mug|5|9|7|8', 'Tray|6|9|7|8'],
      gives: 0,
    },
    { says: 'one column', lines: ['title', 'mug', 'tray'], gives: 0 },
    { says: 'a header alone', lines: ['', 'title|units'], gives: 1 },
    { says: 'a title and one line', lines: ['title', 'mug|red'], gives: 0 },
    { says: 'rows that are mostly empty', lines: ['a|b|c|d', '1|||', '2|||', '3||5|'], gives: 0 },
    { says: 'nothing', lines: ['', ' | '], gives: -1 },
  ])('takes the first line with content where there is $says', ({ lines, gives }) => {
    expect(findHeaderRow(records(lines))).toBe(gives);
  });

  it('never passes over a first line that fills as many cells as the rows', () => {
    const row = fc.array(fc.stringMatching(/^[a-z0-9]{1,4}$/), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        expect(findHeaderRow(rows)).toBe(0);
      }),
    );
  });

  it('finds the same header under any number of blank lines and remarks', () => {
    const remark = fc.constantFrom(
      '',
      'Sales report',
      'Generated on 2024-03-08',
      'Notes|see below',
    );
    fc.assert(
      fc.property(fc.array(remark, { maxLength: 10 }), (above) => {
        expect(findHeaderRow(records([...above, ...table, ...table.slice(1)]))).toBe(above.length);
      }),
    );
  });
});
