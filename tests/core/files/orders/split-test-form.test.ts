import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumSplit } from '#core/evaluation/split-test/split-sums.ts';
import type { StoredSplitTest } from '#core/evaluation/split-test/split-test.ts';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import { sampleSplitTest } from '../../../support/split-test.ts';

describe('a split test, in a project file', () => {
  const stored = (given: Partial<StoredSplitTest>) => ({ ...sampleSplitTest(given), id: 3 });

  it('comes back with whatever was read of it', () => {
    const buyers = fc.record({
      sent: fc.integer({ min: 0, max: 60 }),
      held: fc.integer({ min: 0, max: 60 }),
      orderShare: fc.double({ min: 0, max: 1, noNaN: true }),
      sales: fc.constantFrom(NaN, 0, 12.3),
    });
    fc.assert(
      fc.property(buyers, ({ sent, held, orderShare, sales }) => {
        const count = sent + held;
        const outcomes = {
          arm: Int8Array.from({ length: count }, (_, i) => Number(i < sent)),
          ordered: Uint8Array.from({ length: count }, (_, i) =>
            Number((i * 7) % 10 < 10 * orderShare),
          ),
          sales: new Float64Array(count).fill(sales),
          group: Uint8Array.from({ length: count }, (_, i) => i % 2),
          groups: ['new', ''],
        };
        const reading = sumSplit(outcomes, 1);
        if (typeof reading === 'string') return;
        const test = stored({ readings: [reading] });
        expect(readPart('split-test', writePart('split-test', test))).toStrictEqual(test);
      }),
    );
  });

  it.each([
    ['nobody held out', { design: { ...sampleSplitTest().design, heldOutShare: 0 } }],
    [
      'looks out of order',
      { readings: [sampleSplitTest().readings[0]!, sampleSplitTest().readings[0]!] },
    ],
    ['a look too many', { readings: [{ ...sampleSplitTest().readings[0]!, look: 2 }] }],
    ['few buyers', { readings: [withBuyers(9)] }],
    ['more orders than buyers', { readings: [withBuyers(12)] }],
  ])('is refused with %s', (_, given) => {
    expect(() => writePart('split-test', stored(given))).toThrow();
  });

  function withBuyers(buyers: number) {
    const [reading] = sampleSplitTest().readings;
    return { ...reading!, all: { ...reading!.all, sent: { ...reading!.all.sent, buyers } } };
  }
});
