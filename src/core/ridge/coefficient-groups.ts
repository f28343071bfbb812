/** Which coefficients share a penalty; the batches' are the group after the last. */
export interface CoefficientGroups {
  readonly count: number;
  /** The first groups are of what every product shares: they begin faint. */
  readonly sharedCount: number;
  /** Per coefficient, [1 + product inputs, basis]. */
  readonly ofCoefficient: Uint16Array;
  /** Per product input, the constant first, and per action column: a coefficient is of the group product × sharedCount + action. */
  readonly ofInput: Uint16Array;
  readonly ofColumn: Uint16Array;
}

/** Groups of coefficients: one for each pair of a group of product inputs and a group of action columns. */
export function pairGroups(
  productGroups: readonly number[],
  actionGroups: readonly number[],
): CoefficientGroups {
  const actionCount = 1 + Math.max(...actionGroups);
  // The constant product input is a group of its own, before the others.
  const products = [0, ...productGroups.map((group) => group + 1)];
  return {
    count: (1 + Math.max(...products)) * actionCount,
    sharedCount: actionCount,
    ofCoefficient: Uint16Array.from(
      products.flatMap((product) => actionGroups.map((action) => product * actionCount + action)),
    ),
    ofInput: Uint16Array.from(products),
    ofColumn: Uint16Array.from(actionGroups),
  };
}

/** The group of every coefficient, those of batches included, which stand behind the others. */
export class GroupSums {
  readonly #groupOf: Float64Array;
  readonly #count: number;

  /** @param size coefficients, those of batches included */
  constructor({ ofCoefficient, count }: CoefficientGroups, size: number) {
    this.#groupOf = new Float64Array(size).fill(count);
    this.#groupOf.set(ofCoefficient);
    this.#count = count + 1;
  }

  /** Per group, the batches' last. */
  of(valueOf: (coefficient: number) => number): Float64Array {
    const sums = new Float64Array(this.#count);
    this.#groupOf.forEach((group, i) => {
      sums[group] = sums[group]! + valueOf(i);
    });
    return sums;
  }

  /** Per coefficient what its group has. */
  spread(ofGroups: Float64Array): Float64Array {
    return this.#groupOf.map((group) => ofGroups[group]!);
  }
}
