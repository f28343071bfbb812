import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTotalRow } from '#core/import/csv/total-row.ts';

describe('isTotalRow', () => {
  it.each([
    'Total|||187|2,310.50',
    'TOTAL:|||187',
    '||Grand total|187',
    'Grand Total (12)||12',
    'Subtotal|187',
    'Total for March 2024|187',
    'Total sales|187|n/a',
    'Total|EUR|187',
    'Summe|||187',
    'Gesamt:||1.870,50 €',
    'Gesamtergebnis|187',
    'Total général|187',
    'Sous-total|187',
    'Suma|187',
    'Total general|187',
    'Total geral|187',
    'Soma|187',
    'Итого|187',
    '合计|||187',
    '总计：|187',
    '小计（12件）|187',
    '合計|187',
    '総計|187',
    'Total',
  ])('knows %s', (line) => {
    expect(isTotalRow(line.split('|'))).toBe(true);
  });

  it.each([
    'A-1|Total Eclipse Poster|Posters|2024-03-08|12',
    'Total Eclipse Poster|2024-03-08|12',
    'Total Eclipse Poster|Posters|12',
    'Total Gym|Fitness|Web|12',
    'Sum of Parts|2024-03-08|5',
    'Summer Hat|12',
    'Gesamtkunstwerk|12',
    'Sumatra Coffee|12',
    '合计算器|12',
    'Enamel Mug|Kitchen|12',
    'Total|Fitness|Web|2024-03-08|12',
    '12|14',
    '',
  ])('does not take %s for one', (line) => {
    expect(isTotalRow(line.split('|'))).toBe(false);
  });

  it('does not depend on empty cells', () => {
    const cell = fc.constantFrom('', ' ');
    fc.assert(
      fc.property(fc.array(cell), fc.array(cell), (before, after) => {
        expect(isTotalRow([...before, 'Total', ...after, '5'])).toBe(true);
        expect(isTotalRow([...before, 'Mug', ...after, '5'])).toBe(false);
      }),
    );
  });
});
