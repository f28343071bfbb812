// The demo shops: one in each language of the samples, set where that language is spoken.

import { BRITISH_TRADE } from './british-trade.ts';
import { CHINESE_TRADE } from './chinese-trade.ts';
import type { ShopTrade } from './trade.ts';

export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

export const TRADES: Readonly<Record<Locale, ShopTrade>> = {
  en: BRITISH_TRADE,
  zh: CHINESE_TRADE,
};
