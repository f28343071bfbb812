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

/**
 * C[m, n] = A[m, k] × B[k, n]. B and C are row-major. A is read with its strides in elements, over its rows and over the
 * shared axis, so that a transposed A costs nothing. Most of the work is in tiles of 6 rows by 8 columns: 12 accumulators,
 * 2 vectors of B and one of A fill the 16 registers that every processor has.
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
): void {
  const rowStride = (aRow as usize) << 2;
  const sharedStride = (aShared as usize) << 2;
  const lineStride = (n as usize) << 2;
  let column = 0;
  for (; column + 7 < n; column += 8) {
    const at = (column as usize) << 2;
    let row = 0;
    for (; row + 5 < m; row += 6) {
      tile6x8(
        k,
        a + (row as usize) * rowStride,
        rowStride,
        sharedStride,
        b + at,
        c + at + (row as usize) * lineStride,
        lineStride,
      );
    }
    for (; row < m; row++) {
      const aStart = a + (row as usize) * rowStride;
      const cStart = c + at + (row as usize) * lineStride;
      tile1x8(k, aStart, sharedStride, b + at, cStart, lineStride);
    }
  }
  for (; column + 3 < n; column += 4) {
    const at = (column as usize) << 2;
    for (let row = 0; row < m; row++) {
      const cStart = c + at + (row as usize) * lineStride;
      tile1x4(k, a + (row as usize) * rowStride, sharedStride, b + at, cStart, lineStride);
    }
  }
  for (; column < n; column++) {
    const at = (column as usize) << 2;
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
 * What core/ridge/interactions.ts multiplies by, XᵀWX, without writing X out. A row of the product's inputs times its row of phi, whose length
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
