import { expect, it } from 'vitest';
import { EVENT_IDS } from '#core/launch/events/selling-events.ts';
import { eventName } from '#components/words/event-words.ts';

it('calls each selling event by a name of its own', () => {
  const names = EVENT_IDS.map(eventName);
  expect(new Set(names).size).toBe(EVENT_IDS.length);
  expect(eventName('black-friday')).toBe('Black Friday and Cyber Monday');
});
