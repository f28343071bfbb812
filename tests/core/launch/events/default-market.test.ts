import { describe, expect, it } from 'vitest';
import { defaultMarket } from '#core/launch/events/default-market.ts';

describe('where a shop most likely sells', () => {
  it.each([
    { currency: 'GBP', language: 'en-US', market: 'GB' },
    { currency: '$', language: 'de-DE', market: 'US' },
    { currency: '¥', language: 'ja', market: 'JP' },
    { currency: 'kr', language: 'sv-SE', market: 'SE' },
    { currency: undefined, language: 'zh-Hant-TW', market: 'TW' },
    { currency: undefined, language: 'de', market: 'DE' },
    { currency: 'ISK', language: 'is-IS', market: 'US' },
    { currency: undefined, language: 'C', market: 'US' },
    { currency: undefined, language: 'not a tag', market: 'US' },
    { currency: undefined, language: undefined, market: 'US' },
  ])('with $currency and $language is $market', ({ currency, language, market }) => {
    expect(defaultMarket({ currency, language })).toBe(market);
  });
});
