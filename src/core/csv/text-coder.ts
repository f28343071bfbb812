// A part of a column as it is read: every distinct text once, as bytes, and a code a row. Millions of cells pass through here
// without becoming strings.

import { hashOf } from './record-scanner.ts';
import { hasLostText } from './utf8.ts';

/** Codes of two bytes tell as many texts apart. */
export const CODER_ROWS = 65_536;

/** One part of a column, at most CODER_ROWS rows of it. */
export interface CodedPart {
  /** Per text, the bytes of its UTF-8. */
  readonly lengths: Uint32Array;
  /** All texts, one behind the other. */
  readonly bytes: Uint8Array;
  readonly codes: Uint16Array;
}

/** What a text takes beside its bytes: its slots, its hash and where it starts. */
export const TEXT_BYTES = 24;

export class TextCoder {
  /** Open addressing: 1 + the place of a text, 0 where free. */
  #slots!: Int32Array;
  #hashes!: Int32Array;
  #starts!: Uint32Array;
  #bytes!: Uint8Array;
  #textCount = 0;
  /** Codes of texts of which something is lost: hardly ever any. */
  #lost: Set<number> | null = null;
  /** The code of the empty text; below 0 where there is none yet. */
  #empty = -1;
  readonly #codes = new Uint16Array(CODER_ROWS);
  #rowCount = 0;

  constructor() {
    this.#startAfresh();
  }

  /** About how much memory the part takes so far. */
  get heldBytes(): number {
    return this.#starts[this.#textCount]! + TEXT_BYTES * this.#textCount;
  }

  /** Takes a row's cell. As every text belongs to a row, no part has more of them than codes can tell apart. */
  push(bytes: Uint8Array, start: number, end: number, hash: number): void {
    this.#codes[this.#rowCount++] = this.#code(bytes, start, end, hash);
  }

  /** Whether some of the last cell's bytes are no text. */
  get hasLost(): boolean {
    return this.#lost?.has(this.#codes[this.#rowCount - 1]!) ?? false;
  }

  /** Of a wide table most cells are. */
  pushEmpty(): void {
    if (this.#empty < 0) this.#empty = this.#code(NOTHING, 0, 0, HASH_OF_NOTHING);
    this.#codes[this.#rowCount++] = this.#empty;
  }

  /** What was read, and a fresh start. */
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

  /** Room that one part needed is not kept: each of a thousand columns may need it once. */
  #startAfresh(): void {
    this.#slots = new Int32Array(1024);
    this.#hashes = new Int32Array(512);
    this.#starts = new Uint32Array(513);
    this.#bytes = new Uint8Array(8192);
    this.#textCount = this.#rowCount = 0;
    this.#lost = null;
    this.#empty = -1;
  }

  /** The code of a text, which is new if it was not there. */
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
