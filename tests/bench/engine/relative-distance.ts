/** Returns ‖a − b‖ / ‖b‖. */
export function relativeDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [difference, whole] = [0, 0];
  Array.from(b).forEach((value, i) => {
    difference += (a[i]! - value) ** 2;
    whole += value ** 2;
  });
  return Math.sqrt(difference / whole);
}
