import { expect, it } from 'vitest';
import { unpackZstd } from '#workers/dataset/file/unpack-zstd.ts';

/** A frame of one compressed block of 16 bytes, whose literals have this table of Huffman weights. */
function frameWith(table: readonly number[]): Uint8Array {
  const literals = [0x02 | (16 << 4), ((table.length + 3) << 6) & 0xff, 0];
  const block = [...literals.map((byte) => byte & 0xff), table.length, ...table, 0x7f, 1, 0];
  const head = (block.length << 3) | (2 << 1) | 1;
  const magic = [0x28, 0xb5, 0x2f, 0xfd];
  return Uint8Array.from([...magic, 0x20, 16, head & 0xff, head >> 8, 0, ...block]);
}

it('refuses weights that give one symbol the whole probability, which would never end', () => {
  // 4 bits: 32 states; 6 bits: the first symbol has all of them.
  expect(() => unpackZstd(frameWith([0xf0, 0x03, 0xff, 0x01]), 16)).toThrow('take bits');
  // The first symbol has none (value 1 in 5 bits), no more without any (2 bits), the second has all.
  expect(() => unpackZstd(frameWith([0x10, 0xf8, 0x01, 0xff, 0x01]), 16)).toThrow('take bits');
});

it('unpacks other frames; the fixtures of Arrow and Parquet have larger ones', () => {
  const raw = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 3, 0x19, 0, 0, 0x6d, 0x75, 0x67];
  expect(new TextDecoder().decode(unpackZstd(Uint8Array.from(raw), 3))).toBe('mug');
});
