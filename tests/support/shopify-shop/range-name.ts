const FIRST = ['Bel', 'Cor', 'Dal', 'Fen', 'Gil', 'Hol', 'Kes', 'Lor', 'Mar', 'Nor'] as const;
const SECOND = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'in', 'on', 'un'] as const;
const THIRD = ['by', 'dale', 'fold', 'gate', 'ham', 'ley', 'mere', 'stow', 'ton', 'wick'] as const;

/** Returns the name that all products of a shop share. It differs for each seed below 1,000. */
export function rangeName(seed: number): string {
  const [a, b, c] = [seed, seed / 10, seed / 100].map((part) => Math.floor(part) % 10);
  return `${FIRST[a!]}${SECOND[b!]}${THIRD[c!]}`;
}
