/** Where the money of a launch goes, expected, from what buyers pay to the profit. Costs are negative. */
export interface ProfitParts {
  /** Expected units sold, with those returned and those sold after the horizon. */
  readonly unitsSold: number;
  /** What buyers pay for them, VAT included. */
  readonly paid: number;
  readonly vat: number;
  readonly channelFee: number;
  /** Order fees and shipping. */
  readonly orders: number;
  /** Refunds, the way back, and what returned units lose, less their fees and VAT. */
  readonly returns: number;
  /** Cost of the units sold. */
  readonly unitCost: number;
  /** Storage and capital of the units sold. */
  readonly holding: number;
  readonly adSpend: number;
  /** What units lose that are never sold. */
  readonly leftovers: number;
}

export type ProfitPartName = Exclude<keyof ProfitParts, 'unitsSold'>;

export const PROFIT_PART_NAMES: readonly ProfitPartName[] = [
  'paid',
  'vat',
  'channelFee',
  'orders',
  'returns',
  'unitCost',
  'holding',
  'adSpend',
  'leftovers',
];

/** One step from the price to the profit. */
export interface ProfitStep {
  readonly name: ProfitPartName;
  readonly ofLaunch: number;
  readonly perUnit: number;
}

/** The steps, in order, and the profit that they sum to; per unit sold and for the whole launch. */
export interface UnitWaterfall {
  readonly steps: readonly ProfitStep[];
  readonly profit: Omit<ProfitStep, 'name'>;
}

/** Returns the waterfall from price to profit; null where practically nothing is sold. */
export function unitWaterfall(parts: ProfitParts): UnitWaterfall | null {
  const { unitsSold } = parts;
  if (!(unitsSold > PRACTICALLY_NOTHING)) return null;
  const steps = PROFIT_PART_NAMES.map((name) => ({
    ...{ name, ofLaunch: parts[name], perUnit: parts[name] / unitsSold },
  }));
  const ofLaunch = steps.reduce((all, step) => all + step.ofLaunch, 0);
  return { steps, profit: { ofLaunch, perUnit: ofLaunch / unitsSold } };
}

/** Units below which a share per unit says nothing. */
const PRACTICALLY_NOTHING = 1e-6;
