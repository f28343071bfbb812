// @ts-nocheck: AssemblyScript, whose numbers have other types.

// Small kernels for the heap of TensorFlow.js's WASM backend: no runtime, memory imported. Compiled twice from this file, with
// relaxed SIMD (fused multiply-add) and without. Addresses and strides below are bytes where they are `usize`.

function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<f32>(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

function laneSum(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    f32x4.extract_lane(x, 2) +
    f32x4.extract_lane(x, 3)
  );
}

/** Rows of A that are looked at together, and the most of the shared axis that is multiplied at once where A is mostly zeros. */
const ROW_BLOCK = 256;
const SHARED_BLOCK = 160;
/** Columns of B that are copied beside each other: with all of a shared block 30 kB, which the first-level cache holds. */
const STRIP = 48;
const ENTRY_BYTES: usize = 8;
/** From this share of numbers other than zero on, tiles that multiply by zeros are faster. */
const DENSE_SHARE: f32 = 0.6;
/** Below, copying strips of B does not pay: the sentence encoder's products of a text's few words. */
const FEWEST_ROWS = 32;
const FEWEST_COLUMNS = 16;

/** For each of the 16 ways in which 4 numbers can be zero or not: the bytes that move the others to the front. */
const FRONTS_BYTES: usize = 256;

/** Bytes that `gemm` needs to work in. */
export function scratchBytes(): i32 {
  const lists = ROW_BLOCK * SHARED_BLOCK * (ENTRY_BYTES as i32);
  return (FRONTS_BYTES as i32) + ROW_BLOCK * 4 + SHARED_BLOCK * STRIP * 4 + lists;
}

/** Once, before the first product. */
export function prepareScratch(scratch: usize): void {
  for (let kinds = 0; kinds < 16; kinds++) {
    let at = scratch + ((kinds as usize) << 4);
    for (let lane = 0; lane < 4; lane++) {
      if (!((kinds >> lane) & 1)) continue;
      for (let byte = 0; byte < 4; byte++) store<u8>(at++, (4 * lane + byte) as u8);
    }
  }
}

/**
 * C[m, n] = A[m, k] × B[k, n]. B and C are row-major. A is read with its strides in elements, over its rows and over the
 * shared axis, so that a transposed A costs nothing; one of the two is 1. Zeros in A are left out where they are many: inputs are mostly
 * zeros, and so is what relu and dropout leave. The sums run in the same order either way.
 */
export function gemm(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: i32,
  aShared: i32,
  b: usize,
  c: usize,
  scratch: usize,
): void {
  const rowStride = (aRow as usize) << 2;
  const sharedStride = (aShared as usize) << 2;
  const lineStride = (n as usize) << 2;
  const isLarge = m >= FEWEST_ROWS && n >= FEWEST_COLUMNS;
  for (let row = 0; row < m; row += ROW_BLOCK) {
    const rows = min(ROW_BLOCK, m - row);
    const from = a + (row as usize) * rowStride;
    const to = c + (row as usize) * lineStride;
    if (isLarge && isMostlyZeros(rows, k, from, rowStride, sharedStride)) {
      sparseRows(rows, n, k, from, rowStride, sharedStride, b, to, scratch);
    } else {
      denseRows(rows, n, k, from, rowStride, sharedStride, b, to);
    }
  }
}

function isMostlyZeros(m: i32, k: i32, a: usize, rowStride: usize, sharedStride: usize): bool {
  const most = ((m * k) as f32) * DENSE_SHARE;
  const isRowMajor = sharedStride == 4;
  const lines = isRowMajor ? m : k;
  const length = isRowMajor ? k : m;
  const stride = isRowMajor ? rowStride : sharedStride;
  let count = 0;
  for (let line = 0; line < lines; line++) {
    count += countOthers(length, a + (line as usize) * stride);
    if ((count as f32) > most) return false;
  }
  return true;
}

/** Numbers other than zero. */
function countOthers(n: i32, x: usize): i32 {
  const end = x + ((n as usize) << 2);
  const wholeEnd = x + (((n & ~3) as usize) << 2);
  const zero = f32x4.splat(0);
  let counts = i32x4.splat(0); // a lane that differs is -1
  for (; x < wholeEnd; x += 16) counts = i32x4.add(counts, f32x4.ne(v128.load(x), zero));
  let count =
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3);
  for (; x < end; x += 4) count -= (load<f32>(x) != 0) as i32;
  return -count;
}

/** Of each row of A a list is made of what is not zero, then each row of C adds up rows of B. */
function sparseRows(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  rowStride: usize,
  sharedStride: usize,
  b: usize,
  c: usize,
  scratch: usize,
): void {
  const lineStride = (n as usize) << 2;
  const ends = scratch + FRONTS_BYTES;
  const strip = ends + ROW_BLOCK * 4;
  const lists = strip + SHARED_BLOCK * STRIP * 4;
  for (let shared = 0; shared < k; shared += SHARED_BLOCK) {
    const length = min(SHARED_BLOCK, k - shared);
    const listStride = (length as usize) * ENTRY_BYTES;
    const from = a + (shared as usize) * sharedStride;
    if (sharedStride == 4) listRows(m, length, from, rowStride, lists, listStride, ends, scratch);
    else listColumns(m, length, from, sharedStride, lists, listStride, ends, scratch);
    const rowsOfB = b + (shared as usize) * lineStride;
    let column = 0;
    while (column < n) {
      const left = n - column;
      const width = left >= 48 ? 48 : left >= 32 ? 32 : 16;
      const start = min(column, n - width);
      const at = (start as usize) << 2;
      packStrip(length, width, rowsOfB + at, lineStride, strip);
      for (let row = 0; row < m; row++) {
        const list = lists + (row as usize) * listStride;
        const end = load<u32>(ends + ((row as usize) << 2)) as usize;
        const to = c + at + (row as usize) * lineStride;
        if (width == 48) addUp48(list, end, strip, to, shared > 0);
        else if (width == 32) addUp32(list, end, strip, to, shared > 0);
        else addUp16(list, end, strip, to, shared > 0, column - start);
      }
      column = start + width;
    }
  }
}

