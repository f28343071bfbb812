import type { AskedLaunch } from './forecast-returning.ts';

/** For which launch buyers are listed. */
export interface WantedBuyers {
  readonly launch: AskedLaunch;
  /** Most buyers on the list. */
  readonly mostBuyers: number;
}

/** A list for the seller's own file. It is stored nowhere else. */
export interface BuyerList {
  /** CSV: what tells the buyer apart, as the export has it, and the chance to buy, most likely first. */
  readonly csv: string;
  readonly buyerCount: number;
}
