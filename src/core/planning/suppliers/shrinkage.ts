// What is left of the best of many. Those that a forecast puts at the top of a list are there partly because it is wrong
// about them (the winner's curse: Capen, Clapp, Campbell 1971). Unseen launches show what large forecasts came to:
// log E[units | forecast] is a line of the log forecast, and a list promises what that line says.

/** How much of what sets forecasts apart came true on unseen launches. */
export interface Shrinkage {
  /** log1p of the forecast units at which `level` holds. */
  readonly centre: number;
  /** What came true there beyond the forecast, on the log scale. */
  readonly level: number;
  /** Share of the difference between two forecasts that came true, at most 1: all of it. */
  readonly slope: number;
  /** Unseen launches that show it. */
  readonly count: number;
}

/** Returns log1p of the units to expect of an article that is chosen for its forecast, log1p(units). */
export function shrunkLog({ centre, level, slope }: Shrinkage, logUnits: number): number {
  return Math.max(0, logUnits + level + (slope - 1) * (logUnits - centre));
}
