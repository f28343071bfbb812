import { describe, expect, it } from 'vitest';
import { readLeadTime, readMinimum, readPack } from '#core/import/suppliers/read-terms.ts';

describe('readMinimum', () => {
  it.each([
    ['100', null, 100],
    ['MOQ 500 pcs', null, 500],
    ['5,000', null, 5000],
    ['≥2件', null, 2],
    ['100件起批', null, 100],
    ['2箱', 24, 48],
    ['1 ctn', null, null],
    ['5 dozen', null, 60],
    ['一件代发', null, 1],
    ['不限', null, 1],
    ['1.000', null, 1000],
    ['1.000 Stück', null, 1000],
    ['¥500', null, null],
    ['500元', null, null],
    ['USD 300 per order', null, null],
    ['1x20GP', 24, null],
    ['1个小柜', 24, null],
    ['', 12, null],
    ['ask', 12, null],
    ['9e99', null, 9],
    ['9'.repeat(30), null, null],
  ])('reads %j with packs of %j as %j', (cell, pack, units) => {
    expect(readMinimum(cell, pack)).toBe(units);
  });
});

describe('readPack', () => {
  it.each([
    ['24', 24],
    ['12/ctn', 12],
    ['24件/箱', 24],
    ['每箱36个', 36],
    ['4x6 pcs', 24],
    ['1 set of 6 pcs, 48 sets/ctn', 48],
    ['2 dozen', 24],
    ['50*40*30cm', null],
    ['50×40×30', null],
    ['60 cm', null],
    ['', null],
  ])('reads %j as %j', (cell, units) => {
    expect(readPack(cell)).toBe(units);
  });
});

describe('readLeadTime', () => {
  it.each([
    ['15-20 days', '', 20],
    ['3 周', '', 21],
    ['2 to 3 weeks', '', 21],
    ['现货', '', 0],
    ['In stock', '', 0],
    ['48小时发货', '', 2],
    ['20个工作日', '', 28],
    ['1个月', '', 30],
    ['30% deposit, then 15 days', '', 15],
    ['14', '', 14],
    ['4', 'Lead time (weeks)', 28],
    ['10-15', '交期（天）', 15],
    ['after Chinese New Year', '', null],
    ['Port of Ningbo 2', '', null],
    ['99999 days', '', null],
    ['', '', null],
  ])('reads %j under %j as %j', (cell, header, days) => {
    expect(readLeadTime(cell, header)).toBe(days);
  });
});
