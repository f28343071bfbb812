import { describe, expect, it } from 'vitest';
import { readPart, writePart } from '#core/files/project/part-content.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import type { OrderStudy } from '#core/model/segments/order-study.ts';
import { studyBuyers } from '#core/model/segments/study-buyers.ts';
import { buyerWorld } from '../../../support/buyer-world.ts';

function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function studyOf(log: SalesLog): OrderStudy {
  return {
    ...{ readAt: 1_780_000_000_000, fileNames: ['orders.csv'], lineCount: log.order.length },
    buyerCount: log.buyerCount,
    associations: finished(studyAssociations(log)),
    buyers: finished(studyBuyers(log)),
  };
}

const WORLD = { buyers: 200, days: 300, launchGap: 8 };
const { log } = buyerWorld(5, WORLD);
const lines = log.order.length;
const nothing = new Float64Array(lines);

/** Logs as files without some columns, or with odd values in them, give them. */
const LOGS: readonly (readonly [name: string, log: SalesLog])[] = [
  ['all columns', log],
  ['another shop', buyerWorld(6, { ...WORLD, loyalty: 0.3 }).log],
  ['long ago', { ...log, ...moved(log, -20_000) }],
  ['no prices', withoutPrices(new Float64Array(lines).fill(NaN))],
  ['everything for nothing', withoutPrices(nothing)],
  ['one price only', { ...log, revenue: new Float64Array(lines).fill(0.1) }],
  ['no channels', { ...log, channels: [], channel: new Uint16Array(lines) }],
  ['an empty channel', { ...log, channels: [''], channel: new Uint16Array(lines) }],
  ['no categories', { ...log, products: log.products.map((each) => ({ ...each, category: '' })) }],
  ['one category', { ...log, products: log.products.map((each) => ({ ...each, category: 'x' })) }],
  ['no buyers', { ...log, buyerCount: 0, buyer: new Int32Array(lines).fill(NO_BUYER) }],
  ['one product', { ...log, products: log.products.slice(0, 1), product: new Uint32Array(lines) }],
  ['no launches', { ...log, products: log.products.map((one) => ({ ...one, isLaunch: false })) }],
  ['one day', { ...log, day: new Int32Array(lines).fill(9), firstDay: 9, lastDay: 9 }],
];

function moved({ day, firstDay, lastDay, products }: SalesLog, by: number) {
  return {
    ...{ day: day.map((one) => one + by), firstDay: firstDay + by, lastDay: lastDay + by },
    products: products.map((each) => ({ ...each, firstDay: each.firstDay + by })),
  };
}

function withoutPrices(revenue: Float64Array): SalesLog {
  const products = log.products.map((each) => ({ ...each, price: NaN }));
  return { ...log, products, revenue, discountShare: new Float32Array(lines).fill(NaN) };
}

describe('what orders told, in a project file', () => {
  it.each(LOGS)('comes back as it was: %s', (_, each) => {
    const study = studyOf(each);
    expect(readPart('orders', writePart('orders', study))).toStrictEqual(study);
  });

  it('has groups of buyers, whose shares are shares', () => {
    const { buyers } = studyOf(buyerWorld(5, { buyers: 600, days: 400, launchGap: 4 }).log);
    expect(buyers!.returning).not.toBeNull();
    const shares = (buyers!.habits.groups ?? []).map(({ salesShare }) => salesShare);
    expect(shares.length).toBeGreaterThan(0);
    for (const share of shares) expect(share).toBeLessThanOrEqual(1);
  });
});
