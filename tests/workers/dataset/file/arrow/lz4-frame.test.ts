import { describe, expect, it } from 'vitest';
import { unpackLz4 } from '#workers/dataset/file/arrow/lz4-frame.ts';

const HEAD = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82];
const END = [0, 0, 0, 0];
const block = (bytes: readonly number[]) => [bytes.length, 0, 0, 0, ...bytes];
const frame = (...blocks: readonly number[][]) =>
  Uint8Array.from([...HEAD, ...blocks.flat(), ...END]);
const unpacked = (packed: Uint8Array, size: number) =>
  new TextDecoder().decode(unpackLz4(packed, size));
/** Two letters, then the same six times over, then one. */
const REPEATED = [0x28, 0x61, 0x62, 2, 0, 0x10, 0x63];

describe('LZ4', () => {
  it('is unpacked: letters, what repeats itself, and blocks as they are', () => {
    expect(unpacked(frame(block(REPEATED)), 15)).toBe('ababababababab' + 'c');
    const plain = [0x02, 0, 0, 0x80, 0x78, 0x79];
    expect(unpacked(frame(plain, block(REPEATED)), 17)).toBe('xyababababababab' + 'c');
  });

  it('refers to blocks before', () => {
    expect(unpacked(frame(block([0x20, 0x61, 0x62]), block([0x00, 2, 0, 0x10, 0x63])), 7)).toBe(
      'ababab' + 'c',
    );
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no LZ4', new Uint8Array(32)],
    ['a match from before the beginning', frame(block([0x18, 0x61, 9, 0, 0x10, 0x63]))],
    ['a match of nothing', frame(block([0x18, 0x61, 0, 0, 0x10, 0x63]))],
    ['more than it says', frame(block(REPEATED), block(REPEATED))],
    ['less than it says', frame(block([0x10, 0x61]))],
    ['an end within', frame(block(REPEATED)).subarray(0, 13)],
    ['a length without an end', frame(block([0xf0, 255, 255]))],
  ])('that is none is an error: %s', (_, packed) => {
    expect(() => unpackLz4(packed, 15)).toThrow();
  });
});
