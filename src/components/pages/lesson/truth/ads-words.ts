import { verdictOf, type Verdict } from '#core/lesson/truth/ads-effect.ts';
import { ADS_CATEGORIES, type AdsCategory } from '#core/lesson/truth/ads-shop.ts';
import type { OutcomeRange } from '#core/planning/plan/launch-plan.ts';
import { m } from '#messages';
import { CATEGORY_TONES } from '#components/charts/geometry/line-series.ts';
import { formatChange, formatPercent } from '#components/words/numbers.ts';

/** Ways of comparing launches with more ads to launches with fewer. */
export const ADS_WAYS = ['all', 'like', 'coin'] as const;
export type AdsWay = (typeof ADS_WAYS)[number];

export function wayName(way: AdsWay): string {
  const names: Readonly<Record<AdsWay, () => string>> = {
    all: m.lessontruth_way_all,
    like: m.lessontruth_way_like,
    coin: m.lessontruth_way_coin,
  };
  return names[way]();
}

export function wayNote(way: AdsWay): string {
  const notes: Readonly<Record<AdsWay, () => string>> = {
    all: m.lessontruth_way_all_note,
    like: m.lessontruth_way_like_note,
    coin: m.lessontruth_way_coin_note,
  };
  return notes[way]();
}

/** Returns what a comparison finds, as the title of its picture. */
export function adsFinding(effect: OutcomeRange): string {
  const size = formatPercent(Math.abs(effect.expected));
  const findings: Readonly<Record<Verdict, () => string>> = {
    more: () => m.lessontruth_ads_more({ size }),
    fewer: () => m.lessontruth_ads_fewer({ size }),
    none: () => m.lessontruth_ads_none(),
  };
  return findings[verdictOf(effect)]();
}

export function effectWords(effect: number | null | undefined): string {
  return formatChange(effect ?? NaN);
}

export function verdictWords(effect: OutcomeRange): string {
  const verdicts: Readonly<Record<Verdict, () => string>> = {
    more: m.lessontruth_verdict_more,
    fewer: m.lessontruth_verdict_fewer,
    none: m.lessontruth_verdict_none,
  };
  return verdicts[verdictOf(effect)]();
}

export function categoryWords(category: AdsCategory): string {
  const names: Readonly<Record<AdsCategory, () => string>> = {
    hot: m.lessontruth_category_hot,
    usual: m.lessontruth_category_usual,
    slow: m.lessontruth_category_slow,
  };
  return names[category]();
}

export function toneOf(category: AdsCategory): (typeof CATEGORY_TONES)[number] {
  return CATEGORY_TONES[ADS_CATEGORIES.indexOf(category)]!;
}