/** An entry: the number and, after it, which row of B it meets. */
function listRows(
  m: i32,
  k: i32,
  a: usize,
  rowStride: usize,
  lists: usize,
  listStride: usize,
  ends: usize,
  fronts: usize,
): void {
  for (let row = 0; row < m; row++) {
    let entry = lists;
    let places = i32x4(0, 1, 2, 3);
    let i = 0;
    for (; i + 3 < k; i += 4) {
      entry = listFour(entry, v128.load(a + ((i as usize) << 2)), places, fronts);
      places = i32x4.add(places, i32x4.splat(4));
    }
    for (; i < k; i++) entry = listOne(entry, a + ((i as usize) << 2), i);
    store<u32>(ends, entry as u32);
    ends += 4;
    lists += listStride;
    a += rowStride;
  }
}

/** Writes four entries and counts those that are not zero. A list has room for all numbers of its row, so that this never writes beyond. */
function listFour(entry: usize, numbers: v128, places: v128, fronts: usize): usize {
  const kinds = i32x4.bitmask(f32x4.ne(numbers, f32x4.splat(0)));
  const order = v128.load(fronts + ((kinds as usize) << 4));
  const left = i8x16.swizzle(numbers, order);
  const right = i8x16.swizzle(places, order);
  v128.store(entry, v128.shuffle<i32>(left, right, 0, 4, 1, 5));
  v128.store(entry, v128.shuffle<i32>(left, right, 2, 6, 3, 7), 16);
  return entry + ((popcnt(kinds) as usize) << 3);
}

function listOne(entry: usize, at: usize, place: i32): usize {
  const number = load<f32>(at);
  store<f32>(entry, number);
  store<i32>(entry, place, 4);
  return entry + (((number != 0) as usize) << 3);
}

/** The same of a transposed A, four rows at a time, since four numbers lie beside each other. */
function listColumns(
  m: i32,
  k: i32,
  a: usize,
  sharedStride: usize,
  lists: usize,
  listStride: usize,
  ends: usize,
  fronts: usize,
): void {
  let row = 0;
  for (; row + 3 < m; row += 4) {
    let e0 = lists;
    let e1 = e0 + listStride;
    let e2 = e1 + listStride;
    let e3 = e2 + listStride;
    let at = a;
    let places = i32x4(0, 1, 2, 3);
    let i = 0;
    for (; i + 3 < k; i += 4) {
      const r0 = v128.load(at);
      const r1 = v128.load(at + sharedStride);
      const r2 = v128.load(at + 2 * sharedStride);
      const r3 = v128.load(at + 3 * sharedStride);
      const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
      const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
      const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
      const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
      e0 = listFour(e0, v128.shuffle<i64>(low01, low23, 0, 2), places, fronts);
      e1 = listFour(e1, v128.shuffle<i64>(low01, low23, 1, 3), places, fronts);
      e2 = listFour(e2, v128.shuffle<i64>(high01, high23, 0, 2), places, fronts);
      e3 = listFour(e3, v128.shuffle<i64>(high01, high23, 1, 3), places, fronts);
      places = i32x4.add(places, i32x4.splat(4));
      at += 4 * sharedStride;
    }
    for (; i < k; i++) {
      e0 = listOne(e0, at, i);
      e1 = listOne(e1, at + 4, i);
      e2 = listOne(e2, at + 8, i);
      e3 = listOne(e3, at + 12, i);
      at += sharedStride;
    }
    store<u32>(ends, e0 as u32);
    store<u32>(ends, e1 as u32, 4);
    store<u32>(ends, e2 as u32, 8);
    store<u32>(ends, e3 as u32, 12);
    ends += 16;
    lists += 4 * listStride;
    a += 16;
  }
  for (; row < m; row++) {
    let entry = lists;
    let at = a;
    for (let i = 0; i < k; i++) {
      entry = listOne(entry, at, i);
      at += sharedStride;
    }
    store<u32>(ends, entry as u32);
    ends += 4;
    lists += listStride;
    a += 4;
  }
}

/** Some columns of B, row after row. Lines of B whose distance is a power of two would push each other out of the cache. */
function packStrip(k: i32, width: i32, b: usize, lineStride: usize, strip: usize): void {
  const bytes = (width as usize) << 2;
  for (let i = 0; i < k; i++) {
    for (let byte: usize = 0; byte < bytes; byte += 16)
      v128.store(strip + byte, v128.load(b + byte));
    b += lineStride;
    strip += bytes;
  }
}

/** c[48] = or += the sum of each entry's number times its row of the strip. */
function addUp48(list: usize, end: usize, strip: usize, c: usize, goesOn: bool): void {
  const zero = f32x4.splat(0);
  let c0 = goesOn ? v128.load(c) : zero;
  let c1 = goesOn ? v128.load(c, 16) : zero;
  let c2 = goesOn ? v128.load(c, 32) : zero;
  let c3 = goesOn ? v128.load(c, 48) : zero;
  let c4 = goesOn ? v128.load(c, 64) : zero;
  let c5 = goesOn ? v128.load(c, 80) : zero;
  let c6 = goesOn ? v128.load(c, 96) : zero;
  let c7 = goesOn ? v128.load(c, 112) : zero;
  let c8 = goesOn ? v128.load(c, 128) : zero;
  let c9 = goesOn ? v128.load(c, 144) : zero;
  let c10 = goesOn ? v128.load(c, 160) : zero;
  let c11 = goesOn ? v128.load(c, 176) : zero;
  for (; list < end; list += ENTRY_BYTES) {
    const factor = v128.load32_splat(list);
    const b = strip + (load<u32>(list, 4) as usize) * 192;
    c0 = multiplyAdd(factor, v128.load(b), c0);
    c1 = multiplyAdd(factor, v128.load(b, 16), c1);
    c2 = multiplyAdd(factor, v128.load(b, 32), c2);
    c3 = multiplyAdd(factor, v128.load(b, 48), c3);
    c4 = multiplyAdd(factor, v128.load(b, 64), c4);
    c5 = multiplyAdd(factor, v128.load(b, 80), c5);
    c6 = multiplyAdd(factor, v128.load(b, 96), c6);
    c7 = multiplyAdd(factor, v128.load(b, 112), c7);
    c8 = multiplyAdd(factor, v128.load(b, 128), c8);
    c9 = multiplyAdd(factor, v128.load(b, 144), c9);
    c10 = multiplyAdd(factor, v128.load(b, 160), c10);
    c11 = multiplyAdd(factor, v128.load(b, 176), c11);
  }
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(c, c2, 32);
  v128.store(c, c3, 48);
  v128.store(c, c4, 64);
  v128.store(c, c5, 80);
  v128.store(c, c6, 96);
  v128.store(c, c7, 112);
  v128.store(c, c8, 128);
  v128.store(c, c9, 144);
  v128.store(c, c10, 160);
  v128.store(c, c11, 176);
}

