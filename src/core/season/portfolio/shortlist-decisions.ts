import { USUAL_PORTFOLIO_LIMITS, type PortfolioLimits } from './portfolio-limits.ts';

/** What the seller decided about a shortlist. */
export interface ShortlistDecisions {
  readonly limits: PortfolioLimits;
  /** IDs of the articles that the seller would pick, to compare with. */
  readonly picked: readonly string[];
}

/** Before the seller decides anything. */
export const NO_DECISIONS: ShortlistDecisions = { limits: USUAL_PORTFOLIO_LIMITS, picked: [] };
