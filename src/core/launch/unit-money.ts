/** Money that one unit sold brings in and leaves, what one left over loses, and what the launch costs whatever is sold. */
export interface UnitMoney {
  readonly revenue: number;
  readonly margin: number;
  readonly leftover: number;
  readonly fixedCost: number;
}