function addUp32(list: usize, end: usize, strip: usize, c: usize, goesOn: bool): void {
  const zero = f32x4.splat(0);
  let c0 = goesOn ? v128.load(c) : zero;
  let c1 = goesOn ? v128.load(c, 16) : zero;
  let c2 = goesOn ? v128.load(c, 32) : zero;
  let c3 = goesOn ? v128.load(c, 48) : zero;
  let c4 = goesOn ? v128.load(c, 64) : zero;
  let c5 = goesOn ? v128.load(c, 80) : zero;
  let c6 = goesOn ? v128.load(c, 96) : zero;
  let c7 = goesOn ? v128.load(c, 112) : zero;
  for (; list < end; list += ENTRY_BYTES) {
    const factor = v128.load32_splat(list);
    const b = strip + (load<u32>(list, 4) as usize) * 128;
    c0 = multiplyAdd(factor, v128.load(b), c0);
    c1 = multiplyAdd(factor, v128.load(b, 16), c1);
    c2 = multiplyAdd(factor, v128.load(b, 32), c2);
    c3 = multiplyAdd(factor, v128.load(b, 48), c3);
    c4 = multiplyAdd(factor, v128.load(b, 64), c4);
    c5 = multiplyAdd(factor, v128.load(b, 80), c5);
    c6 = multiplyAdd(factor, v128.load(b, 96), c6);
    c7 = multiplyAdd(factor, v128.load(b, 112), c7);
  }
  v128.store(c, c0);
  v128.store(c, c1, 16);
  v128.store(c, c2, 32);
  v128.store(c, c3, 48);
  v128.store(c, c4, 64);
  v128.store(c, c5, 80);
  v128.store(c, c6, 96);
  v128.store(c, c7, 112);
}

/** The first `skipped` numbers were added up before: the strip overlaps the one on its left. */
function addUp16(
  list: usize,
  end: usize,
  strip: usize,
  c: usize,
  goesOn: bool,
  skipped: i32,
): void {
  const zero = f32x4.splat(0);
  let c0 = goesOn ? v128.load(c) : zero;
  let c1 = goesOn ? v128.load(c, 16) : zero;
  let c2 = goesOn ? v128.load(c, 32) : zero;
  let c3 = goesOn ? v128.load(c, 48) : zero;
  for (; list < end; list += ENTRY_BYTES) {
    const factor = v128.load32_splat(list);
    const b = strip + (load<u32>(list, 4) as usize) * 64;
    c0 = multiplyAdd(factor, v128.load(b), c0);
    c1 = multiplyAdd(factor, v128.load(b, 16), c1);
    c2 = multiplyAdd(factor, v128.load(b, 32), c2);
    c3 = multiplyAdd(factor, v128.load(b, 48), c3);
  }
  storeFrom(c, c0, skipped);
  storeFrom(c + 16, c1, skipped - 4);
  storeFrom(c + 32, c2, skipped - 8);
  storeFrom(c + 48, c3, skipped - 12);
}

function storeFrom(at: usize, vector: v128, skipped: i32): void {
  if (skipped <= 0) {
    v128.store(at, vector);
    return;
  }
  if (skipped < 2) store<f32>(at, f32x4.extract_lane(vector, 1), 4);
  if (skipped < 3) store<f32>(at, f32x4.extract_lane(vector, 2), 8);
  if (skipped < 4) store<f32>(at, f32x4.extract_lane(vector, 3), 12);
}

/**
 * In tiles of 6 rows by 8 columns: 12 accumulators, 2 vectors of B and one of A fill the 16 registers that every processor has. The last
 * tiles overlap the ones before, where there are enough rows and columns.
 */
function denseRows(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  rowStride: usize,
  sharedStride: usize,
  b: usize,
  c: usize,
): void {
  const lineStride = (n as usize) << 2;
  let done = 0;
  while (n >= 8 && done < n) {
    const column = min(done, n - 8);
    const at = (column as usize) << 2;
    let row = 0;
    // A tile that overlaps the one before pays where it brings three rows.
    while (m >= 6 && row + 2 < m) {
      const top = min(row, m - 6);
      const aStart = a + (top as usize) * rowStride;
      const cStart = c + at + (top as usize) * lineStride;
      tile6x8(k, aStart, rowStride, sharedStride, b + at, cStart, lineStride);
      row = top + 6;
    }
    for (; row < m; row++) {
      const aStart = a + (row as usize) * rowStride;
      const cStart = c + at + (row as usize) * lineStride;
      tile1x8(k, aStart, sharedStride, b + at, cStart, lineStride);
    }
    done = column + 8;
  }
  for (; done + 3 < n; done += 4) {
    const at = (done as usize) << 2;
    for (let row = 0; row < m; row++) {
      const cStart = c + at + (row as usize) * lineStride;
      tile1x4(k, a + (row as usize) * rowStride, sharedStride, b + at, cStart, lineStride);
    }
  }
  for (; done < n; done++) {
    const at = (done as usize) << 2;
    for (let row = 0; row < m; row++) {
      const cStart = c + at + (row as usize) * lineStride;
      single(k, a + (row as usize) * rowStride, sharedStride, b + at, cStart, lineStride);
    }
  }
}

