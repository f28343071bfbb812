// Whether an article can be chosen: what the shop knows of such products, and what it would earn.

import type { OutcomeRange } from '../plan/launch-plan.ts';
import { verdictOf } from '../plan/launch-verdict.ts';
import type { ArticleVerdict } from './shortlist.ts';

/** What the shop knows of such products. */
export interface Familiarity {
  /** Whether the shop has launched such a category, or knows its niche; true where the history has no categories. */
  readonly isCategoryKnown: boolean;
  /** Whether a past launch is more alike than launches taken at random. */
  readonly hasSimilar: boolean;
  /** Whether the price lies within twice the prices of past launches; true where either is not known. */
  readonly isPriceKnown: boolean;
}

export interface ArticleOutcome {
  /** null where money is not known; the same for the loss. */
  readonly profit: OutcomeRange | null;
  /** Chance of a loss, 0–1. */
  readonly loss: number | null;
  /** Whether some offer has a positive margin; true where costs are not known. */
  readonly canEarn: boolean;
  /** Expected profit if any number of units could be ordered; null where money is not known. */
  readonly unboundProfit: number | null;
}

/** Returns how far an article lies from what the shop knows. */
export function familiarity({
  isCategoryKnown,
  hasSimilar,
  isPriceKnown,
}: Familiarity): 'known' | 'learn' | 'outside' {
  if (!isPriceKnown || (!isCategoryKnown && !hasSimilar)) return 'outside';
  return isCategoryKnown && hasSimilar ? 'known' : 'learn';
}

/** Returns the verdict on an article that can arrive in time and does not lie outside. */
export function articleVerdict(
  { profit, loss, canEarn, unboundProfit }: ArticleOutcome,
  known: 'known' | 'learn',
): ArticleVerdict {
  const { kind } = verdictOf({ outcome: { profit }, odds: { loss } }, canEarn);
  if (kind === 'negative-margin') return kind;
  if (kind === 'loses-money' || kind === 'loss-likely')
    return unboundProfit !== null && unboundProfit > 0 && kind === 'loses-money'
      ? 'minimum-too-high'
      : kind;
  return known === 'learn' ? 'learn' : 'launch';
}
