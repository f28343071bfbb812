import { expect, it } from 'vitest';
import { eventsOf, marketEvents } from '#core/launch/events/market-events.ts';
import { EVENT_IDS } from '#core/launch/events/selling-events.ts';

it('has the events of its market alone, in one order', () => {
  expect(eventsOf('US')).toContain('thanksgiving');
  expect(eventsOf('DE')).not.toContain('thanksgiving');
  expect(eventsOf('CN')).toContain('618');
  expect(eventsOf('US')).not.toContain('618');
  for (const market of ['US', 'CN', 'AE'] as const) {
    const places = eventsOf(market).map((id) => EVENT_IDS.indexOf(id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

it('tells fits in that order', () => {
  const { market, fits } = marketEvents('CN');
  expect(market).toBe('CN');
  expect(fits('月饼 mooncake')).toHaveLength(eventsOf('CN').length);
  expect(fits('月饼')[eventsOf('CN').indexOf('mid-autumn')]).toBe(1);
});