function tile6x8(
  k: i32,
  a: usize,
  rowStride: usize,
  sharedStride: usize,
  b: usize,
  c: usize,
  lineStride: usize,
): void {
  let a0 = a;
  let a1 = a0 + rowStride;
  let a2 = a1 + rowStride;
  let a3 = a2 + rowStride;
  let a4 = a3 + rowStride;
  let a5 = a4 + rowStride;
  const zero = f32x4.splat(0);
  let c00 = zero;
  let c01 = zero;
  let c10 = zero;
  let c11 = zero;
  let c20 = zero;
  let c21 = zero;
  let c30 = zero;
  let c31 = zero;
  let c40 = zero;
  let c41 = zero;
  let c50 = zero;
  let c51 = zero;
  for (let shared = 0; shared < k; shared++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    b += lineStride;
    let factor = v128.load32_splat(a0);
    c00 = multiplyAdd(factor, b0, c00);
    c01 = multiplyAdd(factor, b1, c01);
    a0 += sharedStride;
    factor = v128.load32_splat(a1);
    c10 = multiplyAdd(factor, b0, c10);
    c11 = multiplyAdd(factor, b1, c11);
    a1 += sharedStride;
    factor = v128.load32_splat(a2);
    c20 = multiplyAdd(factor, b0, c20);
    c21 = multiplyAdd(factor, b1, c21);
    a2 += sharedStride;
    factor = v128.load32_splat(a3);
    c30 = multiplyAdd(factor, b0, c30);
    c31 = multiplyAdd(factor, b1, c31);
    a3 += sharedStride;
    factor = v128.load32_splat(a4);
    c40 = multiplyAdd(factor, b0, c40);
    c41 = multiplyAdd(factor, b1, c41);
    a4 += sharedStride;
    factor = v128.load32_splat(a5);
    c50 = multiplyAdd(factor, b0, c50);
    c51 = multiplyAdd(factor, b1, c51);
    a5 += sharedStride;
  }
  store8(c, c00, c01);
  store8(c + lineStride, c10, c11);
  store8(c + 2 * lineStride, c20, c21);
  store8(c + 3 * lineStride, c30, c31);
  store8(c + 4 * lineStride, c40, c41);
  store8(c + 5 * lineStride, c50, c51);
}

function store8(at: usize, left: v128, right: v128): void {
  v128.store(at, left);
  v128.store(at, right, 16);
}

function tile1x8(
  k: i32,
  a: usize,
  sharedStride: usize,
  b: usize,
  c: usize,
  lineStride: usize,
): void {
  let left = f32x4.splat(0);
  let right = left;
  for (let shared = 0; shared < k; shared++) {
    const factor = v128.load32_splat(a);
    left = multiplyAdd(factor, v128.load(b), left);
    right = multiplyAdd(factor, v128.load(b, 16), right);
    a += sharedStride;
    b += lineStride;
  }
  store8(c, left, right);
}

function tile1x4(
  k: i32,
  a: usize,
  sharedStride: usize,
  b: usize,
  c: usize,
  lineStride: usize,
): void {
  let total = f32x4.splat(0);
  for (let shared = 0; shared < k; shared++) {
    total = multiplyAdd(v128.load32_splat(a), v128.load(b), total);
    a += sharedStride;
    b += lineStride;
  }
  v128.store(c, total);
}

function single(
  k: i32,
  a: usize,
  sharedStride: usize,
  b: usize,
  c: usize,
  lineStride: usize,
): void {
  let total: f32 = 0;
  for (let shared = 0; shared < k; shared++) {
    total += load<f32>(a) * load<f32>(b);
    a += sharedStride;
    b += lineStride;
  }
  store<f32>(c, total);
}

/** y[outer, inner] = the sum of x[outer, n, inner] over its middle axis. */
export function sumMiddle(outer: i32, n: i32, inner: i32, x: usize, y: usize): void {
  const line = (inner as usize) << 2;
  const block = (n as usize) * line;
  for (let i = 0; i < outer; i++) {
    const from = x + (i as usize) * block;
    const to = y + (i as usize) * line;
    if (inner == 1) store<f32>(to, lineSum(n, from));
    else sumLines(n, inner, from, to);
  }
}

function lineSum(n: i32, x: usize): f32 {
  const end = x + ((n as usize) << 2);
  const wholeEnd = x + (((n & ~3) as usize) << 2);
  let lanes = f32x4.splat(0);
  for (; x < wholeEnd; x += 16) lanes = f32x4.add(lanes, v128.load(x));
  let total = laneSum(lanes);
  for (; x < end; x += 4) total += load<f32>(x);
  return total;
}

function sumLines(n: i32, inner: i32, x: usize, y: usize): void {
  const line = (inner as usize) << 2;
  let column = 0;
  for (; column + 3 < inner; column += 4) {
    let lanes = f32x4.splat(0);
    let at = x + ((column as usize) << 2);
    for (let i = 0; i < n; i++) {
      lanes = f32x4.add(lanes, v128.load(at));
      at += line;
    }
    v128.store(y + ((column as usize) << 2), lanes);
  }
  for (; column < inner; column++) {
    let total: f32 = 0;
    let at = x + ((column as usize) << 2);
    for (let i = 0; i < n; i++) {
      total += load<f32>(at);
      at += line;
    }
    store<f32>(y + ((column as usize) << 2), total);
  }
}

/** y = log(1 + e^x) of n floats, to a few units in the last place; y may be x. */
export function softplus(n: i32, x: usize, y: usize): void {
  const wholeEnd = x + (((n & ~3) as usize) << 2);
  const left = n & 3;
  for (; x < wholeEnd; x += 16) {
    v128.store(y, softplusOf(v128.load(x)));
    y += 16;
  }
  for (let i = 0; i < left; i++) {
    const value = softplusOf(v128.load32_splat(x));
    store<f32>(y, f32x4.extract_lane(value, 0));
    x += 4;
    y += 4;
  }
}

