import { expect, it } from 'vitest';
import { weekNumber, weekWords } from '#components/pages/calendar/week-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';

it('numbers weeks as ISO 8601 does, a 53rd included', () => {
  expect(weekNumber(dayFromCalendar(2026, 3, 9))).toBe(11);
  expect(weekNumber(dayFromCalendar(2026, 12, 28))).toBe(53);
  expect(weekNumber(dayFromCalendar(2027, 1, 4))).toBe(1);
  expect(weekNumber(dayFromCalendar(2024, 12, 30))).toBe(1);
  expect(weekWords(dayFromCalendar(2026, 3, 9))).toBe('Week 11, 9\u00A0Mar');
});
