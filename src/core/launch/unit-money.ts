/** Money that one unit sold brings in and leaves, what one left over loses, and what the launch costs whatever is sold. */
export interface UnitMoney {
  readonly revenue: number;
  readonly margin: number;
  readonly leftover: number;
  readonly fixedCost: number;
}

/** The same where it is stored and told: null for what prices and costs do not say. */
export type KnownMoney = Readonly<Record<keyof UnitMoney, number | null>>;

export function knownMoney({ revenue, margin, leftover, fixedCost }: UnitMoney): KnownMoney {
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    revenue: known(revenue),
    margin: known(margin),
    leftover: known(leftover),
    fixedCost: known(fixedCost),
  };
}
