// Codes a part of a column as it is read: each distinct text once, as bytes, and one code per row.

import { LOST } from './lost-text.ts';

/** Most rows of a part: codes of two bytes distinguish this many texts. */
export const CODER_ROWS = 65_536;

/** One part of a column, of at most CODER_ROWS rows. */
export interface CodedPart {
  /** Length of each text, in UTF-8 bytes. */
  readonly lengths: Uint32Array;
  /** All texts, concatenated. */
  readonly bytes: Uint8Array;
  readonly codes: Uint16Array;
}

/** Encodes text as UTF-8. */
export type EncodeText = (text: string) => Uint8Array;

/** Memory of a text in addition to its letters: its places in the map and among the hashes. */
export const TEXT_BYTES = 96;

/** FNV-1a hash, 32 bits. */
const HASH_START = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

/** Builds coded parts of one column. */
export class TextCoder {
  readonly #encode: EncodeText;
  /** Codes by text. */
  #codeOf = new Map<string, number>();
  /** Hashes and shapes by code. */
  #hashes: number[] = [];
  #shapes: number[] = [];
  /** Codes of texts with undecodable bytes. There are hardly ever any. */
  #lost: Set<number> | null = null;
  /** The last cell's text and code. Neighbouring rows often share a text. */
  #text = '';
  #code = -1;
  readonly #codes = new Uint16Array(CODER_ROWS);
  #rowCount = 0;

  constructor(encode: EncodeText) {
    this.#encode = encode;
  }

  /** Adds a row's cell. Returns whether its text is new to the part. */
  push(text: string): boolean {
    const textCount = this.#hashes.length;
    if (text !== this.#text || this.#code < 0) {
      this.#code = this.#codeOf.get(text) ?? this.#add(text);
      this.#text = text;
    }
    this.#codes[this.#rowCount++] = this.#code;
    return this.#hashes.length > textCount;
  }

  /** Hash of the last cell. */
  get hash(): number {
    return this.#hashes[this.#code]!;
  }

  /** Shape of the last cell. */
  get shape(): number {
    return this.#shapes[this.#code]!;
  }

  /** Whether the last cell has bytes that are not text. */
  get hasLost(): boolean {
    return this.#lost?.has(this.#code) ?? false;
  }

  /** Returns the part that was read and starts a new one. */
  takePart(): CodedPart {
    const texts = [...this.#codeOf.keys()];
    const bytes = this.#encode(texts.join(''));
    const codes = this.#codes.slice(0, this.#rowCount);
    this.#codeOf = new Map();
    this.#hashes = [];
    this.#shapes = [];
    this.#lost = null;
    this.#text = '';
    this.#code = -1;
    this.#rowCount = 0;
    return { lengths: byteLengths(texts, bytes), bytes, codes };
  }

  #add(text: string): number {
    const code = this.#hashes.length;
    this.#codeOf.set(text, code);
    this.#hashes.push(hashOf(text));
    this.#shapes.push(shapeOf(text));
    if (text.includes(LOST)) (this.#lost ??= new Set()).add(code);
    return code;
  }
}

/** Returns a hash of a text, 32 bits. */
export function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), HASH_FACTOR);
  return hash;
}

/** Returns the length and the ends of a text as a number. Two texts with the same hash hardly ever have the same. */
export function shapeOf(text: string): number {
  const ends = (text.charCodeAt(0) << 8) ^ text.charCodeAt(text.length - 1);
  return Math.imul(text.length, 0x85ebca6b) ^ ends;
}

/** Returns the length of each text in bytes. @param bytes all texts, concatenated as UTF-8 */
function byteLengths(texts: readonly string[], bytes: Uint8Array): Uint32Array {
  let at = 0;
  return Uint32Array.from(texts, (text) => {
    const start = at;
    for (let units = 0; units < text.length; units++) {
      const first = bytes[at]!;
      at += first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
      // A character of four bytes takes two units.
      if (first >= 0xf0) units += 1;
    }
    return at - start;
  });
}
