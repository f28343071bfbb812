import { describe, expect, it } from 'vitest';
import { armOf, HELD_OUT, NO_ARM, SENT } from '#core/evaluation/split-test/split-arms.ts';
import { sampleRatio } from '#core/evaluation/split-test/read-split.ts';
import { armsInLog, outcomesInLog } from '#core/evaluation/split-test/log-outcomes.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';

const test = (salt: string, heldOutShare = 0.5) => ({
  salt,
  design: { usualShare: 0.1, uplift: 0.02, heldOutShare, looks: 1 },
});
const KEYS = Array.from({ length: 4000 }, (_, i) => `buyer-${1000 + i}@shop.example`);

describe('armOf', () => {
  it('gives a key the same arm every time, however it is written', () => {
    for (const key of KEYS.slice(0, 50))
      expect(armOf(test('salt'), ` ${key.toUpperCase()} `)).toBe(armOf(test('salt'), key));
  });

  it('has arms of the planned sizes: chances of their sizes are spread evenly over 200 tests', () => {
    for (const share of [0.5, 0.1]) {
      const chances = Array.from({ length: 200 }, (_, i) => {
        const arms = KEYS.map((key) => armOf(test(`salt ${i}`, share), key));
        const heldOut = arms.filter((arm) => arm === HELD_OUT).length;
        const sums = (buyers: number) => ({ buyers, ordered: 0, sales: 0, salesSquares: 0 });
        const pair = { sent: sums(KEYS.length - heldOut), heldOut: sums(heldOut) };
        return sampleRatio({ heldOutShare: share }, pair).chance;
      });
      expect(chances.filter((chance) => chance < 0.1).length).toBeLessThan(35);
      expect(chances.filter((chance) => chance > 0.5).length).toBeGreaterThan(70);
      expect(Math.min(...chances)).toBeGreaterThan(1e-5);
    }
  });

  it('gives nobody an arm who has no name', () => {
    expect([armOf(test('salt'), ' '), armOf(test('salt'), 'a**b')]).toEqual([NO_ARM, NO_ARM]);
  });

  it('draws each test anew', () => {
    const same = KEYS.filter((key) => armOf(test('one'), key) === armOf(test('two'), key)).length;
    expect(Math.abs(same / KEYS.length - 0.5)).toBeLessThan(0.03);
  });
});

describe('a sales log', () => {
  const log: SalesLog = {
    products: ['mug', 'tray'].map((productId) => ({
      productId,
      title: productId,
      category: '',
      price: 10,
      firstDay: 0,
      isLaunch: false,
    })),
    channels: [],
    ...{ orderCount: 6, buyerCount: 3, firstDay: 10, lastDay: 40 },
    order: Uint32Array.of(0, 1, 2, 3, 4, 5),
    buyer: Int32Array.of(0, 1, 0, 0, 2, -1),
    product: Uint32Array.of(0, 1, 0, 1, 0, 0),
    day: Int32Array.of(10, 12, 30, 33, 31, 31),
    units: new Float64Array(6).fill(1),
    revenue: Float64Array.of(5, 7, 11, 13, 17, 19),
    discountShare: new Float32Array(6),
    channel: new Uint16Array(6),
  };
  const group = new Uint8Array(3);

  it('puts buyers into the test who ordered before it', () => {
    expect([...armsInLog(log, 30, (buyer) => (buyer === 0 ? SENT : HELD_OUT))]).toEqual([
      SENT,
      HELD_OUT,
      NO_ARM,
    ]);
  });

  it('counts orders of the launch, and sales of everything, within the days', () => {
    const arm = Int8Array.of(SENT, HELD_OUT, NO_ARM);
    const window = { startDay: 30, days: 10, title: '', productIds: ['mug'] };
    const found = outcomesInLog(log, window, { arm, group, groups: [''] });
    expect([...found.ordered]).toEqual([1, 0, 1]);
    expect([...found.sales]).toEqual([24, 0, 17]);
    const early = outcomesInLog(log, window, { arm, group, groups: [''], until: 33 });
    expect([...early.sales]).toEqual([11, 0, 17]);
    const tray = outcomesInLog(
      log,
      { ...window, productIds: ['tray'] },
      { arm, group, groups: [''] },
    );
    expect([...tray.ordered]).toEqual([1, 0, 0]);
    const titled = { ...window, title: 'tray', productIds: ['new-1'] };
    expect([...outcomesInLog(log, titled, { arm, group, groups: [''] }).ordered]).toEqual([
      1, 0, 0,
    ]);
  });
});
