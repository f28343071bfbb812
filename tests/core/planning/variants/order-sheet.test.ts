import { expect, it } from 'vitest';
import { orderSheetCsv, totalsOf } from '#core/planning/variants/order-sheet.ts';

const sheet = {
  ...{ supplier: 'Acme', sku: 'A-1', title: '=Dress', unitCost: 3.1, currency: 'EUR' },
  lines: [
    { name: 'S / Red', units: 12, packs: 2 },
    { name: 'M / Red', units: 7, packs: null },
  ],
};

it('writes one line for each variant, and no formulas', () => {
  const lines = orderSheetCsv(sheet).trim().split('\r\n');
  expect(lines[0]).toBe('supplier,sku,product,variant,units,packs,unit_cost,total,currency');
  expect(lines[1]).toMatch(/^Acme,A-1,.*Dress.*,S \/ Red,12,2,3\.1,37\.2,EUR$/);
  expect(lines[1]).not.toContain(',=Dress');
  expect(lines[2]).toContain(',7,,3.1,21.7,');
});

it('adds units and cost up, and knows no cost without a unit cost', () => {
  expect(totalsOf(sheet)).toEqual({ units: 19, cost: 58.9 });
  expect(totalsOf({ ...sheet, unitCost: null })).toEqual({ units: 19, cost: null });
});
