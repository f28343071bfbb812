import { flushSync, mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import CurrencyRates from '#components/pages/data/CurrencyRates.svelte';

const currencies = {
  main: 'USD',
  others: [
    { currency: 'EUR', cellCount: 12 },
    { currency: 'GBP', cellCount: 1 },
  ],
};

function shown(rates: Readonly<Record<string, number>>, canApply = true) {
  const target = document.body;
  const onrates = vi.fn<(rates: Readonly<Record<string, number | null>>) => void>();
  const view = mount(CurrencyRates, { target, props: { currencies, rates, canApply, onrates } });
  flushSync();
  const inputs = [...target.querySelectorAll('input')];
  const apply = () => {
    target
      .querySelector('form')!
      .dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    flushSync();
  };
  return { target, inputs, apply, onrates, close: () => void unmount(view) };
}

it('ask what one unit of each other currency is worth, and say how many amounts are in it', () => {
  const { target, inputs, close } = shown({ GBP: 1.3 });
  expect(inputs.map(({ value }) => value)).toEqual(['', '1.3']);
  const labels = [...target.querySelectorAll('label')].map((label) => label.textContent.trim());
  expect(labels).toEqual(['Value of 1 EUR in USD', 'Value of 1 GBP in USD']);
  expect(target.textContent).toContain('12 amounts in EUR');
  expect(target.textContent).toContain('1 amount in GBP');
  close();
});

it('give what is typed, and nothing for an empty field', () => {
  const { inputs, apply, onrates, close } = shown({ GBP: 1.3 });
  inputs[0]!.value = '1.08';
  inputs[1]!.value = '';
  apply();
  expect(onrates).toHaveBeenCalledExactlyOnceWith({ EUR: 1.08, GBP: null });
  close();
});

it.each(['0', '-1', '1e999'])('say that %s is no rate, and give nothing', (text) => {
  const { target, inputs, apply, onrates, close } = shown({});
  inputs[0]!.value = text;
  apply();
  expect(inputs[0]!.getAttribute('aria-invalid')).toBe('true');
  expect(inputs[1]!.hasAttribute('aria-invalid')).toBe(false);
  expect(target.textContent).toContain('Enter a number above zero');
  expect(onrates).not.toHaveBeenCalled();
  close();
});

it('cannot be applied while the file is being read, and keep the focus', () => {
  const { target, inputs, apply, onrates, close } = shown({}, false);
  const button = target.querySelector('button')!;
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  inputs[0]!.value = '1.08';
  apply();
  expect(onrates).not.toHaveBeenCalled();
  close();
});
