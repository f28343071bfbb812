import type { RowField, RowNumber, ShopItem, ShopLaunch } from '#core/lesson/shops/launch-rows.ts';
import { m } from '#messages';
import { formatCount } from '#components/words/numbers.ts';

const TITLES: Readonly<Record<ShopItem, () => string>> = {
  stripedMug: () => m.lessonnet_item_striped_mug(),
  winterMug: () => m.lessonnet_item_winter_mug(),
  winterCandle: () => m.lessonnet_item_winter_candle(),
  lemonCandle: () => m.lessonnet_item_lemon_candle(),
  stripedBag: () => m.lessonnet_item_striped_bag(),
  lemonBag: () => m.lessonnet_item_lemon_bag(),
};

const LEVELS: Readonly<Record<ShopLaunch['category' | 'channel' | 'promotion'], () => string>> = {
  kitchen: () => m.lessonnet_level_kitchen(),
  home: () => m.lessonnet_level_home(),
  fashion: () => m.lessonnet_level_fashion(),
  shop: () => m.lessonnet_level_shop(),
  marketplace: () => m.lessonnet_level_marketplace(),
  stream: () => m.lessonnet_level_stream(),
  none: () => m.lessonnet_level_none(),
  coupon: () => m.lessonnet_level_coupon(),
  bundle: () => m.lessonnet_level_bundle(),
};

const WAVES: Readonly<Record<string, () => string>> = {
  sin1: () => m.lessonnet_wave_sine(),
  cos1: () => m.lessonnet_wave_cosine(),
  sin2: () => m.lessonnet_wave_sine_half(),
  cos2: () => m.lessonnet_wave_cosine_half(),
};

interface FieldWords {
  readonly name: string;
  /** What a model is given in place of the cell. */
  readonly meaning: string;
}

const FIELDS: Readonly<Record<RowField, () => FieldWords>> = {
  title: () => ({ name: m.lessonnet_field_title(), meaning: m.lessonnet_field_title_means() }),
  category: () => ({
    name: m.lessonnet_field_category(),
    meaning: m.lessonnet_field_category_means(),
  }),
  price: () => ({ name: m.lessonnet_field_price(), meaning: m.lessonnet_field_price_means() }),
  week: () => ({ name: m.lessonnet_field_week(), meaning: m.lessonnet_field_week_means() }),
  channel: () => ({
    name: m.lessonnet_field_channel(),
    meaning: m.lessonnet_field_channel_means(),
  }),
  promotion: () => ({
    name: m.lessonnet_field_promotion(),
    meaning: m.lessonnet_field_promotion_means(),
  }),
  ads: () => ({ name: m.lessonnet_field_ads(), meaning: m.lessonnet_field_ads_means() }),
  units: () => ({ name: m.lessonnet_field_units(), meaning: m.lessonnet_field_units_means() }),
};

export function fieldWords(field: RowField): FieldWords {
  return FIELDS[field]();
}

export function itemTitle(item: ShopItem): string {
  return TITLES[item]();
}

/** Returns a cell as a seller sees it. */
export function cellWords(launch: ShopLaunch, field: RowField): string {
  if (field === 'title') return itemTitle(launch.item);
  const value = launch[field];
  return typeof value === 'number' ? formatCount(value) : LEVELS[value]();
}

/** Returns the name of one number: its word, level or wave, or what is done with the only number of a field. */
export function numberName({ field, of }: RowNumber): string {
  if (of === null) return m.lessonnet_logarithm();
  if (field === 'title') return of;
  if (field === 'week') return WAVES[of]!();
  return LEVELS[of as keyof typeof LEVELS]();
}
