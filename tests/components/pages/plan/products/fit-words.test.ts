import { expect, it } from 'vitest';
import { nextWords } from '#components/pages/plan/products/fit-words.ts';
import { dayFromCalendar } from '#core/base/dates.ts';
import { m } from '#messages';

it('says when an event is next and how long after the launch', () => {
  const launched = (month: number, day: number) => dayFromCalendar(2026, month, day);
  expect(nextWords('US', 'halloween', launched(10, 3))).toBe(
    '31 October 2026, 4 weeks after the launch',
  );
  const day = '31 October 2026';
  expect(nextWords('US', 'halloween', launched(10, 24))).toBe(
    m.events_weeks_after({ day, count: 1, text: '1' }),
  );
  expect(nextWords('US', 'halloween', launched(10, 30))).toBe(m.events_with_launch({ day }));
  const underWay = m.events_until({ day: '31 August 2026' });
  expect(nextWords('GB', 'summer', launched(7, 15))).toBe(underWay);
  expect(nextWords('US', 'halloween', dayFromCalendar(2050, 1, 1))).toBe('');
});
