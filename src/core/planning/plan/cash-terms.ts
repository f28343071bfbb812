/** When stock is paid and when channels pay out; the same for all products. */
export interface CashTerms {
  /**
   * Share of the stock's cost that is paid when it is ordered, 0–1; the balance is paid on the launch day. Without a
   * lead time, all of it is paid on the launch day.
   */
  readonly depositShare: number;
  /** Days from the end of a week until its sales are paid out. */
  readonly payoutDays: number;
}

/** Defaults: 30% in advance is the commonest term of manufacturers, and marketplaces settle every two weeks. */
export const USUAL_CASH_TERMS: CashTerms = { depositShare: 0.3, payoutDays: 14 };

/** Returns whether a name is one of the cash terms. */
export function isCashNumber(name: string): name is keyof CashTerms {
  return Object.hasOwn(USUAL_CASH_TERMS, name);
}

/** Returns the terms of an aim; those stored before cash terms existed have the defaults. */
export function cashTermsOf({ cash }: { readonly cash?: CashTerms }): CashTerms {
  return cash ?? USUAL_CASH_TERMS;
}
