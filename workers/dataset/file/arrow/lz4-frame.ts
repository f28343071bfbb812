// Unpacks LZ4 as it lies in files: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md and lz4_Block_format.md.

const MAGIC = 0x184d2204;
const [HAS_SIZE, HAS_BLOCK_SUM, HAS_WORDS] = [0x08, 0x10, 0x01] as const;
const SUM_BYTES = 4;
const IS_PLAIN = 0x8000_0000;
const LEAST_MATCH = 4;
/** Length that continues in the bytes after it. */
const GOES_ON = 15;
const FULL = 255;

/** Unpacks a whole frame of `size` bytes. Throws where it is not LZ4 or has another size. */
export function unpackLz4(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const bytes = new Uint8Array(size);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('expected an LZ4 frame, got none');
  const flags = view.getUint8(4);
  let at = 7 + (flags & HAS_SIZE ? 8 : 0) + (flags & HAS_WORDS ? 4 : 0);
  let end = 0;
  for (;;) {
    const head = view.getUint32(at, true);
    if (head === 0) break;
    const block = packed.subarray(at + 4, at + 4 + (head & ~IS_PLAIN));
    if (block.length < (head & ~IS_PLAIN)) throw new Error('expected more of LZ4, got the end');
    end = head & IS_PLAIN ? kept(block, bytes, end) : unpackBlock(block, bytes, end);
    at += 4 + block.length + (flags & HAS_BLOCK_SUM ? SUM_BYTES : 0);
  }
  if (end !== size) throw new Error(`expected ${size} bytes of LZ4, got ${end}`);
  return bytes;
}

function kept(block: Uint8Array, into: Uint8Array, at: number): number {
  into.set(block, at);
  return at + block.length;
}

/** Unpacks a block after what was unpacked before, to which it may refer. Returns the new end. */
function unpackBlock(block: Uint8Array, into: Uint8Array, from: number): number {
  let [at, end] = [0, from];
  const length = (half: number): number => {
    let sum = half;
    if (half !== GOES_ON) return sum;
    for (;;) {
      const more = block[at++];
      if (more === undefined) throw new Error('expected more of LZ4, got the end');
      sum += more;
      if (more < FULL) return sum;
    }
  };
  while (at < block.length) {
    const token = block[at++]!;
    const letters = length(token >> 4);
    if (at + letters > block.length) throw new Error('expected more letters of LZ4, got the end');
    into.set(block.subarray(at, at + letters), end);
    [at, end] = [at + letters, end + letters];
    if (at === block.length) break;
    const back = block[at]! | (block[at + 1]! << 8);
    at += 2;
    end = repeat(into, { end, back, count: length(token & GOES_ON) + LEAST_MATCH });
  }
  return end;
}

interface Match {
  readonly end: number;
  readonly back: number;
  readonly count: number;
}

/** Repeats earlier bytes; those it reads may be those it writes. */
function repeat(into: Uint8Array, { end, back, count }: Match): number {
  if (back === 0 || back > end || end + count > into.length)
    throw new Error(`expected LZ4 to repeat what is there, got ${count} bytes from ${back} before`);
  if (back >= count) into.copyWithin(end, end - back, end - back + count);
  else for (let i = end; i < end + count; i++) into[i] = into[i - back]!;
  return end + count;
}
