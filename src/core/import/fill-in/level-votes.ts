import { words } from '#core/base/text/split-words.ts';

/** Least number, and least share, of the comparable launches that must agree. */
const CLEAR = { launches: 3, share: 0.6 } as const;
const MOST_TEACHING = 50_000;

/** Counts levels by group, such as categories by brand. */
export class LevelVotes {
  readonly #counts = new Map<string, Map<string, number>>();

  /** '' is not a group. */
  add(group: string, level: string): void {
    if (group === '') return;
    const counts = this.#counts.get(group) ?? new Map<string, number>();
    counts.set(level, (counts.get(level) ?? 0) + 1);
    this.#counts.set(group, counts);
  }

  /** Returns the level of a group on which enough agree; '' where none is clear. */
  clearLevel(group: string): string {
    let [best, bestCount, all] = ['', 0, 0];
    for (const [level, count] of this.#counts.get(group) ?? []) {
      all += count;
      if (count > bestCount) [best, bestCount] = [level, count];
    }
    return bestCount >= CLEAR.launches && bestCount >= CLEAR.share * all ? best : '';
  }
}

/** Samples a very large table evenly: more rows would only take longer to agree. */
export function* teachingRows(rowCount: number): Generator<number, void> {
  const step = Math.ceil(rowCount / MOST_TEACHING);
  for (let row = 0; row < rowCount; row += step) yield row;
}

/**
 * Returns a function that suggests the level of a title from launches that share a word with it. Where words point to
 * different levels, or none is clear, it returns ''.
 */
export function levelByWords(
  titles: readonly string[],
  levels: readonly string[],
): (title: string) => string {
  const votes = new LevelVotes();
  for (const row of teachingRows(levels.length))
    if (levels[row] !== '') for (const word of words(titles[row]!)) votes.add(word, levels[row]!);
  return (title) => {
    const named = words(title).map((word) => votes.clearLevel(word));
    const clear = new Set(named.filter((level) => level !== ''));
    return clear.size === 1 ? [...clear][0]! : '';
  };
}
