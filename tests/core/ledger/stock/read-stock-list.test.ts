import { describe, expect, it } from 'vitest';
import { IssueLog } from '#core/import/csv/issue-log.ts';
import { readStockList } from '#core/ledger/stock/read-stock-list.ts';
import { textRows } from '../../../support/text-rows.ts';

const HEADERS = ['id', 'name', 'kind', 'price', 'left', 'pace'];
const fields = { productId: 'id', title: 'name', category: 'kind', listPrice: 'price' };

function read(rows: readonly (readonly string[])[]) {
  return readStockList(textRows(HEADERS, rows), {
    fields,
    headers: { onHand: 'left', weeklyUnits: 'pace' },
    history: { category: ['Kitchen'], brand: [] },
    money: { currencies: null, currencyRates: {} },
    log: new IssueLog(),
  });
}

describe('readStockList', () => {
  it('reads what is there, spelled as the history spells it, and what the list says of a week', () => {
    const { items } = read([
      ['M-1', 'Mug', 'KITCHEN', '€9.50', '1,200', '4.5'],
      ['', 'Jug', 'Garden', '', '3', ''],
    ]);
    expect(items).toEqual([
      {
        ...{ productId: 'M-1', title: 'Mug', category: 'Kitchen', brand: '' },
        ...{ price: 9.5, onHand: 1200, weeklyUnits: 4.5 },
      },
      {
        ...{ productId: '', title: 'Jug', category: 'Garden', brand: '' },
        ...{ price: null, onHand: 3, weeklyUnits: null },
      },
    ]);
  });

  it('accounts for every row', () => {
    const { items, account } = read([
      ['M-1', 'Mug', '', '', '5', ''],
      ['M-2', '', '', '', '2', ''],
      ['', '', '', '', '7', ''],
      ['M-3', 'Pot', '', '', '0', ''],
      ['M-4', 'Pan', '', '', '-3', ''],
      ['M-5', 'Lid', '', '', 'some', ''],
    ]);
    expect(items.map(({ title }) => title)).toEqual(['Mug', 'M-2']);
    expect(account).toEqual({
      ...{ rowsRead: 6, itemCount: 2, soldOutCount: 1, namelessCount: 1, unreadableCount: 2 },
    });
  });

  it('adds up the rows of one product, such as those of its sizes', () => {
    const { items } = read([
      ['M-1', 'Mug', '', '', '5', '1'],
      ['M-1', 'Mug', '', '8', '0', ''],
      ['M-1', 'Mug', '', '8', '4', '2'],
    ]);
    expect(items).toMatchObject([{ onHand: 9, weeklyUnits: 3, price: 8 }]);
  });
});
