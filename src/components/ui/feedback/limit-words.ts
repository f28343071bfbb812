import type { Limit } from '#core/model/training/training-report.ts';
import { m } from '#messages';
import type { Finding } from './finding.ts';

interface LimitWords {
  /** What the data cannot answer. */
  readonly title: string;
  /** What this means for plans, and what data would change it. */
  readonly advice: string;
}

const LIMIT_WORDS: Readonly<Record<Limit, () => LimitWords>> = {
  'no-channel': () => ({
    title: m.feedback_limit_no_channel_title(),
    advice: m.feedback_limit_no_channel_advice(),
  }),
  'one-channel': () => ({
    title: m.feedback_limit_one_channel_title(),
    advice: m.feedback_limit_one_channel_advice(),
  }),
  'no-promotion': () => ({
    title: m.feedback_limit_no_promotion_title(),
    advice: m.feedback_limit_no_promotion_advice(),
  }),
  'one-promotion': () => ({
    title: m.feedback_limit_one_promotion_title(),
    advice: m.feedback_limit_one_promotion_advice(),
  }),
  'no-price-variation': () => ({
    title: m.feedback_limit_no_price_variation_title(),
    advice: m.feedback_limit_no_price_variation_advice(),
  }),
  'no-sale-price': () => ({
    title: m.feedback_limit_no_sale_price_title(),
    advice: m.feedback_limit_no_sale_price_advice(),
  }),
  'promotion-prices-only': () => ({
    title: m.feedback_limit_promotion_prices_title(),
    advice: m.feedback_limit_promotion_prices_advice(),
  }),
  'price-unclear': () => ({
    title: m.feedback_limit_price_unclear_title(),
    advice: m.feedback_limit_price_unclear_advice(),
  }),
  'no-cost': () => ({
    title: m.feedback_limit_no_cost_title(),
    advice: m.feedback_limit_no_cost_advice(),
  }),
  'no-list-price': () => ({
    title: m.feedback_limit_no_list_price_title(),
    advice: m.feedback_limit_no_list_price_advice(),
  }),
  'no-ad-spend': () => ({
    title: m.feedback_limit_no_ad_spend_title(),
    advice: m.feedback_limit_no_ad_spend_advice(),
  }),
  'no-fees': () => ({
    title: m.feedback_limit_no_fees_title(),
    advice: m.feedback_limit_no_fees_advice(),
  }),
  'under-one-year': () => ({
    title: m.feedback_limit_under_one_year_title(),
    advice: m.feedback_limit_under_one_year_advice(),
  }),
  'few-launches': () => ({
    title: m.feedback_limit_few_launches_title(),
    advice: m.feedback_limit_few_launches_advice(),
  }),
  'market-changed': () => ({
    title: m.feedback_limit_market_changed_title(),
    advice: m.feedback_limit_market_changed_advice(),
  }),
  'sold-only': () => ({
    title: m.feedback_limit_sold_only_title(),
    advice: m.feedback_limit_sold_only_advice(),
  }),
};

/**
 * Limitations (limits in code) implied by others and then not shown: fees matter only to a profit that compares
 * channels, and without list prices nothing can be said of their changes or of a cost that is a share of them.
 */
const IMPLIED_BY: Readonly<Partial<Record<Limit, readonly Limit[]>>> = {
  'no-cost': ['no-list-price'],
  'no-price-variation': ['no-list-price'],
  'no-fees': ['no-channel', 'no-cost', 'no-list-price'],
};

/** Returns the limitations as findings, without those that others imply. */
export function limitFindings(limits: readonly Limit[]): Finding[] {
  return limits
    .filter((limit) => !IMPLIED_BY[limit]?.some((other) => limits.includes(other)))
    .map((limit) => ({ icon: 'note', ...LIMIT_WORDS[limit]() }));
}
