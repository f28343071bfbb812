import { expect, it } from 'vitest';
import { EVENT_IDS, SELLING_EVENTS } from '#core/launch/events/selling-events.ts';

it('names each event once', () => {
  expect(SELLING_EVENTS.map(({ id }) => id)).toEqual([...EVENT_IDS]);
});

it('tells each by phrases as titles are compared with them: lower case, single spaces, letters and digits', () => {
  for (const { id, phrases } of SELLING_EVENTS) {
    expect(phrases.length, id).toBeGreaterThan(1);
    expect(new Set(phrases).size, id).toBe(phrases.length);
    for (const phrase of phrases)
      expect(phrase, id).toMatch(/^[\p{Ll}\p{Lo}\p{N}]+( [\p{Ll}\p{N}]+)*$/u);
  }
});
