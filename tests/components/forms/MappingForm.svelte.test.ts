import { mount, unmount } from 'svelte';
import { expect, it, vi } from 'vitest';
import MappingForm from '#components/forms/MappingForm.svelte';

it('flags a column chosen twice on both fields, and reports another choice', () => {
  const onassign = vi.fn<(field: string, header: string | null) => void>();
  const form = mount(MappingForm, {
    target: document.body,
    props: {
      headers: ['sold', 'day'],
      choice: {
        fields: { units: 'sold', orders: 'sold', launchDate: 'day' },
        attributes: [],
        clashing: new Set(['units', 'orders'] as const),
      },
      onassign,
      onattribute: () => undefined,
    },
  });
  const select = (label: string) =>
    [...document.querySelectorAll('label')].find((each) => each.textContent.startsWith(label))
      ?.control as HTMLSelectElement;
  expect(select('Units').getAttribute('aria-invalid')).toBe('true');
  expect(select('Orders').getAttribute('aria-invalid')).toBe('true');
  expect(select('Launch date').getAttribute('aria-invalid')).toBeNull();
  select('Orders').value = '';
  select('Orders').dispatchEvent(new Event('change', { bubbles: true }));
  expect(onassign).toHaveBeenCalledWith('orders', null);
  void unmount(form);
});