/** max(x, 0) + log1p(u), where u = e^-|x| is at most 1. */
function softplusOf(x: v128): v128 {
  const one = f32x4.splat(1);
  const u = expOf(f32x4.max(f32x4.neg(f32x4.abs(x)), f32x4.splat(-87)));
  // log1p(u) = 2 artanh(s), s = u / (2 + u) ≤ 1/3
  const s = f32x4.div(u, f32x4.add(f32x4.splat(2), u));
  const square = f32x4.mul(s, s);
  let series = f32x4.splat(1 / 13);
  series = multiplyAdd(series, square, f32x4.splat(1 / 11));
  series = multiplyAdd(series, square, f32x4.splat(1 / 9));
  series = multiplyAdd(series, square, f32x4.splat(1 / 7));
  series = multiplyAdd(series, square, f32x4.splat(1 / 5));
  series = multiplyAdd(series, square, f32x4.splat(1 / 3));
  series = multiplyAdd(series, square, one);
  const log = f32x4.mul(f32x4.add(s, s), series);
  return f32x4.add(f32x4.max(x, f32x4.splat(0)), log);
}

/** e^x for -87 ≤ x ≤ 0: 2^whole × e^rest, where |rest| ≤ ln 2 / 2. */
function expOf(x: v128): v128 {
  const whole = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.4426950408889634)));
  // ln 2 in two parts, of which the first has few digits, so that the difference is exact.
  let rest = f32x4.sub(x, f32x4.mul(whole, f32x4.splat(0.693359375)));
  rest = f32x4.sub(rest, f32x4.mul(whole, f32x4.splat(-0.00021219444005469057)));
  let series = f32x4.splat(1 / 720);
  series = multiplyAdd(series, rest, f32x4.splat(1 / 120));
  series = multiplyAdd(series, rest, f32x4.splat(1 / 24));
  series = multiplyAdd(series, rest, f32x4.splat(1 / 6));
  series = multiplyAdd(series, rest, f32x4.splat(1 / 2));
  series = multiplyAdd(series, rest, f32x4.splat(1));
  series = multiplyAdd(series, rest, f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.trunc_sat_f32x4_s(whole), 23);
  return i32x4.add(series, exponent);
}

/** Sum of (gradient × scale)², in double precision over blocks. */
export function sumSquares(n: i32, gradient: usize, scale: usize): f64 {
  const whole = n & ~3;
  let total: f64 = 0;
  let i = 0;
  while (i < whole) {
    const stop = min(whole, i + 4096);
    let lanes = f32x4.splat(0);
    for (; i < stop; i += 4) {
      const at = (i as usize) << 2;
      const slope = f32x4.mul(v128.load(gradient + at), v128.load(scale + at));
      lanes = multiplyAdd(slope, slope, lanes);
    }
    total += laneSum(lanes) as f64;
  }
  for (; i < n; i++) {
    const at = (i as usize) << 2;
    const slope = load<f32>(gradient + at) * load<f32>(scale + at);
    total += (slope * slope) as f64;
  }
  return total;
}

/** AdamW in place; the factors are those of optimiser.ts. */
export function adamw(
  n: i32,
  theta: usize,
  first: usize,
  second: usize,
  gradient: usize,
  scale: usize,
  clip: f32,
  beta1: f64,
  beta2: f64,
  stepSize: f32,
  rootFactor: f32,
  epsilon: f32,
  keep: f32,
): void {
  const whole = n & ~3;
  // Rounded after the subtraction: 1 - 0.999 in single precision is wrong in the fifth digit.
  const kept1 = beta1 as f32;
  const kept2 = beta2 as f32;
  const rest1 = (1 - beta1) as f32;
  const rest2 = (1 - beta2) as f32;
  for (let i = 0; i < whole; i += 4) {
    const at = (i as usize) << 2;
    const scales = v128.load(scale + at);
    const slope = f32x4.mul(f32x4.mul(v128.load(gradient + at), scales), f32x4.splat(clip));
    const newFirst = f32x4.add(
      f32x4.mul(f32x4.splat(kept1), v128.load(first + at)),
      f32x4.mul(f32x4.splat(rest1), slope),
    );
    const newSecond = f32x4.add(
      f32x4.mul(f32x4.splat(kept2), v128.load(second + at)),
      f32x4.mul(f32x4.mul(f32x4.splat(rest2), slope), slope),
    );
    const root = f32x4.mul(f32x4.sqrt(newSecond), f32x4.splat(rootFactor));
    const change = f32x4.div(
      f32x4.mul(f32x4.mul(f32x4.splat(stepSize), scales), newFirst),
      f32x4.add(root, f32x4.splat(epsilon)),
    );
    const kept = f32x4.mul(v128.load(theta + at), f32x4.splat(keep));
    v128.store(first + at, newFirst);
    v128.store(second + at, newSecond);
    v128.store(theta + at, f32x4.sub(kept, change));
  }
  for (let i = whole; i < n; i++) {
    const at = (i as usize) << 2;
    const slope = load<f32>(gradient + at) * load<f32>(scale + at) * clip;
    const newFirst = kept1 * load<f32>(first + at) + rest1 * slope;
    const newSecond = kept2 * load<f32>(second + at) + rest2 * slope * slope;
    const change =
      (stepSize * load<f32>(scale + at) * newFirst) / (sqrt<f32>(newSecond) * rootFactor + epsilon);
    store<f32>(first + at, newFirst);
    store<f32>(second + at, newSecond);
    store<f32>(theta + at, load<f32>(theta + at) * keep - change);
  }
}

/**
 * What core/model/ridge/interactions.ts multiplies by, XᵀWX, without writing X out. A row of the product's inputs times its row of phi, whose length
 * is a number of whole vectors, filled up with zeros. `inputs` and `batches` hold the addresses of coefficients, in bytes from the first.
 */
export function normalProduct(
  rows: i32,
  vectors: i32,
  starts: usize,
  inputs: usize,
  values: usize,
  phi: usize,
  batches: usize,
  weights: usize,
  from: usize,
  to: usize,
): void {
  const rowBytes = (vectors as usize) << 4;
  for (let row = 0; row < rows; row++) {
    const first = load<u32>(starts);
    const end = load<u32>(starts + 4);
    let total = f32x4.splat(0);
    for (let i = first; i < end; i++) {
      const at = (i as usize) << 2;
      const coefficients = from + (load<u32>(inputs + at) as usize);
      let sum = f32x4.splat(0);
      for (let byte: usize = 0; byte < rowBytes; byte += 16)
        sum = multiplyAdd(v128.load(coefficients + byte), v128.load(phi + byte), sum);
      total = multiplyAdd(sum, f32x4.splat(load<f32>(values + at)), total);
    }
    const batch = load<u32>(batches) as usize;
    const scaled = (laneSum(total) + load<f32>(from + batch)) * load<f32>(weights);
    for (let i = first; i < end; i++) {
      const at = (i as usize) << 2;
      const sums = to + (load<u32>(inputs + at) as usize);
      const factor = f32x4.splat(scaled * load<f32>(values + at));
      for (let byte: usize = 0; byte < rowBytes; byte += 16)
        v128.store(sums + byte, multiplyAdd(v128.load(phi + byte), factor, v128.load(sums + byte)));
    }
    store<f32>(to + batch, load<f32>(to + batch) + scaled);
    starts += 4;
    batches += 4;
    weights += 4;
    phi += rowBytes;
  }
}

