/**
 * Returns how alike two titles are written, 0–1: one less the edits from one to the other (Levenshtein 1966), as a share
 * of the longer one's characters. Capitals count as small letters.
 */
export function letterSimilarity(a: string, b: string): number {
  const [from, to] = [a, b].map((text) => Array.from(text.trim().toLowerCase()));
  const longer = Math.max(from!.length, to!.length);
  return longer === 0 ? 1 : 1 - edits(from!, to!) / longer;
}

/** Returns the fewest insertions, deletions and replacements of a character. */
function edits(from: readonly string[], to: readonly string[]): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  from.forEach((character, i) => {
    const next = [i + 1];
    to.forEach((other, j) => {
      const replaced = row[j]! + Number(character !== other);
      next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
    });
    row = next;
  });
  return row[to.length]!;
}
