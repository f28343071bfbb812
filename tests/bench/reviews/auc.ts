/**
 * Returns the chance that a positive case has the higher score than a negative one (area under the ROC curve); ties
 * count half. NaN without both kinds.
 */
export function areaUnderRoc(scores: ArrayLike<number>, isPositive: readonly boolean[]): number {
  const order = [...isPositive.keys()].sort((a, b) => scores[a]! - scores[b]!);
  let [positives, sum] = [0, 0];
  for (let i = 0; i < order.length;) {
    let j = i;
    while (j < order.length && scores[order[j]!] === scores[order[i]!]) j++;
    const rank = (i + 1 + j) / 2;
    for (; i < j; i++) {
      if (!isPositive[order[i]!]) continue;
      positives++;
      sum += rank;
    }
  }
  const pairs = positives * (order.length - positives);
  return pairs > 0 ? (sum - (positives * (positives + 1)) / 2) / pairs : NaN;
}
