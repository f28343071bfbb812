import type { EventId } from '#core/launch/events/selling-events.ts';
import { m } from '#messages';
import { MARKETS, type Market } from '#core/launch/events/markets.ts';
import { languageTag } from '#messages/language-tag.ts';

const EVENT_NAMES: Readonly<Record<EventId, () => string>> = {
  'new-year-goods': () => m.events_new_year_goods(),
  'lunar-new-year': () => m.events_lunar_new_year(),
  carnival: () => m.events_carnival(),
  valentine: () => m.events_valentine(),
  ramadan: () => m.events_ramadan(),
  'womens-day': () => m.events_womens_day(),
  'st-patrick': () => m.events_st_patrick(),
  'eid-al-fitr': () => m.events_eid_al_fitr(),
  spring: () => m.events_spring(),
  easter: () => m.events_easter(),
  'golden-week': () => m.events_golden_week(),
  'mothers-day': () => m.events_mothers_day(),
  520: () => m.events_520(),
  'wedding-season': () => m.events_wedding_season(),
  'childrens-day': () => m.events_childrens_day(),
  'eid-al-adha': () => m.events_eid_al_adha(),
  graduation: () => m.events_graduation(),
  summer: () => m.events_summer(),
  'dragon-boat': () => m.events_dragon_boat(),
  'fathers-day': () => m.events_fathers_day(),
  618: () => m.events_618(),
  818: () => m.events_818(),
  99: () => m.events_99(),
  shuangdan: () => m.events_shuangdan(),
  'national-day': () => m.events_national_day(),
  qixi: () => m.events_qixi(),
  'back-to-school': () => m.events_back_to_school(),
  'mid-autumn': () => m.events_mid_autumn(),
  diwali: () => m.events_diwali(),
  halloween: () => m.events_halloween(),
  'singles-day': () => m.events_singles_day(),
  thanksgiving: () => m.events_thanksgiving(),
  'black-friday': () => m.events_black_friday(),
  winter: () => m.events_winter(),
  'saint-nicholas': () => m.events_saint_nicholas(),
  hanukkah: () => m.events_hanukkah(),
  'double-12': () => m.events_double_12(),
  christmas: () => m.events_christmas(),
  'new-year': () => m.events_new_year(),
};

export function eventName(event: EventId): string {
  return EVENT_NAMES[event]();
}

/** Returns the name of a market in the language on screen. */
export function marketName(market: Market): string {
  return regionNames().of(market) ?? market;
}

/** Returns all markets with their names in the language on screen, sorted by name. */
export function namedMarkets(): { readonly market: Market; readonly name: string }[] {
  const names = regionNames();
  const { compare } = new Intl.Collator(languageTag());
  return MARKETS.map((market) => ({ market, name: names.of(market) ?? market })).sort((a, b) =>
    compare(a.name, b.name),
  );
}

function regionNames(): Intl.DisplayNames {
  return new Intl.DisplayNames(languageTag(), { type: 'region', style: 'short' });
}

/** Words for markets and sales events (selling events in code), for use within a sentence. */
export const EVENT_WORDS = {
  market: (market: Market | null): string =>
    market === null ? m.events_no_market() : marketName(market),
  events: (events: readonly EventId[]): string =>
    events.length === 0
      ? m.events_fits_none()
      : new Intl.ListFormat(languageTag()).format(events.map(eventName)),
};