/** The diagonal of XᵀWX. */
export function normalDiagonal(
  rows: i32,
  vectors: i32,
  starts: usize,
  inputs: usize,
  values: usize,
  phi: usize,
  batches: usize,
  weights: usize,
  to: usize,
): void {
  const rowBytes = (vectors as usize) << 4;
  for (let row = 0; row < rows; row++) {
    const end = load<u32>(starts + 4);
    const weight = load<f32>(weights);
    for (let i = load<u32>(starts); i < end; i++) {
      const at = (i as usize) << 2;
      const value = load<f32>(values + at);
      const sums = to + (load<u32>(inputs + at) as usize);
      const factor = f32x4.splat(value * value * weight);
      for (let byte: usize = 0; byte < rowBytes; byte += 16) {
        const own = v128.load(phi + byte);
        v128.store(sums + byte, multiplyAdd(f32x4.mul(own, own), factor, v128.load(sums + byte)));
      }
    }
    const batch = to + (load<u32>(batches) as usize);
    store<f32>(batch, load<f32>(batch) + weight);
    starts += 4;
    batches += 4;
    weights += 4;
    phi += rowBytes;
  }
}

// Splits of trees, as best-splits.ts defines them, to the last bit. A pair of slopes, gradient and weight, is one vector.

const PAIR_BYTES: usize = 16;
const DESCRIPTION_BYTES: usize = 16;
/** Bits of an entry that hold its bin; its row is in the others. */
const BIN_BITS = 6;

function gradientOf(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0);
}

function weightOf(pair: v128): f64 {
  return f64x2.extract_lane(pair, 1);
}

/**
 * Finds the best split of each node in one level.
 * @param columns numbers of the columns that may be split
 * @param table four words for each column: address and number of its entries, number of its bins, the usual one
 * @param nodes node of each row, a byte
 * @param slopes a pair for each row
 * @param sums room for the pairs of a column's bins, for every node
 * @param wholes the pair of each whole node
 * @param gains best gain so far of each node, f64
 * @param found column and bin of each node's best split so far, two words
 */
export function findSplits(
  columnCount: i32,
  columns: usize,
  table: usize,
  width: i32,
  nodes: usize,
  slopes: usize,
  sums: usize,
  wholes: usize,
  gains: usize,
  found: usize,
  minLeafWeight: f64,
  leafPenalty: f64,
): void {
  for (let c = 0; c < columnCount; c++) {
    const column = load<u32>(columns + ((c as usize) << 2));
    const description = table + (column as usize) * DESCRIPTION_BYTES;
    const entries = load<u32>(description) as usize;
    const end = entries + ((load<u32>(description + 4) as usize) << 2);
    const bins = load<u32>(description + 8) as i32;
    const usual = load<u32>(description + 12) as i32;
    const nodeBytes = (bins as usize) * PAIR_BYTES;
    const sumsEnd = sums + (width as usize) * nodeBytes;
    for (let at = sums; at < sumsEnd; at += PAIR_BYTES) v128.store(at, f64x2.splat(0));
    for (let at = entries; at < end; at += 4) {
      const entry = load<u32>(at);
      const row = (entry >> BIN_BITS) as usize;
      const bin = (entry & ((1 << BIN_BITS) - 1)) as usize;
      const to = sums + (load<u8>(nodes + row) as usize) * nodeBytes + bin * PAIR_BYTES;
      v128.store(to, f64x2.add(v128.load(to), v128.load(slopes + row * PAIR_BYTES)));
    }
    for (let node = 0; node < width; node++) {
      const place = node as usize;
      const bin = betterBin(
        sums + place * nodeBytes,
        bins,
        usual,
        v128.load(wholes + place * PAIR_BYTES),
        gains + (place << 3),
        minLeafWeight,
        leafPenalty,
      );
      if (bin < 0) continue;
      store<u32>(found + (place << 3), column);
      store<i32>(found + (place << 3) + 4, bin);
    }
  }
}

/** The last bin that goes left, whose gain it stores; -1 where no split gains more than the best so far. */
function betterBin(
  from: usize,
  bins: i32,
  usual: i32,
  whole: v128,
  bestGain: usize,
  minLeafWeight: f64,
  leafPenalty: f64,
): i32 {
  const g = gradientOf(whole);
  const h = weightOf(whole);
  if (h < 2 * minLeafWeight) return -1;
  let others = f64x2.splat(0);
  for (let bin = 0; bin < bins; bin++)
    others = f64x2.add(others, v128.load(from + (bin as usize) * PAIR_BYTES));
  if (weightOf(others) < minLeafWeight) return -1;
  const penalties = f64x2.splat(leafPenalty);
  const unsplit = (g * g) / (h + leafPenalty);
  const rest = f64x2.sub(whole, others);
  let left = f64x2.splat(0);
  let best = -1;
  for (let bin = 0; bin < bins - 1; bin++) {
    left = f64x2.add(left, bin == usual ? rest : v128.load(from + (bin as usize) * PAIR_BYTES));
    const right = f64x2.sub(whole, left);
    if (weightOf(left) < minLeafWeight || weightOf(right) < minLeafWeight) continue;
    // Both sides at once: gradients in one vector, weights in the other.
    const gradients = v128.shuffle<f64>(left, right, 0, 2);
    const weights = v128.shuffle<f64>(left, right, 1, 3);
    const parts = f64x2.div(f64x2.mul(gradients, gradients), f64x2.add(weights, penalties));
    const gain = f64x2.extract_lane(parts, 0) + f64x2.extract_lane(parts, 1) - unsplit;
    if (gain <= load<f64>(bestGain)) continue;
    store<f64>(bestGain, gain);
    best = bin;
  }
  return best;
}

