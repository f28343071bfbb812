import { describe, expect, it } from 'vitest';
import {
  eventsKey,
  sellingEventsChoice,
  type EventEdits,
} from '#core/launch/events/selling-events-choice.ts';

const imported = (main: string | undefined) => ({
  currencies: main === undefined ? null : { main, others: [] },
});

describe('the choice of selling events', () => {
  it('is what was said, and a guess where nothing was', () => {
    const report = imported('GBP');
    expect(sellingEventsChoice({ report }, 'de')).toEqual({ market: 'GB', editsByTitle: {} });
    const none = { report, events: { market: null } };
    expect(sellingEventsChoice(none, 'de').market).toBeNull();
    const editsByTitle: EventEdits = { Mug: ['easter'] };
    expect(sellingEventsChoice({ report, events: { editsByTitle } }, 'de')).toEqual({
      market: 'GB',
      editsByTitle,
    });
    expect(sellingEventsChoice({ report: imported(undefined) }, 'zh-CN').market).toBe('CN');
  });
});

describe('its key', () => {
  const titles = new Set(['Mug', 'Bowl']);
  const key = (editsByTitle: EventEdits, market: 'US' | 'GB' | null = 'US') =>
    eventsKey({ market, editsByTitle }, titles);

  it('differs by market, and by what is said of launches', () => {
    const all = [key({}), key({}, 'GB'), key({ Mug: [] }), key({ Mug: ['easter'] }), key({}, null)];
    expect(new Set(all).size).toBe(all.length);
    expect(key({ Bowl: ['easter'] })).not.toBe(key({ Mug: ['easter'] }));
  });

  it('counts neither titles that no launch has, nor the order, nor anything without a market', () => {
    expect(key({ Plate: ['easter'] })).toBe(key({}));
    expect(key({ Mug: ['easter', 'winter'], Bowl: [] })).toBe(
      key({ Bowl: [], Mug: ['winter', 'easter'] }),
    );
    expect(key({ Mug: ['easter'] }, null)).toBe(key({}, null));
  });
});
