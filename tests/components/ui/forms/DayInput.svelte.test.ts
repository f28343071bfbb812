import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import DayInput from '#components/ui/forms/DayInput.svelte';
import { dayFromCalendar, isoDate, type Day } from '#core/base/dates.ts';

let view: Record<string, unknown> | undefined;
afterEach(() => {
  if (view) void unmount(view);
});

/** A form that keeps what it is told, as those around the input do. */
function shown(first: Day | null, { isRequired = false } = {}) {
  const state = $state({ day: first });
  const told: (string | null)[] = [];
  view = mount(DayInput, {
    target: document.body,
    props: {
      id: 'day',
      isRequired,
      get day() {
        return state.day;
      },
      onday: (day: Day | null) => {
        told.push(day === null ? null : isoDate(day));
        state.day = day;
      },
    },
  });
  flushSync();
  const input = document.querySelector('input')!;
  /** As a browser does it: what is typed is a value as soon as all parts are there, and a change each time. */
  const type = (...values: string[]) => {
    input.focus();
    for (const value of values) {
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      flushSync();
      expect(input.value, 'left alone while something is typed').toBe(value);
    }
  };
  const leave = () => {
    input.blur();
    flushSync();
  };
  const press = (name: string) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent.trim() === name)!.click();
    flushSync();
  };
  const asked = () => document.querySelector('[role=status] p')?.textContent.trim() ?? null;
  return { input, told, type, leave, press, asked };
}

describe('a day that is typed', () => {
  it.each([
    ['day, month, year', ['', '', '0002-12-01', '0020-12-01', '0202-12-01', '2026-12-01']],
    [
      'year, month, day',
      ['0002-03-09', '0020-03-09', '0202-03-09', '2026-03-09', '2026-12-09', '2026-12-01'],
    ],
    ['at once, as it is pasted', ['2026-12-01']],
  ])('in the order of %s is the one that is stored', (_order, values) => {
    const { input, told, type, leave, asked } = shown(dayFromCalendar(2025, 3, 9), {
      isRequired: true,
    });
    type(...values);
    leave();
    expect(told.at(-1)).toBe('2026-12-01');
    expect(told.every((day) => day!.startsWith('2026'))).toBe(true);
    expect([input.value, asked()]).toEqual(['2026-12-01', null]);
  });

  it('in two digits of its year is asked about, and not stored before', () => {
    const { input, told, type, leave, press, asked } = shown(null);
    type('0002-01-12', '0026-01-12');
    expect([told, asked()]).toEqual([[], null]);
    leave();
    expect(asked()).toBe('The year is 26. Did you mean 12 January 2026?');
    expect(input.validity.valid).toBe(false);
    press('Change to 2026');
    expect([told, input.value, asked()]).toEqual([['2026-01-12'], '2026-01-12', null]);
    expect(input.validity.valid).toBe(true);
  });

  it('in the last century is kept where that is meant', () => {
    const { told, type, leave, press, asked } = shown(null);
    type('1998-05-04');
    leave();
    press('Keep 1998');
    expect([told, asked()]).toEqual([['1998-05-04'], null]);
  });

  it('far ahead is asked about, too', () => {
    const { told, type, leave, press, asked } = shown(null);
    type('2620-12-01');
    leave();
    expect(asked()).toBe('1 December 2620 is far ahead. Is that right?');
    expect(told).toEqual([]);
    press('Keep 2620');
    expect(told).toEqual(['2620-12-01']);
  });

  it('is open again once it is cleared, unless one is needed', () => {
    const open = shown(dayFromCalendar(2026, 1, 1));
    open.type('');
    expect(open.told).toEqual([null]);
    void unmount(view!);
    const needed = shown(dayFromCalendar(2026, 1, 1), { isRequired: true });
    needed.type('');
    needed.leave();
    expect(needed.told).toEqual([]);
    expect(document.body.textContent).toContain('Enter the day, the month and the year.');
  });
});

it('a day that was stored a century early is offered for correction', () => {
  const { told, press, asked } = shown(dayFromCalendar(1926, 1, 12));
  expect(asked()).toBe('The year is 1926. Did you mean 12 January 2026?');
  press('Change to 2026');
  expect([told, asked()]).toEqual([['2026-01-12'], null]);
});
