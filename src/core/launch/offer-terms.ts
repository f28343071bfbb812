export interface PromotionTerms {
  readonly name: string;
  /** Share of the price that the promotion takes off, 0–1. */
  readonly depth: number;
}

export interface ChannelTerms {
  readonly name: string;
  /** Share of the sale price that the channel keeps, 0–1. */
  readonly fee: number;
}
