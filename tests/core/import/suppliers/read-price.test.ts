import { describe, expect, it } from 'vitest';
import { readPrices } from '#core/import/suppliers/read-price.ts';

const unit = (amount: number, currency: string | null = null) => ({
  amount,
  currency,
  per: 'unit',
});

describe('readPrices', () => {
  it.each([
    ['3.20', 3.2, null],
    ['€3.20', 3.2, 'EUR'],
    ['US$ 4', 4, 'USD'],
    ['US$ 4 / pc', 4, 'USD'],
    ['¥12.5', 12.5, '¥'],
    ['12.5元/件', 12.5, 'CNY'],
    ['USD 4.00 ea', 4, 'USD'],
    ['FOB $3.50', 3.5, '$'],
    ['￥12.50（含税）', 12.5, '¥'],
    ['12.5-15.8元', 15.8, 'CNY'],
    ['$3.20 ~ $4.50', 4.5, '$'],
    ['1,250.00 RMB', 1250, 'CNY'],
  ])('reads %s, of a range the highest', (cell, amount, currency) => {
    expect(readPrices(cell, '.')).toEqual([{ ...unit(amount, currency), from: null }]);
  });

  it('reads a decimal comma', () => {
    expect(readPrices('3,20 €', ',')).toEqual([{ ...unit(3.2, 'EUR'), from: null }]);
  });

  it.each([
    ['$24/dozen', 24, 'dozen'],
    ['24元/打', 24, 'dozen'],
    ['$38 per carton', 38, 'carton'],
    ['300元/箱', 300, 'carton'],
  ])('says what %s is for', (cell, amount, per) => {
    expect(readPrices(cell, '.')).toMatchObject([{ amount, per }]);
  });

  it.each([
    ['1-99: ¥12.5; 100-499: ¥11', [1, 100], [12.5, 11]],
    ['≥100件 ¥8.6 / 1-99件 ¥9.8', [1, 100], [9.8, 8.6]],
    ['¥12.5 (1-99)\n¥11 (100+)', [1, 100], [12.5, 11]],
    ['1-99件：12.5元；≥100件：11元', [1, 100], [12.5, 11]],
    ['50 pcs: $3.2 | 500 pcs: $2.9', [50, 500], [3.2, 2.9]],
  ])('reads the ladder %j, the smallest quantity first', (cell, from, amounts) => {
    const prices = readPrices(cell, '.')!;
    expect(prices.map((price) => price.from)).toEqual(from);
    expect(prices.map(({ amount }) => amount)).toEqual(amounts);
  });

  it.each([
    ['from $3', 3, '$'],
    ['¥3.5起', 3.5, '¥'],
    ['3.5元/个起', 3.5, 'CNY'],
    ['¥3.5起/个', 3.5, '¥'],
    ['低至3.5元', 3.5, 'CNY'],
    ['$3.50+', 3.5, '$'],
    ['US$ 4 and up', 4, 'USD'],
    ['$3-4 up', 4, '$'],
  ])('reads %s, and says that it is only the lowest', (cell, amount, currency) => {
    expect(readPrices(cell, '.')).toEqual([
      { ...unit(amount, currency), isLowest: true, from: null },
    ]);
  });

  it.each(['', '-', 'n/a', '0', '询价', 'on request', '面议', 'TBA'])(
    'finds none in %j',
    (cell) => {
      expect(readPrices(cell, '.')).toEqual([]);
    },
  );

  it.each(['-4', '12%', '20 kg', '¥12/kg', 'see sheet 2', '3 for 2', '12.5.3'])(
    'refuses %j rather than read another number',
    (cell) => {
      expect(readPrices(cell, '.')).toBeNull();
    },
  );
});
