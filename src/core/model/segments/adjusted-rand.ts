/**
 * Returns how much two ways of sorting the same things agree (adjusted Rand index, Hubert & Arabie 1985): 1 where they are
 * the same up to names, about 0 for chance. Two that put all into one group agree.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [cells, ofA, ofB] = [
    new Map<string, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  for (let i = 0; i < a.length; i++) {
    count(cells, `${a[i]} ${b[i]}`);
    count(ofA, a[i]!);
    count(ofB, b[i]!);
  }
  const [both, inA, inB] = [pairsIn(cells), pairsIn(ofA), pairsIn(ofB)];
  const expected = (inA * inB) / pairs(a.length);
  const most = (inA + inB) / 2;
  return most === expected || a.length < 2 ? 1 : (both - expected) / (most - expected);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function pairsIn(counts: ReadonlyMap<unknown, number>): number {
  let total = 0;
  for (const size of counts.values()) total += pairs(size);
  return total;
}

function pairs(size: number): number {
  return (size * (size - 1)) / 2;
}