// The net's own operations, as fused-operations.ts defines them. Lines of numbers are taken four at a time and what is left over one by one,
// by the same code.

function loadSome(at: usize, isWhole: bool): v128 {
  return isWhole ? v128.load(at) : v128.load32_splat(at);
}

function storeSome(at: usize, values: v128, isWhole: bool): void {
  if (isWhole) v128.store(at, values);
  else store<f32>(at, f32x4.extract_lane(values, 0));
}

function addSome(at: usize, values: v128, isWhole: bool): void {
  storeSome(at, f32x4.add(loadSome(at, isWhole), values), isWhole);
}

function clear(n: i32, x: usize): void {
  memory.fill(x, 0, (n as usize) << 2);
}

export function memberWeights(
  inputs: i32,
  members: i32,
  width: i32,
  weights: usize,
  signs: usize,
  y: usize,
): void {
  const line = (width as usize) << 2;
  for (let input = 0; input < inputs; input++) {
    for (let member = 0; member < members; member++) {
      const sign = v128.load32_splat(signs);
      for (let i = 0; i < width;) {
        const at = (i as usize) << 2;
        const isWhole = i + 4 <= width;
        storeSome(y + at, f32x4.mul(loadSome(weights + at, isWhole), sign), isWhole);
        i += isWhole ? 4 : 1;
      }
      signs += 4;
      y += line;
    }
    weights += line;
  }
}

export function memberWeightsGradient(
  inputs: i32,
  members: i32,
  width: i32,
  dy: usize,
  weights: usize,
  signs: usize,
  dWeights: usize,
  dSigns: usize,
): void {
  const line = (width as usize) << 2;
  clear(inputs * width, dWeights);
  for (let input = 0; input < inputs; input++) {
    for (let member = 0; member < members; member++) {
      const sign = v128.load32_splat(signs);
      let lanes = f32x4.splat(0);
      let rest: f32 = 0;
      for (let i = 0; i < width;) {
        const at = (i as usize) << 2;
        const isWhole = i + 4 <= width;
        const slope = loadSome(dy + at, isWhole);
        const product = f32x4.mul(slope, loadSome(weights + at, isWhole));
        if (isWhole) lanes = f32x4.add(lanes, product);
        else rest += f32x4.extract_lane(product, 0);
        addSome(dWeights + at, f32x4.mul(slope, sign), isWhole);
        i += isWhole ? 4 : 1;
      }
      store<f32>(dSigns, laneSum(lanes) + rest);
      signs += 4;
      dSigns += 4;
      dy += line;
    }
    weights += line;
    dWeights += line;
  }
}

/** `gain` and `mask` are 0 where there is none. */
export function activate(
  members: i32,
  rows: i32,
  width: i32,
  rowsFirst: bool,
  x: usize,
  scale: usize,
  bias: usize,
  gain: usize,
  mask: usize,
  y: usize,
): void {
  const line = (width as usize) << 2;
  const zero = f32x4.splat(0);
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      const from = x + line * ((rowsFirst ? row * members + member : member * rows + row) as usize);
      for (let i = 0; i < width;) {
        const at = (i as usize) << 2;
        const isWhole = i + 4 <= width;
        const sum = multiplyAdd(
          loadSome(from + at, isWhole),
          loadSome(scale + at, isWhole),
          loadSome(bias + at, isWhole),
        );
        let value = f32x4.max(sum, zero);
        if (mask) value = f32x4.mul(value, loadSome(mask + at, isWhole));
        if (gain) value = f32x4.mul(value, loadSome(gain + at, isWhole));
        storeSome(y + at, value, isWhole);
        i += isWhole ? 4 : 1;
      }
      y += line;
      if (mask) mask += line;
    }
    scale += line;
    bias += line;
    if (gain) gain += line;
  }
}

export function activateGradient(
  members: i32,
  rows: i32,
  width: i32,
  rowsFirst: bool,
  x: usize,
  scale: usize,
  bias: usize,
  gain: usize,
  mask: usize,
  dy: usize,
  dX: usize,
  dScale: usize,
  dBias: usize,
  dGain: usize,
): void {
  const line = (width as usize) << 2;
  const zero = f32x4.splat(0);
  clear(members * width, dScale);
  clear(members * width, dBias);
  if (gain) clear(members * width, dGain);
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      const start = line * ((rowsFirst ? row * members + member : member * rows + row) as usize);
      for (let i = 0; i < width;) {
        const at = (i as usize) << 2;
        const isWhole = i + 4 <= width;
        const own = loadSome(x + start + at, isWhole);
        const factor = loadSome(scale + at, isWhole);
        const sum = multiplyAdd(own, factor, loadSome(bias + at, isWhole));
        let slope = v128.and(loadSome(dy + at, isWhole), f32x4.gt(sum, zero));
        if (mask) slope = f32x4.mul(slope, loadSome(mask + at, isWhole));
        if (gain) {
          addSome(dGain + at, f32x4.mul(slope, sum), isWhole);
          slope = f32x4.mul(slope, loadSome(gain + at, isWhole));
        }
        addSome(dScale + at, f32x4.mul(slope, own), isWhole);
        addSome(dBias + at, slope, isWhole);
        storeSome(dX + start + at, f32x4.mul(slope, factor), isWhole);
        i += isWhole ? 4 : 1;
      }
      dy += line;
      if (mask) mask += line;
    }
    scale += line;
    bias += line;
    dScale += line;
    dBias += line;
    if (gain) {
      gain += line;
      dGain += line;
    }
  }
}

