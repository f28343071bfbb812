import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '#core/import/platform-files/orders/merge-lines.ts';
import type { OrderLines } from '#core/import/platform-files/orders/order-lines.ts';
import { allLines, orderLines } from '../../../../support/order-lines.ts';

const line = fc.record({
  orderId: fc.constantFrom('', '1', '2', '3'),
  sku: fc.constantFrom('', 'A', 'B'),
  quantity: fc.constantFrom(-1, 1, 2),
  unitPrice: fc.constantFrom(NaN, 5, 5.5),
  orderedAt: fc.constantFrom(NaN, 1, 1.25, 2),
});
const file = fc.array(line, { maxLength: 8 }).map((lines) => orderLines(lines));

function counts(lines: OrderLines): Map<string, number> {
  const found = new Map<string, number>();
  for (const each of allLines(lines)) {
    const key = Object.values(each).map(String).join('|');
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function multiset(lines: OrderLines): [string, number][] {
  return [...counts(lines)].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('mergeLines', () => {
  it('takes once what two downloads hold, and keeps a line that a file repeats', () => {
    const may = orderLines([
      { orderId: '1', title: 'Mug', orderedAt: 1 },
      { orderId: '1', title: 'Mug', orderedAt: 1 },
      { orderId: '2', title: 'Mug', orderedAt: 2 },
    ]);
    const june = orderLines([
      { orderId: '2', title: 'Mug', orderedAt: 2 },
      { orderId: '2', title: 'Tee', orderedAt: 2 },
      { orderId: '3', title: 'Mug', orderedAt: 3 },
    ]);
    const { lines, overlap } = mergeLines([may, june]);
    expect(overlap).toBe(1);
    expect(allLines(lines).map(({ orderId, title }) => orderId + title)).toEqual([
      ...['1Mug', '1Mug', '2Mug', '2Tee', '3Mug'],
    ]);
  });

  it('takes the copy that knows what came after', () => {
    const before = orderLines([{ orderId: '1' }, { orderId: '2' }]);
    const after = orderLines([
      { orderId: '1', isCancelled: true },
      { orderId: '2', refunded: 4 },
    ]);
    for (const files of [
      [before, after],
      [after, before],
    ])
      expect(allLines(mergeLines(files).lines)).toMatchObject([
        { isCancelled: true },
        { refunded: 4 },
      ]);
  });

  it('puts lines in order of time and leaves those of one moment as they stand', () => {
    const newestFirst = orderLines([
      { orderId: '4', orderedAt: NaN },
      { orderId: '3', orderedAt: 2.5 },
      { orderId: '2', sku: 'a', orderedAt: 2 },
      { orderId: '2', sku: 'b', orderedAt: 2 },
      { orderId: '1', orderedAt: -1 },
    ]);
    const { lines } = mergeLines([newestFirst]);
    expect(allLines(lines).map(({ orderId, sku }) => orderId + sku)).toEqual([
      ...['1', '2a', '2b', '3', '4'],
    ]);
  });

  it('has nothing of no files', () => {
    expect(mergeLines([])).toMatchObject({ lines: { rowCount: 0 }, overlap: 0 });
  });

  it('holds each line as often as the file that holds it most often', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), (files) => {
        const expected = new Map<string, number>();
        for (const each of files.map(counts))
          for (const [key, count] of each)
            expected.set(key, Math.max(count, expected.get(key) ?? 0));
        const { lines, overlap } = mergeLines(files);
        expect(counts(lines)).toEqual(expected);
        expect(lines.rowCount + overlap).toBe(
          files.reduce((sum, { rowCount }) => sum + rowCount, 0),
        );
      }),
    );
  });

  it('gives the same lines whatever the order of the files, and nothing new for files merged before', () => {
    fc.assert(
      fc.property(file, file, file, (a, b, c) => {
        const once = mergeLines([a, b, c]).lines;
        expect(multiset(mergeLines([c, a, b]).lines)).toEqual(multiset(once));
        expect(multiset(mergeLines([mergeLines([a, b]).lines, c]).lines)).toEqual(multiset(once));
        expect(allLines(mergeLines([once, once]).lines)).toEqual(allLines(once));
        expect(multiset(mergeLines([once, a]).lines)).toEqual(multiset(once));
      }),
    );
  });
});
