// One launch, week by week: what is asked for is known, what a policy orders at the end of a week is there after the next one.

export interface PlayedLaunch {
  /** Pieces by week since launch. */
  readonly asked: readonly number[];
  readonly firstStock: number;
  readonly forecastLog: number;
  readonly price: number;
}

/** What a seller sees at the end of a week. */
export interface SeenWeek {
  /** From 1. */
  readonly week: number;
  readonly soldUnits: number;
  readonly soldLastWeek: number;
  /** Nobody sees it where nothing was left. */
  readonly askedLastWeek: number;
  /** Of that week in which something was there to sell, 0–1. */
  readonly inStockLastWeek: number;
  readonly daysWithoutStock: number;
  readonly stockLeft: number;
  readonly onOrder: number;
}

export type Policy = (seen: SeenWeek, launch: PlayedLaunch) => number;

const LEAD_WEEKS = 1;

/** The first week is the same whatever is ordered: what is missed counts from the second on. */
export function playLaunch(
  launch: PlayedLaunch,
  policy: Policy,
): { readonly unmet: number; readonly left: number } {
  let [stock, coming, sold, unmet, daysWithout] = [launch.firstStock, 0, 0, 0, 0];
  const ordered: number[] = [];
  launch.asked.forEach((asked, index) => {
    stock += coming;
    const soldNow = Math.min(asked, stock);
    stock -= soldNow;
    sold += soldNow;
    // Buyers come evenly over the week.
    const inStock = asked > soldNow ? soldNow / asked : 1;
    daysWithout += 7 * (1 - inStock);
    if (index > 0) unmet += asked - soldNow;
    coming = ordered[index - 1] ?? 0;
    const comesInTime = index + 1 + LEAD_WEEKS < launch.asked.length;
    ordered[index] = comesInTime
      ? policy(
          {
            ...{ week: index + 1, soldUnits: sold, soldLastWeek: soldNow, askedLastWeek: asked },
            inStockLastWeek: inStock,
            ...{ daysWithoutStock: daysWithout, stockLeft: stock, onOrder: coming },
          },
          launch,
        )
      : 0;
  });
  return { unmet, left: stock + coming };
}
