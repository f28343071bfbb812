// Solves a ridge with fewer rows than coefficients in its dual or kernel form (Saunders, Gammerman and Vovk 1998),
// exactly:
//   w = Λ⁻¹ Xᵀ M y,  M = (K + W⁻¹)⁻¹ = W½ (I + W½ K W½)⁻¹ W½,  K = X Λ⁻¹ Xᵀ.
// K is a sum over the groups of coefficients. Each group pairs product inputs with action columns: its term multiplies
// the inner products of two launches over both, and divides by the penalty. Only penalties and precisions change from
// round to round.

import { GroupSums, type CoefficientGroups } from './coefficient-groups.ts';
import { Interactions } from './interactions.ts';
import type { PenalisedSystem, RidgeSolver, UnderPenalties } from './penalised-system.ts';
import type { RidgeRows } from './ridge-rows.ts';
import { invert, pairsOf, pairTimes, type Pairs } from './symmetric.ts';

export class FewRows implements RidgeSolver {
  readonly sizes: Float64Array;
  readonly #inputs: Interactions;
  readonly #groups: GroupSums;
  /** Inner products of every two rows over each group of product inputs, and over each group of action columns. */
  readonly #products: readonly Pairs[];
  readonly #actions: readonly Pairs[];
  /** 1 where two rows are of one batch, else 0. */
  readonly #batches: Pairs;

  constructor({ x, phi, batch, weight }: RidgeRows, groups: CoefficientGroups) {
    const rowCount = batch.length;
    this.#inputs = new Interactions(x, phi, batch);
    this.#groups = new GroupSums(groups, this.#inputs.size);
    const spoken = this.#inputs.squares(weight);
    this.sizes = this.#groups.of((i) => (spoken[i]! > 0 ? 1 : 0));
    const [, ...ofInputs] = groups.ofInput;
    const [, ...products] = sharedByGroup(x, { rowCount, groupOf: ofInputs });
    // The constant product input is a group of its own and is not stored.
    this.#products = [pairsOf(rowCount, () => 1), ...products];
    this.#actions = sharedByGroup(phi, { rowCount, groupOf: [...groups.ofColumn] });
    this.#batches = pairsOf(rowCount, (i, j) => Number(batch[i] === batch[j]));
  }

  under({ penalties, precision }: UnderPenalties): PenalisedSystem {
    let inverse: Pairs | null = null;
    const opened = () => (inverse ??= this.#inverse({ penalties, precision }));
    const inputs = this.#inputs;
    const groups = this.#groups;
    const learnt = () => this.#learnt(opened(), penalties);
    return {
      *coefficients(target) {
        const pull = inputs.gather(pairTimes(opened(), target));
        yield;
        const ofCoefficient = groups.spread(penalties);
        return pull.map((value, i) => value / ofCoefficient[i]!);
      },
      *learntByGroup() {
        const found = learnt();
        yield;
        return found;
      },
    };
  }

  squareLengths(coefficients: Float64Array): Float64Array {
    return this.#groups.of((i) => coefficients[i]! ** 2);
  }

  times(coefficients: Float64Array): Float64Array {
    return this.#inputs.times(coefficients);
  }

  /** Returns M. */
  #inverse({ penalties, precision }: UnderPenalties): Pairs {
    const rowCount = precision.length;
    const roots = precision.map(Math.sqrt);
    const kernel = this.#batches.map((same) => same / penalties.at(-1)!);
    this.#products.forEach((product, p) => {
      this.#spokenOf(p).forEach(({ action, group }) => {
        const share = 1 / penalties[group]!;
        for (let k = 0; k < kernel.length; k++)
          kernel[k] = kernel[k]! + share * product[k]! * action[k]!;
      });
    });
    const scaled = (matrix: Pairs, own: number) =>
      pairsOf(rowCount, (i, j, at) => roots[i]! * roots[j]! * matrix[at]! + (i === j ? own : 0));
    return scaled(invert(scaled(kernel, 1), rowCount), 0);
  }

  /** Returns for each group g the trace of M X_g X_gᵀ, divided by the penalty. */
  #learnt(inverse: Pairs, penalties: Float64Array): Float64Array {
    // Every pair counts twice, except a row with itself.
    const twice = inverse.map((value) => 2 * value);
    for (let row = 0, at = 0; at < twice.length; row++, at += row + 1) twice[at] = inverse[at]!;
    const learnt = new Float64Array(penalties.length);
    learnt[learnt.length - 1] = dot(twice, this.#batches) / penalties.at(-1)!;
    this.#products.forEach((product, p) => {
      const own = twice.map((value, k) => value * product[k]!);
      this.#spokenOf(p).forEach(({ action, group }) => {
        learnt[group] = Math.min(this.sizes[group]!, dot(own, action) / penalties[group]!);
      });
    });
    return learnt;
  }

  /** Returns those groups of coefficients, of one group of product inputs, that any launch has inputs for. */
  #spokenOf(product: number) {
    const first = product * this.#actions.length;
    return this.#actions
      .map((action, a) => ({ action, group: first + a }))
      .filter(({ group }) => this.sizes[group]! > 0);
  }
}

/** Computes two sums, which need not wait for each other. */
function dot(a: Pairs, b: Pairs): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < a.length; k += 2) {
    even += a[k]! * b[k]!;
    odd += a[k + 1]! * b[k + 1]!;
  }
  if (k < a.length) even += a[k]! * b[k]!;
  return even + odd;
}

/**
 * Returns, for each group of columns, the inner products of every two rows.
 * @param values [rows, columns], row-major
 * @param groupOf the group of each column
 */
function sharedByGroup(
  values: Float32Array,
  { rowCount, groupOf }: { readonly rowCount: number; readonly groupOf: readonly number[] },
): Pairs[] {
  const columns = groupOf.length;
  const shared = Array.from({ length: 1 + Math.max(0, ...groupOf) }, () =>
    pairsOf(rowCount, () => 0),
  );
  groupOf.forEach((group, column) => {
    const own = Float64Array.from(
      { length: rowCount },
      (_, row) => values[row * columns + column]!,
    );
    const sums = shared[group]!;
    for (let i = 0, at = 0; i < rowCount; i++) {
      const value = own[i]!;
      if (value === 0) at += i + 1;
      else for (let j = 0; j <= i; j++, at++) sums[at] = sums[at]! + value * own[j]!;
    }
  });
  return shared;
}
