import type { EventId } from '#core/launch/events/selling-events.ts';
import { m } from '#messages';

const EVENT_NAMES: Readonly<Record<EventId, () => string>> = {
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
