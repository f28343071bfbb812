// Codes a part of a column as it is read: each distinct text once, as bytes, and one code per row. Millions of cells
// are coded without becoming strings.

import { hashOf } from './record-scanner.ts';
import { hasLostText } from '#core/base/bytes/utf8-length.ts';

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

/** Memory of a text in addition to its bytes: its slots, its hash and its start. */
export const TEXT_BYTES = 24;

/** Builds coded parts of one column. */
export class TextCoder {
  /** Hash table with open addressing: 1 + the index of a text, 0 where free. */
  #slots!: Int32Array;
  #hashes!: Int32Array;
  #starts!: Uint32Array;
  #bytes!: Uint8Array;
  #textCount = 0;
  /** Codes of texts with undecodable bytes. There are hardly ever any. */
  #lost: Set<number> | null = null;
  /** Code of the empty text; negative if there is none yet. */
  #empty = -1;
  readonly #codes = new Uint16Array(CODER_ROWS);
  #rowCount = 0;

  constructor() {
    this.#startAfresh();
  }

  /** Approximate memory of the part so far, in bytes. */
  get heldBytes(): number {
    return this.#starts[this.#textCount]! + TEXT_BYTES * this.#textCount;
  }

  /** Adds a row's cell. Every text belongs to a row, so a part never has more texts than codes can distinguish. */
  push(bytes: Uint8Array, start: number, end: number, hash: number): void {
    this.#codes[this.#rowCount++] = this.#code(bytes, start, end, hash);
  }

  /** Whether the last cell has bytes that are not text. */
  get hasLost(): boolean {
    return this.#lost?.has(this.#codes[this.#rowCount - 1]!) ?? false;
  }

  /** Adds an empty cell. In a wide table, most cells are empty. */
  pushEmpty(): void {
    if (this.#empty < 0) this.#empty = this.#code(NOTHING, 0, 0, HASH_OF_NOTHING);
    this.#codes[this.#rowCount++] = this.#empty;
  }

  /** Returns the part that was read and starts a new one. */
  takePart(): CodedPart {
    const part = {
      lengths: Uint32Array.from(
        { length: this.#textCount },
        (_, place) => this.#starts[place + 1]! - this.#starts[place]!,
      ),
      bytes: this.#bytes.slice(0, this.#starts[this.#textCount]),
      codes: this.#codes.slice(0, this.#rowCount),
    };
    this.#startAfresh();
    return part;
  }

  /** Releases the memory that a part needed, because each of a thousand columns may need it once. */
  #startAfresh(): void {
    this.#slots = new Int32Array(1024);
    this.#hashes = new Int32Array(512);
    this.#starts = new Uint32Array(513);
    this.#bytes = new Uint8Array(8192);
    this.#textCount = this.#rowCount = 0;
    this.#lost = null;
    this.#empty = -1;
  }

  /** Returns the code of a text, adding it if it is new. */
  #code(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const place = this.#slots[slot]! - 1;
      if (place < 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[place] === hash && this.#holds(place, bytes, start, end)) return place;
      slot = (slot + 1) & mask;
    }
  }

  #holds(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    let from = this.#starts[place]!;
    if (this.#starts[place + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++, from++) if (this.#bytes[from] !== bytes[i]) return false;
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const place = this.#textCount;
    const from = this.#starts[place]!;
    const to = from + end - start;
    this.#makeRoom(place + 1, to);
    let seen = 0;
    for (let i = start, at = from; i < end; i++, at++) seen |= this.#bytes[at] = bytes[i]!;
    if (seen >= 0x80 && hasLostText(bytes, start, end)) (this.#lost ??= new Set()).add(place);
    this.#hashes[place] = hash;
    this.#starts[place + 1] = to;
    this.#slots[slot] = place + 1;
    this.#textCount = place + 1;
    if (2 * this.#textCount > this.#slots.length) this.#spreadSlots();
    return place;
  }

  #makeRoom(textCount: number, byteCount: number): void {
    if (textCount > this.#hashes.length) {
      this.#hashes = longer(this.#hashes, new Int32Array(2 * textCount));
      this.#starts = longer(this.#starts, new Uint32Array(2 * textCount + 1));
    }
    if (byteCount > this.#bytes.length)
      this.#bytes = longer(this.#bytes, new Uint8Array(2 * byteCount));
  }

  #spreadSlots(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let place = 0; place < this.#textCount; place++) {
      const hash = this.#hashes[place]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = place + 1;
    }
  }
}

const NOTHING = new Uint8Array();
const HASH_OF_NOTHING = hashOf(NOTHING, 0, 0);

function longer<T extends Int32Array | Uint32Array | Uint8Array>(values: T, room: T): T {
  room.set(values);
  return room;
}
