// What each of a few players adds to a game, fairly shared: the mean of what it adds over all orders in which they may join
// (Shapley 1953). Exact, from the value of every coalition.

/**
 * values[mask]: of the coalition whose players are the bits of the mask, so that there are 2^players of them.
 * The shares add up to the value of all players less that of none.
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

/** By the number of players already there, in what share of all orders exactly these come before the one who joins. */
function joiningWeights(players: number): number[] {
  const weights: number[] = [];
  let ways = 1; // of choosing those before from all but the one who joins
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
