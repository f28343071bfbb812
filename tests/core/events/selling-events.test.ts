import { expect, it } from 'vitest';
import { EVENT_IDS, SELLING_EVENTS } from '#core/events/selling-events.ts';

it('describes each event once', () => {
  expect(SELLING_EVENTS.map(({ id }) => id)).toEqual([...EVENT_IDS]);
  expect(new Set(EVENT_IDS).size).toBe(EVENT_IDS.length);
  expect(new Set(SELLING_EVENTS.map(({ description }) => description)).size).toBe(EVENT_IDS.length);
});

it('describes them in five to fifteen plain words', () => {
  for (const { id, description } of SELLING_EVENTS) {
    expect(description, id).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
    const count = description.split(' ').length;
    expect(count, `${id}: ${description}`).toBeGreaterThanOrEqual(5);
    expect(count, `${id}: ${description}`).toBeLessThanOrEqual(15);
  }
});
