// Six launches of an invented shop, and the numbers that a model sees of one of them.

import { WEEKS_PER_YEAR } from '#core/base/dates.ts';
import { words } from '#core/base/text/split-words.ts';
import { fitLevels } from '#core/model/features/levels.ts';

export type ShopItem =
  | 'stripedMug'
  | 'winterMug'
  | 'winterCandle'
  | 'lemonCandle'
  | 'stripedBag'
  | 'lemonBag';
export type ShopCategory = 'kitchen' | 'home' | 'fashion';
export type ShopChannel = 'shop' | 'marketplace' | 'stream';
export type ShopPromotion = 'none' | 'coupon' | 'bundle';

/** One launch: the product, the decision and what came of it. */
export interface ShopLaunch {
  readonly item: ShopItem;
  readonly category: ShopCategory;
  readonly price: number;
  /** 1–52. */
  readonly week: number;
  readonly channel: ShopChannel;
  readonly promotion: ShopPromotion;
  readonly ads: number;
  readonly units: number;
}

export const SHOP_LAUNCHES: readonly ShopLaunch[] = [
  {
    ...{ item: 'stripedMug', category: 'kitchen', price: 18, week: 6, channel: 'shop' },
    ...{ promotion: 'none', ads: 120, units: 84 },
  },
  {
    ...{ item: 'winterMug', category: 'kitchen', price: 22, week: 47, channel: 'marketplace' },
    ...{ promotion: 'coupon', ads: 300, units: 210 },
  },
  {
    ...{ item: 'winterCandle', category: 'home', price: 15, week: 49, channel: 'stream' },
    ...{ promotion: 'bundle', ads: 180, units: 265 },
  },
  {
    ...{ item: 'lemonCandle', category: 'home', price: 14, week: 24, channel: 'shop' },
    ...{ promotion: 'coupon', ads: 0, units: 96 },
  },
  {
    ...{ item: 'stripedBag', category: 'fashion', price: 36, week: 17, channel: 'marketplace' },
    ...{ promotion: 'none', ads: 250, units: 58 },
  },
  {
    ...{ item: 'lemonBag', category: 'fashion', price: 32, week: 27, channel: 'stream' },
    ...{ promotion: 'bundle', ads: 90, units: 117 },
  },
];

export const ROW_FIELDS = [
  'title',
  'category',
  'price',
  'week',
  'channel',
  'promotion',
  'ads',
  'units',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** One number that a model sees; units are what it learns to predict. */
export interface RowNumber {
  readonly field: RowField;
  /** The word, level or wave that the number stands for; null where the field has only one number. */
  readonly of: string | null;
  readonly value: number;
}

/** Levels that every launch of the shop is compared with. */
export interface RowColumns {
  /** Words that at least two titles share: what one title alone has teaches nothing about others. */
  readonly titleWords: readonly string[];
  readonly categories: readonly string[];
  readonly channels: readonly string[];
  readonly promotions: readonly string[];
}

const SHARED_BY = 2;
const WAVES = 2;

/** @param titles one for each launch, in the reader's language */
export function rowColumns(launches: readonly ShopLaunch[], titles: readonly string[]): RowColumns {
  const levels = (values: readonly string[], minCount = 1) =>
    fitLevels(values, { minCount, maxLevels: values.length });
  return {
    titleWords: levels(titles.flatMap(words), SHARED_BY),
    categories: levels(launches.map(({ category }) => category)),
    channels: levels(launches.map(({ channel }) => channel)),
    promotions: levels(launches.map(({ promotion }) => promotion)),
  };
}

/**
 * Returns the numbers of one launch, field by field: 1 or 0 for each word and level, the logarithms of price, ads and
 * units, and for the week sin(2πkw / 52) and cos(2πkw / 52), k = 1, 2.
 */
export function rowNumbers(
  launch: ShopLaunch,
  title: string,
  columns: RowColumns,
): readonly RowNumber[] {
  const known = new Set(words(title));
  const flags = (field: RowField, levels: readonly string[], isOn: (level: string) => boolean) =>
    levels.map((level) => ({ field, of: level, value: isOn(level) ? 1 : 0 }));
  return [
    ...flags('title', columns.titleWords, (word) => known.has(word)),
    ...flags('category', columns.categories, (level) => level === launch.category),
    { field: 'price', of: null, value: Math.log(launch.price) },
    ...Array.from({ length: WAVES }, (_, k) => wave(launch.week, k + 1)).flat(),
    ...flags('channel', columns.channels, (level) => level === launch.channel),
    ...flags('promotion', columns.promotions, (level) => level === launch.promotion),
    { field: 'ads', of: null, value: Math.log1p(launch.ads) },
    { field: 'units', of: null, value: Math.log1p(launch.units) },
  ];
}

function wave(week: number, k: number): readonly RowNumber[] {
  const angle = (2 * Math.PI * k * week) / WEEKS_PER_YEAR;
  return [
    { field: 'week', of: `sin${k}`, value: Math.sin(angle) },
    { field: 'week', of: `cos${k}`, value: Math.cos(angle) },
  ];
}
