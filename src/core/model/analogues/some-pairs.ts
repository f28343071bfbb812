import { seededRandom } from '#core/base/random.ts';

/** Returns all pairs of different items, numbered from 0; where there are more than `most`, as many at random. */
export function somePairs(count: number, most: number): (readonly [number, number])[] {
  if ((count * (count - 1)) / 2 <= most)
    return Array.from({ length: count }, (_, one) => one).flatMap((one) =>
      Array.from({ length: one }, (_none, other) => [one, other] as const),
    );
  const random = seededRandom(1);
  return Array.from({ length: most }, () => {
    const one = Math.floor(random() * count);
    const other = (one + 1 + Math.floor(random() * (count - 1))) % count;
    return [one, other] as const;
  });
}
