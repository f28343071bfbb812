import type { Day } from '../dates.ts';

/** What came of a launch over its horizon, as far as it was said. null: not said. */
export interface ActualFacts {
  readonly units: number;
  /** Money over the horizon. */
  readonly revenue: number | null;
  readonly adSpend: number | null;
  /** The day on which it really went on sale. */
  readonly launchDay: Day | null;
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Money a unit that buyers paid, promotion included. */
  readonly salePrice: number | null;
  /** Units that were on hand. */
  readonly firstStock: number | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly orders: number | null;
  readonly returns: number | null;
  readonly rating: number | null;
}

export interface Actual extends ActualFacts {
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  /** The name of the file; null where it was entered by hand. */
  readonly source: string | null;
  /** Told before the horizon was over: a figure so far, which judges nothing. */
  readonly isEarly: boolean;
}

const NOTHING_SAID: Omit<ActualFacts, 'units'> = {
  ...{ revenue: null, adSpend: null, launchDay: null, channel: null, promotion: null },
  ...{ salePrice: null, firstStock: null, impressions: null, clicks: null, orders: null },
  ...{ returns: null, rating: null },
};

export function factsOf(said: Pick<ActualFacts, 'units'> & Partial<ActualFacts>): ActualFacts {
  return { ...NOTHING_SAID, ...said };
}

export function isSameFacts(a: ActualFacts, b: ActualFacts): boolean {
  const names = ['units', ...Object.keys(NOTHING_SAID)] as (keyof ActualFacts)[];
  return names.every((name) => a[name] === b[name]);
}
