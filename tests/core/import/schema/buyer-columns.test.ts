import { describe, expect, it } from 'vitest';
import { buyerColumns } from '#core/import/schema/buyer-columns.ts';

const of = (headers: string): string[] => [...buyerColumns(headers.split(','))];

describe('buyerColumns', () => {
  it('names columns about who bought and how it was paid, in any language', () => {
    expect(of('Customer type,Payment,Product line')).toEqual(['Customer type', 'Payment']);
    expect(of('Zahlungsart,Farbe')).toEqual(['Zahlungsart']);
    expect(of('买家等级,颜色,支付方式')).toEqual(['买家等级', '支付方式']);
  });

  it('takes gender and place for the buyer’s beside a buyer only', () => {
    expect(of('Customer ID,Gender,City,Title')).toEqual(['Customer ID', 'Gender', 'City']);
    expect(of('Gender,City,Title')).toEqual([]);
  });

  it('leaves for whom a product is made', () => {
    expect(of('Target customer,Title')).toEqual([]);
  });
});
