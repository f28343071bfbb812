/** Revenue and margin per unit sold, loss per leftover unit, and the fixed cost of the launch. */
export interface UnitMoney {
  readonly revenue: number;
  readonly margin: number;
  readonly leftover: number;
  readonly fixedCost: number;
}

/** The same for storage and display; null where not known. */
export type KnownMoney = Readonly<Record<keyof UnitMoney, number | null>>;

/** Replaces values that are not finite by null. */
export function knownMoney({ revenue, margin, leftover, fixedCost }: UnitMoney): KnownMoney {
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    revenue: known(revenue),
    margin: known(margin),
    leftover: known(leftover),
    fixedCost: known(fixedCost),
  };
}
