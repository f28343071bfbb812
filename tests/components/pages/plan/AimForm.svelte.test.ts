import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import AimForm from '#components/pages/plan/AimForm.svelte';
import { USUAL_AIM, type Aim } from '#core/planning/plan/aim.ts';
import { NO_SELLING_TERMS, type SellingChange } from '#core/planning/plan/selling-terms.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown(aim: Aim, counted = aim.objective) {
  const onsell = vi.fn<(change: SellingChange) => void>();
  const props = { aim, counted, onchoose: vi.fn(), onset: vi.fn(), market: null, onsell };
  const target = document.body.appendChild(document.createElement('div'));
  const page = mount(AimForm, { target, props });
  flushSync();
  leave = () => {
    void unmount(page);
    target.remove();
  };
  const group = [...target.querySelectorAll('details')].find((each) =>
    each.querySelector('summary')!.textContent.includes('Costs of selling'),
  )!;
  return { group, onsell, text: target.textContent };
}

it('says by what plans are ranked where the aim is not known, and asks for no risk then', () => {
  const aim = { ...USUAL_AIM, objective: 'profit' } as const;
  expect(shown(aim).text).toMatch(/Risk.*The highest profit on average/s);
  leave();
  const { text } = shown(aim, 'units');
  expect(text).toContain('Profit is not known for every product, so plans are ranked by units.');
  expect(text).not.toMatch(/Risk|highest profit/);
});

it('folds the costs of selling, and says beside them what is counted', () => {
  const { group } = shown(USUAL_AIM);
  expect(group.open).toBe(false);
  expect(group.querySelector('summary')!.textContent).toContain('none counted');
  leave();
  const selling = { ...NO_SELLING_TERMS, vatRate: 0.2, orderFee: 0.3 };
  const summary = shown({ ...USUAL_AIM, selling }).group.querySelector('summary')!;
  expect(summary.textContent).toContain('2 set');
});

it('hands on what is entered', () => {
  const { group, onsell } = shown(USUAL_AIM);
  const input = group.querySelector('input')!;
  input.value = '20';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
  expect(onsell).toHaveBeenCalledWith({ vatRate: 0.2 });
});
