// Shapley values (Shapley 1953): the mean of what each player adds over all orders in which players may join. Exact,
// from the value of every coalition.

/**
 * Returns the share of each player; the shares add up to the value of all players less that of none.
 * @param values [2^players]: values[mask] is that of the coalition whose players are the bits of the mask
 * @throws Error where the length is not a power of two
 */
export function shapleyValues(values: ArrayLike<number>): Float64Array {
  const players = Math.log2(values.length);
  if (!Number.isInteger(players)) {
    throw new Error(`expected a value for each coalition, a power of two, got ${values.length}`);
  }
  const weights = joiningWeights(players);
  const shares = new Float64Array(players);
  for (let mask = 0; mask < values.length; mask++) {
    const weight = weights[playersIn(mask)]!;
    for (let player = 0; player < players; player++) {
      const joined = mask | (1 << player);
      if (joined === mask) continue;
      shares[player] = shares[player]! + weight * (values[joined]! - values[mask]!);
    }
  }
  return shares;
}

/**
 * Returns, by the number of earlier players, the share of all orders in which exactly these come before the joining
 * one.
 */
function joiningWeights(players: number): number[] {
  const weights: number[] = [];
  let ways = 1; // ways to choose the earlier players from all but the joining one
  for (let before = 0; before < players; before++) {
    weights.push(1 / (players * ways));
    ways = (ways * (players - 1 - before)) / (before + 1);
  }
  return weights;
}

function playersIn(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left &= left - 1) count++;
  return count;
}
