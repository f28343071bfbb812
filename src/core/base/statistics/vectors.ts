// Products of dense vectors that lie in larger arrays. Four at a time, which halves the time: a single sum would wait
// for itself.

/** Returns the dot product of two parts of `length` numbers, which begin at `atA` and `atB`. */
export function dot(
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  length: number,
): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    first += a[atA + k]! * b[atB + k]!;
    second += a[atA + k + 1]! * b[atB + k + 1]!;
    third += a[atA + k + 2]! * b[atB + k + 2]!;
    fourth += a[atA + k + 3]! * b[atB + k + 3]!;
  }
  for (; k < length; k++) first += a[atA + k]! * b[atB + k]!;
  return first + second + third + fourth;
}

/** Adds a multiple of the terms, which begin at `atTerms`, to the `length` sums that begin at `atSums`. */
export function addScaled(
  sums: Float64Array,
  atSums: number,
  factor: number,
  terms: Float64Array,
  atTerms: number,
  length: number,
): void {
  let k = 0;
  for (; k + 3 < length; k += 4) {
    sums[atSums + k]! += factor * terms[atTerms + k]!;
    sums[atSums + k + 1]! += factor * terms[atTerms + k + 1]!;
    sums[atSums + k + 2]! += factor * terms[atTerms + k + 2]!;
    sums[atSums + k + 3]! += factor * terms[atTerms + k + 3]!;
  }
  for (; k < length; k++) sums[atSums + k]! += factor * terms[atTerms + k]!;
}
