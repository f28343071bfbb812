// Invented shops in which the truth about ads is known. One seller advertises what sells anyway, another tosses a coin.

import { seededRandom, type Random } from '#core/base/random.ts';
import { normalQuantile } from '#core/base/statistics/normal-distribution.ts';

/** Categories by how well they sell, whatever is done. */
export const ADS_CATEGORIES = ['hot', 'usual', 'slow'] as const;
export type AdsCategory = (typeof ADS_CATEGORIES)[number];

export interface AdsLaunch {
  readonly category: AdsCategory;
  /** Whether it is launched in the season in which most is bought. */
  readonly isInSeason: boolean;
  /** Ad spend, money. */
  readonly adSpend: number;
  readonly units: number;
}

export interface AdsShop {
  /** What a doubled ad spend truly does to units: 0.15 adds 15%. */
  readonly trueEffect: number;
  /** seller: more for what sells anyway. coin: little or much, by chance. */
  readonly chosenBy: 'seller' | 'coin';
}

export const AD_SPENDS = { min: 25, max: 800, usual: 100 } as const;

/**
 * The shop that the lesson shows. An 80% range is wrong in one of five shops; in this one, those of all comparisons that
 * can be right are.
 */
export const ADS_SEED = 30;

const HEAT: Readonly<Record<AdsCategory, number>> = { hot: 0.65, usual: 0, slow: -0.65 };
const SEASON = 0.25;
/** Standard deviation of log(units) that nobody can foresee. */
const CHANCE = 0.28;

export function adsShop(
  { trueEffect, chosenBy }: AdsShop,
  seed: number,
  count: number,
): AdsLaunch[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const category = ADS_CATEGORIES[Math.floor(random() * ADS_CATEGORIES.length)]!;
    const isInSeason = random() < 0.5;
    const heat = HEAT[category] + (isInSeason ? SEASON : -SEASON);
    const doublings = chosenBy === 'coin' ? byCoin(random) : bySeller(heat, random);
    const adSpend = Math.round(
      Math.min(AD_SPENDS.max, Math.max(AD_SPENDS.min, AD_SPENDS.usual * 2 ** doublings)),
    );
    const ofAds = Math.log1p(trueEffect) * Math.log2(adSpend / AD_SPENDS.usual);
    const logUnits = 4.1 + heat + ofAds + CHANCE * normalQuantile(random());
    return { category, isInSeason, adSpend, units: Math.max(1, Math.round(Math.exp(logUnits))) };
  });
}

/** A coin between little and much; the bill is never exact. */
function byCoin(random: Random): number {
  return (random() < 0.5 ? -1 : 1) + 0.25 * normalQuantile(random());
}

function bySeller(heat: number, random: Random): number {
  return 1.3 * heat + 0.6 * normalQuantile(random());
}
