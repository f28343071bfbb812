// Packs the codes of a part of a column the shortest way: one byte per row, two bytes per row, or runs of equal rows.
//   [way u8] and then  [code u8 …]  |  [code u16 …]  |  [code u16, length u16 …], little endian

const BYTES = 0;
const PAIRS = 1;
const RUNS = 2;
const LONGEST_RUN = 65_535;

/** Packs codes in the way that takes the fewest bytes. */
export function packCodes(codes: Uint16Array): Uint8Array {
  let runs = 0;
  let highest = 0;
  for (let i = 0, length = 0; i < codes.length; i++) {
    length = i > 0 && codes[i] === codes[i - 1] && length < LONGEST_RUN ? length + 1 : 1;
    if (length === 1) runs += 1;
    if (codes[i]! > highest) highest = codes[i]!;
  }
  const width = highest < 256 ? 1 : 2;
  if (4 * runs < width * codes.length) return packRuns(codes, runs);
  const packed = new Uint8Array(1 + width * codes.length);
  packed[0] = width === 1 ? BYTES : PAIRS;
  if (width === 1) packed.set(codes, 1);
  else codes.forEach((code, i) => setPair(packed, 1 + 2 * i, code));
  return packed;
}

/** Unpacks the codes of `packCodes` into one per row. */
export function unpackCodes(packed: Uint8Array, rowCount: number): Uint16Array {
  const codes = new Uint16Array(rowCount);
  if (packed[0] === BYTES) codes.set(packed.subarray(1));
  else if (packed[0] === PAIRS)
    for (let i = 0; i < rowCount; i++) codes[i] = pairAt(packed, 1 + 2 * i);
  else
    for (let at = 1, row = 0; at < packed.length; at += 4) {
      const length = pairAt(packed, at + 2);
      codes.fill(pairAt(packed, at), row, row + length);
      row += length;
    }
  return codes;
}

function packRuns(codes: Uint16Array, runs: number): Uint8Array {
  const packed = new Uint8Array(1 + 4 * runs);
  packed[0] = RUNS;
  let at = -3;
  for (let i = 0, length = 0; i < codes.length; i++) {
    const goesOn = i > 0 && codes[i] === codes[i - 1] && length < LONGEST_RUN;
    length = goesOn ? length + 1 : 1;
    if (!goesOn) {
      at += 4;
      setPair(packed, at, codes[i]!);
    }
    setPair(packed, at + 2, length);
  }
  return packed;
}

function setPair(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 0xff;
  bytes[at + 1] = value >>> 8;
}

function pairAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}
