import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import SellingFields from '#components/pages/plan/money/SellingFields.svelte';
import type { SellingChange, SellingTerms } from '#core/planning/plan/selling-terms.ts';
import { NO_SELLING_TERMS } from '#core/planning/plan/selling-terms.ts';

let leave: () => void = () => undefined;
afterEach(() => leave());

function shown(terms?: SellingTerms) {
  const onsell = vi.fn<(change: SellingChange) => void>();
  const target = document.body.appendChild(document.createElement('div'));
  const page = mount(SellingFields, { target, props: { terms, market: 'GB', onsell } });
  flushSync();
  leave = () => {
    void unmount(page);
    target.remove();
  };
  const field = (label: string) =>
    [...target.querySelectorAll('label')]
      .find((each) => each.textContent.includes(label))!
      .closest('fieldset')!
      .querySelector<HTMLInputElement>(
        `#${[...target.querySelectorAll('label')].find((each) => each.textContent.includes(label))!.htmlFor}`,
      )!;
  const enter = (label: string, value: string) => {
    const input = field(label);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  };
  return { target, onsell, enter };
}

it('takes percent as shares, and keeps what is wrong until it is corrected', () => {
  const { onsell, enter, target } = shown();
  enter('VAT rate', '20');
  expect(onsell).toHaveBeenLastCalledWith({ vatRate: 0.2 });
  enter('VAT rate', '200');
  expect(onsell).toHaveBeenCalledTimes(1);
  expect(target.textContent).toContain('Enter a number from 0 to 100.');
  enter('VAT rate', '');
  expect(onsell).toHaveBeenLastCalledWith({ vatRate: null });
});

it('fills in typical values only where asked, and says that they are assumed', () => {
  const { onsell, target } = shown();
  expect(onsell).not.toHaveBeenCalled();
  const button = target.querySelector('button')!;
  expect(button.parentElement!.textContent).toContain('An assumption: the standard rate in UK.');
  button.click();
  expect(onsell).toHaveBeenCalledWith({ vatRate: 0.2, pricesIncludeVat: true });
});

it('asks whether prices include VAT once there is a rate', () => {
  expect(shown().target.querySelector('input[type=checkbox]')).toBeNull();
  leave();
  const { target, onsell } = shown({ ...NO_SELLING_TERMS, vatRate: 0.2 });
  const box = target.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  expect(box.checked).toBe(true);
  box.click();
  expect(onsell).toHaveBeenCalledWith({ pricesIncludeVat: false });
});
