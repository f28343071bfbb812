import { describe, expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import type { SalesLog } from '#core/import/baskets/sales-log.ts';
import { LEAST_COUNT, type Associations } from '#core/model/associations/associations.ts';
import { haloOf, launchedGroupOf } from '#core/model/associations/halo-of.ts';
import { studyAssociations } from '#core/model/associations/study-associations.ts';
import { finished, logOfBaskets } from './support.ts';

/** Products 0 and 1 go together, the others do not. */
function someOrders(): number[][] {
  const random = seededRandom(4);
  return Array.from({ length: 3000 }, () => {
    const order = Array.from({ length: 1 + Math.floor(3 * random()) }, () =>
      Math.floor(20 * random()),
    );
    return order.includes(0) && random() < 0.5 ? [...order, 1] : order;
  });
}

const WEEKS = 100;
const EFFECT = 0.3;

/** Six categories of two old products each; every launch of the first adds to the second for eight weeks. */
function launchingShop(effect: number): SalesLog {
  const random = seededRandom(9);
  const launchWeeks = Array.from({ length: 12 }, (_, k) => 14 + 20 * (k >> 2) + 2 * (k % 4));
  const log = logOfBaskets([], 0);
  const products = [
    ...Array.from({ length: 12 }, (_, p) => ({ group: p >> 1, firstDay: 0, isLaunch: false })),
    ...launchWeeks.map((week) => ({ group: 0, firstDay: 7 * week, isLaunch: true })),
  ];
  const lines = products.flatMap(({ group, firstDay, isLaunch }, product) =>
    Array.from({ length: WEEKS }, (_, week) => {
      const running = launchWeeks.filter((launch) => week >= launch && week < launch + 8).length;
      const usual = isLaunch ? Number(7 * week >= firstDay && 7 * week < firstDay + 56) : 60;
      const raised = group === 1 ? usual * (1 + effect * running) : usual;
      return { day: 7 * week, product, units: Math.round(raised * (1 + 0.1 * (random() - 0.5))) };
    }).filter(({ units }) => units > 0),
  );
  lines.sort((a, b) => a.day - b.day);
  return {
    ...{ ...log, orderCount: lines.length, lastDay: 7 * WEEKS - 1 },
    products: products.map(({ group, firstDay, isLaunch }, p) => ({
      ...{
        productId: `p${p}`,
        title: `Thing ${p}`,
        category: `Group ${group}`,
        price: 4,
        firstDay,
        isLaunch,
      },
    })),
    order: Uint32Array.from(lines.keys()),
    product: Uint32Array.from(lines, ({ product }) => product),
    buyer: new Int32Array(lines.length),
    day: Int32Array.from(lines, ({ day }) => day),
    units: Float64Array.from(lines, ({ units }) => units),
    revenue: new Float64Array(lines.length).fill(NaN),
    discountShare: new Float32Array(lines.length).fill(NaN),
    channel: new Uint16Array(lines.length),
  };
}

describe('what goes together in a shop', () => {
  it('has the products that are bought in one order, and no others', () => {
    const study = finished(
      studyAssociations(logOfBaskets(someOrders(), 20, (order) => order >> 3)),
    );
    expect(study.together.map(({ first, second }) => [first, second].sort())).toEqual([
      ['p0', 'p1'],
    ]);
    const [pair] = study.together;
    expect(pair!.both).toBeGreaterThanOrEqual(LEAST_COUNT);
    expect(pair!.withFirst).toBeGreaterThanOrEqual(pair!.withSecond);
    expect(pair!.low90).toBeGreaterThan(1);
    expect(pair!.lift).toBeGreaterThan(pair!.low90);
    expect(pair!.high90).toBeGreaterThan(pair!.lift);
  });

  it('has nothing where nothing was sold', () => {
    const study = finished(studyAssociations(logOfBaskets([], 0)));
    expect(study).toMatchObject({
      orderCount: 0,
      basketCount: 0,
      together: [],
      groupsTogether: [],
    });
    expect(study.halo).toMatchObject({ launchCount: 0, effects: [], testedPairs: 0 });
  });

  it('has what launches bring to another group, for each launch', () => {
    const { halo } = finished(studyAssociations(launchingShop(EFFECT)));
    expect(halo.effects.map(({ launched, other }) => `${launched}>${other}`)).toEqual([
      'Group 0>Group 1',
    ]);
    const [effect] = halo.effects;
    // 120 units a week, of which each launch adds 30% for eight weeks.
    const truth = 120 * 8 * EFFECT;
    expect(effect!.low90).toBeLessThan(truth);
    expect(effect!.high90).toBeGreaterThan(truth);
    expect(effect!.launchCount).toBe(12);
    expect(effect!.otherPrice).toBe(4);
  });

  it('has no effects, and no error, where sales are the same every week', () => {
    const log = launchingShop(0);
    const { halo } = finished(studyAssociations({ ...log, units: log.units.map(() => 50) }));
    expect(halo.testedPairs).toBeGreaterThan(0);
    expect(halo.effects).toEqual([]);
  });

  it('has no effects where launches bring nothing', () => {
    const { halo } = finished(studyAssociations(launchingShop(0)));
    expect(halo.testedPairs).toBeGreaterThan(0);
    expect(halo.effects).toEqual([]);
  });
});

const random = seededRandom(12);
const PRODUCTS = 12;

/** Two or three products an order, the first two often together, over 60 weeks; every third product is a launch. */
function shop(change: Partial<SalesLog['products'][number]> = {}): SalesLog {
  const orders = Array.from({ length: 4200 }, (_, k) => [
    ...(k % 5 === 0 ? [0, 1] : []),
    ...Array.from({ length: 2 }, () => Math.floor(PRODUCTS * random())),
  ]);
  const log = logOfBaskets(orders, PRODUCTS, (order) => Math.floor(order / 10));
  const products = log.products.map((product, p) => ({
    ...{ ...product, category: `Group ${p % 5}`, isLaunch: p % 3 === 2, firstDay: 21 * p },
    ...change,
  }));
  return { ...log, products };
}

/** Paths of numbers that are not finite; a price may be unknown. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !/^(price|otherPrice)$/.test(key))
    .flatMap(([key, each]) => notFinite(each, `${path}/${key}`));
}

function studied(log: SalesLog): Associations {
  const study = finished(studyAssociations(log));
  expect(notFinite(study)).toEqual([]);
  return study;
}

describe('what goes together holds finite figures', () => {
  it('without prices', () => {
    const log = shop({ price: NaN });
    studied({ ...log, revenue: log.revenue.map(() => NaN) });
  });

  it('without categories, by themes of titles in Chinese', () => {
    const log = shop({ category: '' });
    const kinds = ['蓝色马克杯', '绿色茶壶', '不锈钢勺子', '棉麻桌布'];
    const products = log.products.map((product, p) => ({ ...product, title: kinds[p % 4]! }));
    expect(studied({ ...log, products }).grouping).toBe('theme');
  });

  it('with categories named like what objects inherit', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const log = shop();
    const study = studied({
      ...log,
      products: log.products.map((product, p) => ({ ...product, category: names[p % 4]! })),
    });
    expect(study.groupsTogether.every(({ first }) => names.includes(first))).toBe(true);
    expect(launchedGroupOf(study, { category: 'constructor', title: '' })).toBeNull();
    expect(haloOf(study, { category: '__proto__', title: '__proto__' })).toEqual([]);
  });

  it('of one product, one day, one order, or huge units', () => {
    studied(
      logOfBaskets(
        Array.from({ length: 50 }, () => [0]),
        1,
      ),
    );
    studied({ ...shop(), day: new Int32Array(shop().day.length), lastDay: 0 });
    studied(logOfBaskets([[0, 1]], 2));
    const log = shop();
    studied({ ...log, units: log.units.map((_, line) => (line % 97 === 0 ? 1e12 : 1)) });
  });

  it('where a pair is in every order, which tells nothing', () => {
    const log = logOfBaskets(
      Array.from({ length: 420 }, () => [0, 1]),
      2,
    );
    expect(studied(log).together).toEqual([]);
  });
});
