/** Demand that goes on after the horizon. */
export interface LaterSales {
  /** As a multiple of demand within the horizon. */
  readonly share: number;
  /** Money per unit for holding it longer than one sold within the horizon. */
  readonly holding: number;
}

/** Revenue and margin per unit sold, loss per leftover unit, and the fixed cost of the launch. */
export interface UnitMoney {
  /** Without VAT. */
  readonly revenue: number;
  readonly margin: number;
  readonly leftover: number;
  readonly fixedCost: number;
  /** Absent where nothing is sold after the horizon. */
  readonly later?: LaterSales;
  /** Share of the returned units that keep the value of a leftover unit, 0–1. Absent: all. */
  readonly resaleableShare?: number;
  /** Share of the revenue that a result states that is VAT, 0–1. Absent: none, as where prices are without VAT. */
  readonly vatShare?: number;
}

type Amount = 'revenue' | 'margin' | 'leftover' | 'fixedCost';

/** The same for storage and display; null where not known. */
export type KnownMoney = Readonly<Record<Amount, number | null>> &
  Pick<UnitMoney, 'later' | 'resaleableShare' | 'vatShare'>;

/** Replaces values that are not finite by null. */
export function knownMoney(money: UnitMoney): KnownMoney {
  const { revenue, margin, leftover, fixedCost, later, resaleableShare, vatShare } = money;
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    revenue: known(revenue),
    margin: known(margin),
    leftover: known(leftover),
    fixedCost: known(fixedCost),
    // Where holding is not known, neither is the margin: only revenue counts later sales.
    ...(later && { later: { ...later, holding: known(later.holding) ?? 0 } }),
    ...(resaleableShare !== undefined && { resaleableShare }),
    ...(vatShare !== undefined && { vatShare }),
  };
}

/** Returns money for calculation: NaN where not known. Where only the loss of a leftover unit is not, none is counted. */
export function unitMoney(known: Partial<KnownMoney>): UnitMoney {
  const { revenue, margin, leftover, fixedCost } = known;
  return {
    ...known,
    revenue: revenue ?? NaN,
    margin: margin ?? NaN,
    leftover: leftover ?? 0,
    fixedCost: fixedCost ?? NaN,
  };
}
