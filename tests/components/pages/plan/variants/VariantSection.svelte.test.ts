import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import VariantSection from '#components/pages/plan/variants/VariantSection.svelte';
import { NO_VARIANTS, type ProductVariants } from '#core/launch/product-variants.ts';
import { learnVariants } from '#core/planning/variants/learn-variants.ts';
import { soldVariants } from '#core/planning/variants/variant-launch.ts';
import { sampleAction, samplePlan } from '../../../../support/ranking.ts';

const target = document.createElement('div');
let shown: ReturnType<typeof mount> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
});

const plan = samplePlan({ action: sampleAction({ stockUnits: 90 }) });
const curves = learnVariants(
  Array.from({ length: 15 }, (_, i) => ({
    ...{ category: plan.product.category, day: 20_000 + i, isSoldOut: false },
    variants: soldVariants('S: 5; M: 14; L: 8'),
  })),
);
const named = { ...NO_VARIANTS, sizes: ['S', 'M', 'L'] };

const policy = {
  ...{ firstOrder: 40, expectedProfit: 1 },
  steps: [
    { fromUnits: 0, orderUnits: 0, chance: 0.5 },
    { fromUnits: 20, orderUnits: 24, chance: 0.5 },
  ],
};
const steps = { policy, arrivedShare: 0.6 };

function show(variantChoice?: ProductVariants, learnt: typeof curves | null = curves) {
  const onchoose = vi.fn<(choice: ProductVariants) => void>();
  const product = { ...plan.product, ...(variantChoice && { variantChoice }) };
  shown = mount(VariantSection, {
    target,
    props: { product, plan, curves: learnt, steps, onchoose },
  });
  flushSync();
  return onchoose;
}

function type(input: HTMLInputElement, text: string, event = 'input') {
  input.value = text;
  input.dispatchEvent(new Event(event, { bubbles: true }));
  flushSync();
}

it('asks for variants first, and refuses one alone', () => {
  const onchoose = show();
  expect(target.querySelector('table, form')).toBeNull();
  const details = target.querySelector('details')!;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  flushSync();
  type(target.querySelector('input')!, 'M');
  target.querySelector('form')!.requestSubmit();
  flushSync();
  expect(onchoose).not.toHaveBeenCalled();
  expect(target.textContent).toContain('two sizes or colours');
  type(target.querySelector('input')!, 'S, M, L');
  target.querySelector('form')!.requestSubmit();
  expect(onchoose).toHaveBeenCalledWith(named);
});

it('splits the whole stock by the curve, and says what it rests on', () => {
  show(named);
  const units = [...target.querySelectorAll<HTMLInputElement>('tbody input')];
  expect(units.map(({ value }) => Number(value)).reduce((a, b) => a + b)).toBe(90);
  expect(target.querySelector('h3')!.textContent).toContain('M is expected to sell most');
  expect(target.textContent).toContain('15 launches');
});

it('stores units that the seller sets, and splits again without them', () => {
  const onchoose = show({ ...named, units: { M: 30 } });
  const [small] = target.querySelectorAll<HTMLInputElement>('tbody input');
  type(small!, '12', 'change');
  expect(onchoose).toHaveBeenLastCalledWith({ ...named, units: { M: 30, S: 12 } });
  type(target.querySelectorAll<HTMLInputElement>('tbody input')[1]!, '', 'change');
  expect(onchoose).toHaveBeenLastCalledWith(named);
  target.querySelector<HTMLButtonElement>('.own button')!.click();
  expect(onchoose).toHaveBeenLastCalledWith(named);
});

it('shows the units again where a field is emptied or wrong', () => {
  const onchoose = show(named);
  const [small] = target.querySelectorAll<HTMLInputElement>('tbody input');
  const units = small!.value;
  type(small!, '-3', 'change');
  expect(small!.value).toBe(units);
  expect(onchoose).not.toHaveBeenCalled();
  type(small!, '', 'change');
  expect(small!.value).toBe(units);
});

it('says honestly that nothing is known, and waits while it is learnt', () => {
  show(named, learnVariants([]));
  expect(target.querySelector('h3')!.textContent).toContain('equal shares');
  expect(target.querySelectorAll<HTMLInputElement>('tbody input')[0]!.value).toBe('30');
});

it('waits while curves are learnt', () => {
  show(named, null);
  expect(target.querySelector('[role="status"]')!.textContent).toContain('Learning');
});

it('prints an order sheet with all units', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  show(named);
  const buttons = [...target.querySelectorAll<HTMLButtonElement>('.actions button')];
  buttons[1]!.click();
  await vi.waitFor(() => expect(print).toHaveBeenCalled());
  expect(target.querySelector('.order-sheet tfoot')!.textContent).toContain('90');
  vi.unstubAllGlobals();
});

it('splits a first order, and a reorder by what sold', () => {
  show(named);
  type(target.querySelectorAll<HTMLInputElement>('[type="radio"]')[1]!, 'steps', 'change');
  const cells = () => [...target.querySelectorAll('.again tbody tr')];
  expect(target.querySelector('tfoot')!.textContent).toContain('40');
  expect(target.textContent).toContain('The first order of 40 units');
  const sold = (i: number) => cells()[i]!.querySelector('input')!;
  type(sold(1), '99', 'change'); // sold out
  type(sold(2), '99', 'change');
  const again = cells().map((row) => Number(row.lastElementChild!.textContent));
  expect(again.reduce((a, b) => a + b)).toBe(24);
  expect(again[1]!).toBeGreaterThan(again[0]!);
});
