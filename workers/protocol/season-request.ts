import type { HeldBackShares } from '#core/season/offers/beside-stock.ts';
import type { PortfolioLimits } from '#core/season/portfolio/portfolio-limits.ts';
import type { SeasonLimits } from '#core/season/offers/season-limits.ts';
import type { Placement } from '#core/season/offers/placement.ts';

export interface SeasonRequest {
  readonly datasetId: number;
  readonly limits: SeasonLimits;
  /** Share of each product's units that similar stock on hand takes; undefined: none. */
  readonly heldBack?: HeldBackShares;
  /** Calendar to begin with, where it fits; null: none. */
  readonly start: readonly Placement[] | null;
  /** Optimality gap that is good enough, as a share of what the season is worth. */
  readonly gap: number;
  readonly seconds: number;
}

export interface PortfolioRequest {
  readonly datasetId: number;
  readonly limits: PortfolioLimits;
  /** Optimality gap that is good enough, as a share of what is expected. */
  readonly gap: number;
  readonly seconds: number;
}
