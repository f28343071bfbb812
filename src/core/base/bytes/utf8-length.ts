// Checks which bytes are UTF-8: https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506 (table 3-7).

/**
 * Returns the length of the character that begins at `at`, in bytes. Returns 0 if none begins there or it is cut off.
 */
export function utf8Length(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = lengthAfter(first);
  if (length === 0 || at + length > end) return 0;
  if (!isSecond(first, bytes[at + 1]!)) return 0;
  for (let i = at + 2; i < at + length; i++) if ((bytes[i]! & 0xc0) !== 0x80) return 0;
  return length;
}

const ENOUGH = 1_000;
/** In other encodings, hardly any character beyond ASCII is UTF-8 by chance. */
const MOST_BY_CHANCE = 4;

/** Counts, part by part, how much of a text beyond ASCII is UTF-8. */
export class Utf8Tally {
  #characters = 0;
  #strays = 0;

  add(bytes: Uint8Array): void {
    // Characters cut off at either end of a part do not count.
    let at = 0;
    while (at < 3 && (bytes[at]! & 0xc0) === 0x80) at += 1;
    for (const end = bytes.length; at < end && !this.isEnough;) {
      const length = utf8Length(bytes, at, end);
      if (length > 1) this.#characters += 1;
      else if (length === 0 && end - at >= 4) this.#strays += 1;
      at += Math.max(1, length);
    }
  }

  get isEnough(): boolean {
    return this.#characters + this.#strays >= ENOUGH;
  }

  get isNearlyAll(): boolean {
    return this.#characters > MOST_BY_CHANCE * this.#strays;
  }
}

function lengthAfter(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function isSecond(first: number, second: number): boolean {
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return second >= least && second <= most;
}
