import { describe, expect, it } from 'vitest';
import { cellAt, codedColumn } from '#core/import/csv/coded-column.ts';
import { joinExports, type ExportFile } from '#core/import/derivation/join-exports.ts';
import { hashedBuyer, hashedBuyers } from '#core/import/platform-files/orders/hashed-buyers.ts';
import { recogniseTable } from '#core/import/platform-files/recognise-sales.ts';
import { rowsOfFile } from '../../../../support/export-rows.ts';

const ANN = 'Ann@example.com';

describe('hashed buyers', () => {
  it('tell the same buyers apart with one salt, and cannot be compared between two', () => {
    expect(hashedBuyer(ANN, 's')).toBe(hashedBuyer(' ann@EXAMPLE.com ', 's'));
    expect(hashedBuyer(ANN, 's')).not.toBe(hashedBuyer('bob@example.com', 's'));
    expect(hashedBuyer(ANN, 's')).not.toBe(hashedBuyer(ANN, 't'));
    expect(hashedBuyer(ANN, 's')).not.toContain('ann');
  });

  it.each(['', '0', 'n/a', 'Guest', '匿名', 't***8', '一＊＊'])(
    'know nobody by the name of “%s”',
    (key) => {
      expect(hashedBuyer(key, 's')).toBe('');
    },
  );

  it('are not read without a salt', () => {
    const column = hashedBuyers(codedColumn([ANN, 'bob']), { timeZone: null });
    expect([cellAt(column, 0), cellAt(column, 1)]).toEqual(['', '']);
  });

  it('follow an order to its lines, and a buyer from file to file', async () => {
    const headers = 'Order ID,Order date,Product name,Quantity,Unit price,Customer email';
    const lines = async (name: string, text: string): Promise<ExportFile> => {
      const rows = await rowsOfFile(new File([`${headers}\n${text}`], name));
      return { name, rows, found: recogniseTable(rows.headers, [])! };
    };
    const files = [
      await lines('one.csv', `A,2026-01-01,Mug,1,10,${ANN}\nB,2026-01-02,Mug,1,10,bob@x.com`),
      await lines('two.csv', `C,2026-02-01,Tea,1,10,${ANN.toUpperCase()}`),
    ];
    const { buyer } = joinExports(files, null, 'salt').lines!;
    expect(cellAt(buyer, 2)).toBe(cellAt(buyer, 0));
    expect(cellAt(buyer, 1)).not.toBe(cellAt(buyer, 0));
    expect(buyer.texts.join(' ')).not.toMatch(/example|bob/i);
    expect(joinExports(files, null).lines!.buyer.texts).toEqual(['']);
  });
});
