import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import NumberField from '#components/ui/controls/NumberField.svelte';

const close: (() => void)[] = [];

afterEach(() => {
  for (const each of close.splice(0)) each();
});

/** Shows the field of a number that is stored with others, as limits of a season are. */
function shown() {
  const target = document.createElement('div');
  document.body.append(target);
  let stored = $state.raw<{ readonly most: number | null; readonly weeks: number }>({
    ...{ most: 3, weeks: 22 },
  });
  const onchange = vi.fn<(value: number | null) => void>((most) => {
    stored = { ...stored, most };
  });
  const field = mount(NumberField, {
    target,
    props: {
      label: 'Most launches a week',
      onchange,
      get value() {
        return stored.most;
      },
    },
  });
  close.push(() => {
    void unmount(field);
    target.remove();
  });
  flushSync();
  const input = target.querySelector('input')!;
  return {
    input,
    onchange,
    store: (change: Partial<typeof stored>) => {
      stored = { ...stored, ...change };
      flushSync();
    },
    type: (value: string) => {
      input.focus();
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      flushSync();
    },
    finish: () => {
      input.dispatchEvent(new Event('change', { bubbles: true }));
      input.blur();
      flushSync();
    },
  };
}

describe('a field for a number', () => {
  it('keeps what is being typed while another figure is stored beside it', () => {
    const { input, store, type, finish, onchange } = shown();
    type('4');
    store({ weeks: 24 });
    expect(input.value).toBe('4');
    finish();
    expect(onchange).toHaveBeenCalledExactlyOnceWith(4);
    expect(input.value).toBe('4');
  });

  it('shows what is stored while nothing is typed, and once the typing is over', () => {
    const { input, store, type, finish } = shown();
    expect(input.value).toBe('3');
    store({ most: 7 });
    expect(input.value).toBe('7');
    type('4');
    finish();
    store({ most: 9 });
    expect(input.value).toBe('9');
    store({ most: null });
    expect(input.value).toBe('');
  });

  it('tells that nothing is entered', () => {
    const { input, type, finish, onchange } = shown();
    type('');
    finish();
    expect(onchange).toHaveBeenCalledExactlyOnceWith(null);
    expect(input.value).toBe('');
  });
});
