import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Companions from '#components/pages/plan/companions/Companions.svelte';
import { bundleWords } from '#components/pages/plan/companions/companion-words.ts';
import type { BoughtTogether, CutOrders } from '#core/model/associations/associations.ts';
import { companionsOf, type Companion } from '#core/planning/companions/companions.ts';
import { sampleAction, samplePlan, sampleProduct } from '../../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

const plan = samplePlan({
  product: sampleProduct({ title: 'Green stoneware mug', category: 'Mugs' }),
  action: sampleAction({ salePrice: 40 }),
});
const whileCut: CutOrders = { cut: 0.3, orders: 400, both: 60, usualOrders: 600, usualBoth: 60 };

function pair(title: string, second: string, cut?: CutOrders): BoughtTogether {
  return {
    ...{ first: title, second, firstTitle: title, secondTitle: second, both: 120 },
    ...{ withFirst: 1000, withSecond: 400, lift: 2, low90: 1.5, high90: 3 },
    details: {
      first: { category: 'Mugs', price: 18 },
      second: { category: 'Table', price: 20, ...(cut && { whileCut: cut }) },
    },
  };
}

const together = [
  pair('Blue stoneware mug', 'Saucer', whileCut),
  pair('Red stoneware mug', 'Tray'),
];

function show(pairs: readonly BoughtTogether[]) {
  const study = { together: pairs, orderCount: 20_000 };
  shown = mount(Companions, { target, props: { study, plan } });
  flushSync();
}

it('lists companions as an association, and works out a bundle once its cost is known', () => {
  show(together);
  expect([...target.querySelectorAll('tbody th')].map((cell) => cell.textContent).sort()).toEqual([
    'Saucer',
    'Tray',
  ]);
  expect(target.textContent).toContain('That is an association');
  expect(target.querySelector('input')).toBeNull();
  const details = target.querySelector('details')!;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  flushSync();
  expect(target.textContent).toContain('Enter the unit cost');
  const cost = target.querySelectorAll('input')[1]!;
  cost.value = '8';
  cost.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  expect(target.textContent).toContain('The bundle costs 54.00 instead of 60.00.');
  expect(target.textContent).toContain('It pays if at least');
  expect(target.textContent).not.toContain('NaN');
});

it('says why nothing is known', () => {
  show([]);
  expect(target.textContent).toContain('No two products are bought together');
  expect(target.querySelector('details')).toBeNull();
});

it('tells what past cuts went with, and else only the break-even', () => {
  const found = companionsOf(
    { together, orderCount: 20_000 },
    plan.product,
  ) as readonly Companion[];
  const of = (title: string) => found.find((each) => each.title === title)!;
  const asked = { discount: 0.1, cost: 8 };
  const known = bundleWords(plan, { companion: of('Saucer'), ...asked }).join(' ');
  expect(known).toContain('While it was cut by about 30%, 15% of orders had it, else 10%');
  expect(known).toContain('A bundle at 10% gives the same money off.');
  const unknown = bundleWords(plan, { companion: of('Tray'), ...asked }).join(' ');
  expect(unknown).toContain('So only the break-even is known.');
  const dear = bundleWords(plan, { companion: of('Tray'), discount: 0.1, cost: 30 });
  expect(dear).toEqual([expect.stringContaining('cannot pay') as string]);
  const slips = [NaN, -0.1, 1.5].flatMap((discount) =>
    bundleWords(plan, { companion: of('Tray'), discount, cost: 8 }),
  );
  expect(slips).toEqual(Array(3).fill('Enter a discount from 0% to 90%.'));
  expect(bundleWords(plan, { companion: of('Tray'), discount: 0.1, cost: -1 })).toEqual([
    expect.stringContaining('Enter the unit cost') as string,
  ]);
  const deep = bundleWords(plan, { companion: of('Tray'), discount: 0.25, cost: 4 }).join(' ');
  expect(deep).toMatch(/It cannot pay: (even if all orders took it|the discount costs)/);
  const priceless = { ...of('Tray'), price: NaN };
  expect(bundleWords(plan, { companion: priceless, ...asked })).toEqual([
    expect.stringContaining('price is not known') as string,
  ]);
});
