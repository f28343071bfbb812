import { expect, it } from 'vitest';
import { calendarName } from '#state/season/calendar-name.ts';
import { inChinese } from '../../support/in-chinese.ts';

it('is in the language on screen where Debut gave it, whichever was on screen then', () => {
  expect(calendarName('Season')).toBe('Season');
  expect(calendarName('上新季')).toBe('Season');
  expect(inChinese(() => calendarName('Season'))).toBe('上新季');
});

it('is that of a copy of such a calendar, and of its copy', () => {
  expect(inChinese(() => calendarName('Season, copy'))).toBe('上新季（副本）');
  expect(calendarName('上新季（副本）（副本）')).toBe('Season, copy, copy');
  expect(calendarName('Season, copy（副本）')).toBe('Season, copy, copy');
});

it('is never another where the seller gave it', () => {
  for (const own of ['Spring', 'Spring, copy', 'Season 2027', ', copy', '春季（副本）', ''])
    expect(inChinese(() => calendarName(own))).toBe(own);
});