/** y[members, rows, outputs] = a + b + bias[members, outputs] */
export function sumWithBias(
  members: i32,
  rows: i32,
  outputs: i32,
  a: usize,
  b: usize,
  bias: usize,
  y: usize,
): void {
  const line = (outputs as usize) << 2;
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < outputs;) {
        const at = (i as usize) << 2;
        const isWhole = i + 4 <= outputs;
        const sum = f32x4.add(loadSome(a + at, isWhole), loadSome(b + at, isWhole));
        storeSome(y + at, f32x4.add(sum, loadSome(bias + at, isWhole)), isWhole);
        i += isWhole ? 4 : 1;
      }
      a += line;
      b += line;
      y += line;
    }
    bias += line;
  }
}

/** In place, down one column: sign × softplus(sign × x + shift). */
export function signColumn(lines: i32, outputs: i32, sign: f32, shift: f32, x: usize): void {
  const line = (outputs as usize) << 2;
  for (let i = 0; i < lines; i++) {
    const value = softplusOf(f32x4.splat(sign * load<f32>(x) + shift));
    store<f32>(x, sign * f32x4.extract_lane(value, 0));
    x += line;
  }
}

/** In place, down one column: dy × sigmoid(sign × (a + b + bias) + shift). */
export function signColumnGradient(
  members: i32,
  rows: i32,
  outputs: i32,
  sign: f32,
  shift: f32,
  a: usize,
  b: usize,
  bias: usize,
  dy: usize,
): void {
  const line = (outputs as usize) << 2;
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      const raw = load<f32>(a) + load<f32>(b) + load<f32>(bias);
      const share = sigmoidOf(f32x4.splat(sign * raw + shift));
      store<f32>(dy, load<f32>(dy) * f32x4.extract_lane(share, 0));
      a += line;
      b += line;
      dy += line;
    }
    bias += line;
  }
}

function sigmoidOf(x: v128): v128 {
  const one = f32x4.splat(1);
  const u = expOf(f32x4.max(f32x4.neg(f32x4.abs(x)), f32x4.splat(-87)));
  const isPositive = f32x4.gt(x, f32x4.splat(0));
  return f32x4.div(v128.bitselect(one, u, isPositive), f32x4.add(one, u));
}

/** z[members, rows, heads] = the sums of y × phi by head + offsets */
export function headSums(
  members: i32,
  rows: i32,
  outputs: i32,
  heads: i32,
  y: usize,
  phi: usize,
  gather: usize,
  offsets: usize,
  z: usize,
): void {
  const line = (outputs as usize) << 2;
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      const basis = phi + (row as usize) * line;
      for (let head = 0; head < heads; head++) {
        const own = gather + (head as usize) * line;
        let lanes = f32x4.splat(0);
        let rest: f32 = 0;
        for (let i = 0; i < outputs;) {
          const at = (i as usize) << 2;
          const isWhole = i + 4 <= outputs;
          const term = f32x4.mul(loadSome(y + at, isWhole), loadSome(basis + at, isWhole));
          const product = f32x4.mul(term, loadSome(own + at, isWhole));
          if (isWhole) lanes = f32x4.add(lanes, product);
          else rest += f32x4.extract_lane(product, 0);
          i += isWhole ? 4 : 1;
        }
        store<f32>(z, laneSum(lanes) + rest + load<f32>(offsets + ((head as usize) << 2)));
        z += 4;
      }
      y += line;
    }
  }
}

export function headSumsGradient(
  members: i32,
  rows: i32,
  outputs: i32,
  heads: i32,
  dy: usize,
  phi: usize,
  gather: usize,
  result: usize,
): void {
  const line = (outputs as usize) << 2;
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      const basis = phi + (row as usize) * line;
      for (let i = 0; i < outputs;) {
        const at = (i as usize) << 2;
        const isWhole = i + 4 <= outputs;
        let sum = f32x4.splat(0);
        let own = gather + at;
        for (let head = 0; head < heads; head++) {
          const slope = v128.load32_splat(dy + ((head as usize) << 2));
          sum = multiplyAdd(slope, loadSome(own, isWhole), sum);
          own += line;
        }
        storeSome(result + at, f32x4.mul(sum, loadSome(basis + at, isWhole)), isWhole);
        i += isWhole ? 4 : 1;
      }
      dy += (heads as usize) << 2;
      result += line;
    }
  }
}

/** The sum over members of `size` numbers each; the other four are the same for every member. */
export function likelihood(
  members: i32,
  size: i32,
  z: usize,
  soft: usize,
  square: usize,
  target: usize,
  constant: usize,
): f64 {
  const half = f32x4.splat(0.5);
  let total: f64 = 0;
  for (let member = 0; member < members; member++) {
    let lanes = f32x4.splat(0);
    let rest: f32 = 0;
    for (let i = 0; i < size;) {
      const at = (i as usize) << 2;
      const isWhole = i + 4 <= size;
      const own = loadSome(z + at, isWhole);
      const curve = f32x4.mul(f32x4.mul(loadSome(square + at, isWhole), own), half);
      const line = f32x4.sub(curve, loadSome(target + at, isWhole));
      let loss = multiplyAdd(own, line, loadSome(constant + at, isWhole));
      loss = multiplyAdd(loadSome(soft + at, isWhole), softplusOf(own), loss);
      if (isWhole) lanes = f32x4.add(lanes, loss);
      else rest += f32x4.extract_lane(loss, 0);
      i += isWhole ? 4 : 1;
    }
    total += (laneSum(lanes) as f64) + (rest as f64);
    z += (size as usize) << 2;
  }
  return total;
}

export function likelihoodGradient(
  members: i32,
  size: i32,
  factor: f32,
  z: usize,
  soft: usize,
  square: usize,
  target: usize,
  dZ: usize,
): void {
  for (let member = 0; member < members; member++) {
    for (let i = 0; i < size;) {
      const at = (i as usize) << 2;
      const isWhole = i + 4 <= size;
      const own = loadSome(z + at, isWhole);
      const line = f32x4.sub(
        f32x4.mul(loadSome(square + at, isWhole), own),
        loadSome(target + at, isWhole),
      );
      const slope = multiplyAdd(loadSome(soft + at, isWhole), sigmoidOf(own), line);
      storeSome(dZ + at, f32x4.mul(slope, f32x4.splat(factor)), isWhole);
      i += isWhole ? 4 : 1;
    }
    z += (size as usize) << 2;
    dZ += (size as usize) << 2;
  }
}
