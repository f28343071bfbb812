// Groups texts that say the same in the same or nearly the same words, in time linear in their total length.

/** Shorter texts, such as "Great product!", are the same by chance. Chinese says more in a character. */
const LEAST_LENGTH = 24;
const LENGTH_OF_HAN = 2.5;
/** Texts with fewer shingles must be equal to be the same. */
const LEAST_SHINGLES = 12;
/** Least share of the shingles of both that two nearly equal texts have in common. */
const LEAST_SHARED = 0.7;
const WORDS_A_SHINGLE = 3;

/**
 * MinHash with 4 bands of 3 rows (Broder 1997): texts that share .8 of their shingles meet in a band with probability
 * 1 - (1 - .8³)⁴ = .94, those that share .9 with .995. What meets is compared.
 */
const BANDS = 4;
const ROWS = 3;

/** Returns for each text the index of the first text of its group: its own where no earlier text is the same. */
export function groupSameTexts(texts: readonly string[]): Int32Array {
  const firstOf = Int32Array.from(texts, (_, i) => i);
  const byText = new Map<string, number>();
  const near = new NearTexts();
  for (const [i, text] of texts.entries()) {
    const key = sameKey(text);
    if (lengthOf(key) < LEAST_LENGTH) continue;
    const equal = byText.get(key);
    if (equal === undefined) {
      firstOf[i] = near.firstLike(key, i);
      byText.set(key, firstOf[i]);
    } else firstOf[i] = equal;
  }
  return firstOf;
}

class NearTexts {
  /** First text of each value of each band. */
  readonly #bands: readonly Map<number, number>[] = Array.from({ length: BANDS }, () => new Map());
  readonly #shinglesOf = new Map<number, ReadonlySet<number>>();

  /** Returns the first text that is nearly the same; the text itself where there is none. */
  firstLike(key: string, index: number): number {
    const shingles = shinglesOf(key);
    if (shingles.size < LEAST_SHINGLES) return index;
    const values = bandValues(shingles);
    const like = values
      .map((value, band) => this.#bands[band]!.get(value))
      .find((other) => other !== undefined && areNear(shingles, this.#shinglesOf.get(other)!));
    if (like !== undefined) return like;
    for (const [band, value] of values.entries()) {
      if (!this.#bands[band]!.has(value)) this.#bands[band]!.set(value, index);
    }
    this.#shinglesOf.set(index, shingles);
    return index;
  }
}

function sameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function lengthOf(key: string): number {
  const han = key.match(/\p{Script=Han}/gu)?.length ?? 0;
  return key.length + (LENGTH_OF_HAN - 1) * han;
}

/** Hashes of each run of three words; a Chinese character counts as a word. */
function shinglesOf(key: string): ReadonlySet<number> {
  const parts = key.match(/\p{Script=Han}|[^\p{Script=Han}\s]+/gu) ?? [];
  const hashes = parts.map(hashOf);
  const shingles = new Set<number>();
  for (let i = 0; i + WORDS_A_SHINGLE <= hashes.length; i++) {
    shingles.add(mixed(mixed(hashes[i]!, hashes[i + 1]!), hashes[i + 2]!));
  }
  return shingles;
}

function bandValues(shingles: ReadonlySet<number>): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xff_ff_ff_ff);
  for (const shingle of shingles) {
    for (let row = 0; row < least.length; row++) {
      const hash = mixed(shingle, row + 1);
      if (hash < least[row]!) least[row] = hash;
    }
  }
  return Array.from({ length: BANDS }, (_, band) =>
    least.subarray(band * ROWS, (band + 1) * ROWS).reduce(mixed),
  );
}

/** Jaccard similarity of at least LEAST_SHARED. */
function areNear(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared++;
  return shared >= LEAST_SHARED * (a.size + b.size - shared);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93);
  return hash >>> 0;
}

/** Mixes two numbers of 32 bits with the finaliser of MurmurHash3. */
function mixed(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e_37_79_b1), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
