import type { Day } from '#core/base/dates.ts';

/** Where one product is in a calendar. */
export interface Placement {
  readonly productId: string;
  readonly week: Day;
  /** null where the history has none; the same for ad spend. */
  readonly channel: string | null;
  readonly adSpend: number | null;
  readonly stockUnits: number;
}
