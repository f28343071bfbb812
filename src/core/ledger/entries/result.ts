import type { Day } from '#core/base/dates.ts';

/** The result of a launch over its horizon. null: not stated. */
export interface ResultFacts {
  readonly units: number;
  /** Money over the horizon. */
  readonly revenue: number | null;
  readonly adSpend: number | null;
  /** First day on sale in fact. */
  readonly launchDay: Day | null;
  readonly channel: string | null;
  readonly promotion: string | null;
  /** Money per unit that buyers paid, promotion included. */
  readonly salePrice: number | null;
  /** Units on hand at launch. */
  readonly firstStock: number | null;
  readonly impressions: number | null;
  readonly clicks: number | null;
  readonly orders: number | null;
  readonly returns: number | null;
  readonly rating: number | null;
}

export interface LaunchResult extends ResultFacts {
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  /** Name of the file; null where it was entered by hand. */
  readonly source: string | null;
  /** Whether it was stated before the horizon was over: a preliminary figure, not used for evaluation. */
  readonly isEarly: boolean;
}

const NOTHING_SAID: Omit<ResultFacts, 'units'> = {
  ...{ revenue: null, adSpend: null, launchDay: null, channel: null, promotion: null },
  ...{ salePrice: null, firstStock: null, impressions: null, clicks: null, orders: null },
  ...{ returns: null, rating: null },
};

/** Returns complete facts, with null for those that are not given. */
export function resultFacts(said: Pick<ResultFacts, 'units'> & Partial<ResultFacts>): ResultFacts {
  return { ...NOTHING_SAID, ...said };
}

export function isSameFacts(a: ResultFacts, b: ResultFacts): boolean {
  const names = ['units', ...Object.keys(NOTHING_SAID)] as (keyof ResultFacts)[];
  return names.every((name) => a[name] === b[name]);
}
