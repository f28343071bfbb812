import { expect, it } from 'vitest';
import { SheetFindings } from '#workers/dataset/file/workbook/sheet-findings.ts';

const at = (findings: SheetFindings, row: number, since: number) =>
  findings.currencyAt({ row, column: 3, since });

it('shows a number in the currency of the last one at its place or above', () => {
  const findings = new SheetFindings();
  const rows = { 4: 'USD', 5: 'USD', 7: 'EUR', 9: 'USD' };
  for (const [row, currency] of Object.entries(rows))
    findings.addMoney({ row: Number(row), column: 3 }, currency);
  const shown = [3, 4, 6, 7, 8, 9, 12].map((row) => at(findings, row, 4));
  expect(shown).toEqual([null, 'USD', 'USD', 'EUR', 'EUR', 'USD', 'USD']);
  expect(findings.currencyAt({ row: 4, column: 2, since: 4 })).toBeNull();
});

it('takes no currency from a number above the table', () => {
  const findings = new SheetFindings();
  findings.addMoney({ row: 1, column: 3 }, 'USD');
  expect(at(findings, 6, 5)).toBeNull();
  findings.addMoney({ row: 6, column: 3 }, 'USD');
  expect(at(findings, 6, 5)).toBe('USD');
});

it('keeps merged cells by their range, counted from 0', () => {
  const findings = new SheetFindings();
  for (const range of ['B2:AA4', 'A1', 'no range']) findings.addMerged(range);
  expect(findings.merged()).toEqual([{ top: 1, bottom: 3, left: 1, right: 26 }]);
});
