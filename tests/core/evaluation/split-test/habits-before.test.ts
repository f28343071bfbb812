import { expect, it } from 'vitest';
import { seededRandom } from '#core/base/random.ts';
import { habitsBefore } from '#core/evaluation/split-test/habits-before.ts';
import { NO_BUYER, type SalesLog } from '#core/import/baskets/sales-log.ts';

const START = 400;

/** Buyers 0–199 order every month, 200–399 stopped after two orders a year ago, 400–599 came once lately. */
function lineDays(count: number): { buyer: number; day: number }[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, buyer) => {
    const kind = Math.floor((buyer * 3) / count);
    const shift = Math.floor(20 * random());
    if (kind === 0)
      return Array.from({ length: 12 }, (_each, k) => ({ buyer, day: 30 * k + shift + 50 }));
    if (kind === 1) return [5 + shift, 30 + shift].map((day) => ({ buyer, day }));
    return [{ buyer, day: START - 25 + shift }];
  })
    .flat()
    .sort((a, b) => a.day - b.day);
}

function logOf(lines: readonly { buyer: number; day: number }[], buyerCount: number): SalesLog {
  const count = lines.length;
  return {
    products: [
      { productId: 'p', title: 'Mug', category: '', price: 10, firstDay: 0, isLaunch: false },
    ],
    ...{ channels: [], orderCount: count, buyerCount, firstDay: 0, lastDay: 600 },
    order: Uint32Array.from(lines.keys()),
    product: new Uint32Array(count),
    buyer: Int32Array.from(lines, ({ buyer }) => buyer),
    day: Int32Array.from(lines, ({ day }) => day),
    units: new Float64Array(count).fill(1),
    revenue: new Float64Array(count).fill(10),
    discountShare: new Float32Array(count).fill(NaN),
    channel: new Uint16Array(count),
  };
}

it('sorts buyers by what they did before the test, and by nothing after it', () => {
  const before = lineDays(600);
  const late = [
    { buyer: NO_BUYER, day: START },
    ...before.slice(0, 300).map(({ buyer }) => ({ buyer, day: START + 5 })),
  ];
  const { group, groups } = habitsBefore(logOf(before, 600), START);
  expect(habitsBefore(logOf([...before, ...late], 600), START)).toEqual({ group, groups });
  const share = (name: string, from: number) =>
    group.slice(from, from + 200).filter((each) => groups[each] === name).length / 200;
  expect(share('regular', 0)).toBeGreaterThan(0.95);
  expect(share('lapsed', 200)).toBeGreaterThan(0.95);
  expect(share('new', 400)).toBeGreaterThan(0.95);
});

it('has one group where few came back, and others for who came later', () => {
  const few = lineDays(90);
  expect(habitsBefore(logOf(few, 90), START).groups).toEqual(['']);
  const { group, groups } = habitsBefore(logOf(lineDays(600), 601), START);
  expect(groups[group[600]!]).toBe('');
});
