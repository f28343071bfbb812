import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import SupplierLists from '#components/pages/plan/suppliers/SupplierLists.svelte';
import type { SupplierList } from '#core/import/suppliers/supplier-list.ts';
import { articlesOf, supplierList } from '../../../../support/supplier-list.ts';

const ACME = supplierList([{ title: 'Soy wax candle', cost: { amount: 4, currency: 'EUR' } }]);
const BOLT = supplierList([{ sku: 'B-1', title: 'Soy wax candle', minimumOrder: 9000 }], {
  ...{ supplier: 'Bolt', fileName: 'bolt.xlsx', sheet: 'Spring' },
});

function shown(
  lists: readonly SupplierList[],
  over: Partial<ComponentProps<typeof SupplierLists>>,
) {
  const { articles, merges, issues } = articlesOf(lists);
  const props = {
    ...{ lists, issues, merges, articleCount: articles.length, money: null, rates: {} },
    ...{ phase: { status: 'idle' } as const, fraction: null },
    ...{ onfiles: vi.fn(), oncancel: vi.fn(), onremove: vi.fn(), onrates: vi.fn() },
    ...{ oncurrency: vi.fn(), ...over },
  };
  const part = mount(SupplierLists, { target: document.body, props });
  onTestFinished(() => void unmount(part));
  flushSync();
  return document.body.textContent.replace(/\s+/g, ' ');
}

const select = () => document.querySelector('select')!;

describe('SupplierLists', () => {
  it('lists what was read of each list, and removes one', () => {
    const onremove = vi.fn<(place: number) => void>();
    const text = shown([ACME, BOLT], { onremove });
    expect(text).toContain('Acme: 1 article');
    expect(text).toContain('bolt.xlsx, Spring: 1 row read.');
    document.querySelector<HTMLElement>('[aria-label="Remove bolt.xlsx, Spring"]')!.click();
    expect(onremove).toHaveBeenCalledExactlyOnceWith(1);
  });

  it('tells lists of two suppliers apart whose files have one name', () => {
    const text = shown([ACME, { ...BOLT, fileName: ACME.fileName, sheet: '' }], {});
    expect(text).toContain('Acme: 1 article');
    expect(text).toContain('Bolt: 1 article');
  });

  it('asks what a bare sign means, and shows the shop’s currency until then', () => {
    const dollars = supplierList([{ cost: { amount: 3, currency: '$' } }], { currency: '$' });
    shown([dollars], {});
    expect(select().selectedOptions[0]!.textContent.trim()).toBe('Same as the shop');
  });

  it('says which articles several lists offer, and why', () => {
    const text = shown([ACME, BOLT], {});
    expect(text).toContain('There is 1 article. 1 of them is offered by several lists.');
    expect(text).toContain('Bolt: Soy wax candle');
    expect(text).toContain('nearly the same name, nothing else differs');
  });

  it('says what was found in a list, among the others too', () => {
    expect(shown([BOLT], {})).toContain('1 minimum order is above 50 usual launches');
    expect(document.querySelector('summary')!.textContent).toContain('Bolt: 1 finding');
  });

  it('asks for rates, and takes the currency of costs without one', () => {
    const onrates = vi.fn<(rates: Readonly<Record<string, number | null>>) => void>();
    const oncurrency = vi.fn<(place: number, currency: string | null) => void>();
    const money = { main: 'EUR', others: [{ currency: 'CNY', cellCount: 3 }] };
    shown([ACME, BOLT], { money, onrates, oncurrency, rates: { CNY: 0.13 } });
    document.querySelector('form')!.requestSubmit();
    expect(onrates).toHaveBeenCalledExactlyOnceWith({ CNY: 0.13 });
    select().selectedIndex = [...select().options].findIndex((each) => each.value === 'CNY');
    select().dispatchEvent(new Event('change', { bubbles: true }));
    expect(oncurrency).toHaveBeenCalledExactlyOnceWith(1, 'CNY');
    select().selectedIndex = 0;
    select().dispatchEvent(new Event('change', { bubbles: true }));
    expect(oncurrency).toHaveBeenLastCalledWith(1, null);
  });

  it('says which files it takes where there is none yet', () => {
    const text = shown([], {});
    expect(text).toContain('1688');
    expect(text).not.toContain('There are');
  });
});
