import { describe, expect, it } from 'vitest';
import { eventFitter, eventPhrases } from '#core/launch/events/event-fits.ts';
import type { EventId } from '#core/launch/events/selling-events.ts';

const EVENTS: EventId[] = [
  'christmas',
  'halloween',
  'valentine',
  'mothers-day',
  'summer',
  'mid-autumn',
];
const fitted = (title: string, fits = eventFitter(EVENTS)) =>
  Object.fromEntries(
    EVENTS.flatMap((event, e) => (fits(title)[e] ? [[event, fits(title)[e]]] : [])),
  );

describe('by its words alone', () => {
  it.each([
    ['Xmas Lantern, Set of 3', { christmas: 1 }],
    ['CHRISTMASSY mug', { christmas: 1 }],
    ['Trick-or-Treat bag', { halloween: 1 }],
    ['Valentine’s card', { valentine: 1 }],
    ["Mother's Day Candle", { 'mothers-day': 1 }],
    ['Muttertag Kerze', { 'mothers-day': 1 }],
    ['Sun hat', { summer: 1 }],
    ['圣诞灯笼 月饼盒', { christmas: 1, 'mid-autumn': 1 }],
    ['Xmas & Halloween sticker sheet', { christmas: 1, halloween: 1 }],
  ])('%s', (title, events) => {
    expect(fitted(title)).toEqual(events);
  });

  it.each([
    '',
    '🎄',
    'Sunday notebook',
    'Glove',
    'Ceramic mug',
    'x'.repeat(20_000),
    '\u0000\u0007',
  ])('nothing where no phrase is: %j', (title) => {
    expect(fitted(title.slice(0, 20_000))).toEqual({});
  });
});

describe('where the seller said so', () => {
  const edits = { 'Xmas mug': ['summer', 'easter'], Bowl: [], constructor: ['summer'] } as const;
  const fits = eventFitter(EVENTS, undefined, edits);

  it('a title suits exactly those events, as far as the market has them', () => {
    expect(fitted('Xmas mug', fits)).toEqual({ summer: 1 });
    expect(fitted('Bowl', fits)).toEqual({});
    expect(fitted('constructor', fits)).toEqual({ summer: 1 });
  });

  it('others suit what their words say', () => {
    expect(fitted('Xmas mug, large', fits)).toEqual({ christmas: 1 });
    expect(fitted('toString', fits)).toEqual({});
  });
});

describe('with the language model', () => {
  /** Unit vectors whose angle to the first has this cosine. */
  const at = (cosine: number) => Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2));
  const embeddings = new Map([
    ['spooky', at(1)],
    ['ghoulish', at(0.75)],
    ['haunting', at(0.9)],
    ['deluxe', at(0.6)],
    ['unread', new Float32Array(2)],
  ]);

  it.each([
    ['Ghoulish mug', 0.5],
    ['Haunting mug', 1],
    ['Deluxe mug', undefined],
    ['Unread mug', undefined],
    ['Deluxe ghoulish mug', 0.5],
  ])('%s suits Halloween by %s: by the word that is most like one of its phrases', (title, fit) => {
    const found = fitted(title, eventFitter(EVENTS, embeddings)).halloween;
    if (fit === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(fit, 6);
  });

  it('asks about phrases that it can read', () => {
    expect(eventPhrases()).toContain('trick or treat');
    for (const phrase of eventPhrases()) expect(phrase).toMatch(/^[a-z0-9 ]+$/);
  });
});

it('answers the same for the same title, from memory', () => {
  const fits = eventFitter(EVENTS);
  expect(fits('Xmas bell')).toBe(fits('Xmas bell'));
});
