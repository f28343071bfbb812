import type { ForeignKind } from '#core/import/kind/kinds.ts';
import { m } from '#messages';

/** What a file seems to be, and which file to fetch instead. */
export interface KindWords {
  readonly title: string;
  readonly advice: string;
}

const WORDS: Readonly<Record<ForeignKind, readonly [title: () => string, advice: () => string]>> = {
  orders: [m.kind_orders, m.kind_orders_advice],
  till: [m.kind_till, m.kind_till_advice],
  returns: [m.kind_returns, m.kind_returns_advice],
  settlement: [m.kind_settlement, m.kind_settlement_advice],
  'shop-report': [m.kind_shop_report, m.kind_shop_report_advice],
  'product-report': [m.kind_product_report, m.kind_product_report_advice],
  customers: [m.kind_customers, m.kind_customers_advice],
  chats: [m.kind_chats, m.kind_chats_advice],
  reviews: [m.kind_reviews, m.kind_reviews_advice],
  'price-list': [m.kind_price_list, m.kind_price_list_advice],
  stock: [m.kind_stock, m.kind_stock_advice],
  ads: [m.kind_ads, m.kind_ads_advice],
  market: [m.kind_market, m.kind_market_advice],
  catalogue: [m.kind_catalogue, m.kind_catalogue_advice],
  other: [m.kind_other, m.kind_other_advice],
};

/** Says what a table is that holds no launches. Where no row names its columns, that is what to mend first. */
export function kindWords(kind: ForeignKind, hasHeader = true): KindWords {
  if (!hasHeader)
    return { title: m.feedback_issue_no_header_title(), advice: m.kind_no_header_advice() };
  const [title, advice] = WORDS[kind];
  return { title: title(), advice: advice() };
}
