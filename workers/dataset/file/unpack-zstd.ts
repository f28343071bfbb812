// Unpacks Zstandard, RFC 8878. fzstd 0.1.1 never ends where a table of Huffman weights gives one symbol the whole
// probability, as only damaged or hostile data does: each state then takes no bits. Such frames are refused before.

import { decompress } from 'fzstd';

const MAGIC = 0xfd2fb528;
const COMPRESSED_BLOCK = 2;
const COMPRESSED_LITERALS = 2;

/** Returns the unpacked bytes of frames. Throws an Error where they are damaged. */
export function unpackZstd(packed: Uint8Array, size: number): Uint8Array {
  if (hasEndlessWeights(packed)) throw new Error('expected Huffman weights that take bits');
  return decompress(packed, new Uint8Array(size));
}

/** Whether any block has such a table. Data that is damaged otherwise is left to the decoder. */
function hasEndlessWeights(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 6 <= bytes.length && view.getUint32(at, true) === MAGIC) {
    const descriptor = bytes[at + 4]!;
    at += 5 + headerBytes(descriptor);
    let isLast = false;
    while (!isLast && at + 3 <= bytes.length) {
      const head = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
      const [type, length] = [(head >> 1) & 3, head >> 3];
      at += 3;
      if (type === COMPRESSED_BLOCK && isEndless(bytes, at)) return true;
      at += type === 1 ? 1 : length;
      isLast = (head & 1) === 1;
    }
    at += (descriptor & 4) === 0 ? 0 : 4;
  }
  return false;
}

/** Returns the bytes of a frame's header behind its descriptor: window, dictionary and size of the content. */
function headerBytes(descriptor: number): number {
  const isSingle = (descriptor & 32) !== 0;
  const content = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
  return (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]! + content;
}

/** Whether a compressed block begins with such weights. @param at its first byte */
function isEndless(bytes: Uint8Array, at: number): boolean {
  const head = bytes[at] ?? 0;
  if ((head & 3) !== COMPRESSED_LITERALS) return false;
  const tree = at + [3, 3, 4, 5][(head >> 2) & 3]!;
  const length = bytes[tree] ?? 0;
  return length > 0 && length < 128 && givesOneSymbolAll(bytes.subarray(tree + 1));
}

/** Reads the probabilities of an FSE table, section 4.1.1. */
function givesOneSymbolAll(bytes: Uint8Array): boolean {
  const whole = 1 << ((bytes[0]! & 15) + 5);
  let bit = 4;
  const read = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, bit++)
      value |= (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1) << i;
    return value;
  };
  for (let left = whole, symbols = 0; left > 0 && symbols <= 255; symbols++) {
    const count = 32 - Math.clz32(left + 1);
    const half = (1 << (count - 1)) - 1;
    const short = (1 << count) - 2 - left;
    let value = read(count);
    if ((value & half) < short) {
      bit -= 1;
      value &= half;
    } else if (value > half) value -= short;
    const probability = Math.abs(value - 1);
    if (probability === whole) return true;
    left -= probability;
    if (probability > 0) continue;
    for (let more = 3; more === 3 && symbols <= 255; symbols += more) more = read(2);
  }
  return false;
}
