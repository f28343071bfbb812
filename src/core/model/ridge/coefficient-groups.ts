/** Groups of coefficients that share a penalty. The batches' coefficients are one more group, after the last. */
export interface CoefficientGroups {
  readonly count: number;
  /** Number of groups, the first ones, that every product shares: their first penalty is weak. */
  readonly sharedCount: number;
  /** Group of each coefficient, [1 + product inputs, basis]. */
  readonly ofCoefficient: Uint16Array;
  /**
   * Group of each product input, the constant first, and of each action column: a coefficient is in the group product ×
   * sharedCount + action.
   */
  readonly ofInput: Uint16Array;
  readonly ofColumn: Uint16Array;
}

/** Returns one group of coefficients for each pair of a group of product inputs and a group of action columns. */
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

/** Sums and values by group, for all coefficients: those of batches come after the others. */
export class GroupSums {
  readonly #groupOf: Float64Array;
  readonly #count: number;

  /** @param size number of coefficients, those of batches included */
  constructor({ ofCoefficient, count }: CoefficientGroups, size: number) {
    this.#groupOf = new Float64Array(size).fill(count);
    this.#groupOf.set(ofCoefficient);
    this.#count = count + 1;
  }

  /** Returns the sum over each group, the batches' last. */
  of(valueOf: (coefficient: number) => number): Float64Array {
    const sums = new Float64Array(this.#count);
    this.#groupOf.forEach((group, i) => {
      sums[group] = sums[group]! + valueOf(i);
    });
    return sums;
  }

  /** Returns for each coefficient the value of its group. */
  spread(ofGroups: Float64Array): Float64Array {
    return this.#groupOf.map((group) => ofGroups[group]!);
  }
}
