// A plain ridge regression on one-hot columns, fast enough for some hundred fits.

/**
 * Solves (XᵀX + λI) b = Xᵀy by Cholesky decomposition. The first column, a constant, is not penalised. x: [rows ×
 * columns], row-major.
 */
export function fitSimpleRidge(x: Float64Array, y: Float64Array, penalty: number): Float64Array {
  const width = x.length / y.length;
  const a = new Float64Array(width * width);
  const b = new Float64Array(width);
  y.forEach((target, i) => {
    const row = x.subarray(i * width, (i + 1) * width);
    const used = [...row.keys()].filter((j) => row[j] !== 0);
    for (const j of used) {
      b[j]! += row[j]! * target;
      for (const k of used) if (k <= j) a[j * width + k]! += row[j]! * row[k]!;
    }
  });
  for (let j = 0; j < width; j++) a[j * width + j]! += j === 0 ? 1e-9 : penalty;
  return solveCholesky(a, b);
}

function solveCholesky(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const left = a[j * n + k]!;
      if (left === 0) continue;
      for (let i = j; i < n; i++) a[i * n + j]! -= left * a[i * n + k]!;
    }
    const root = Math.sqrt(a[j * n + j]!);
    for (let i = j; i < n; i++) a[i * n + j]! /= root;
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= a[i * n + k]! * x[k]!;
    x[i]! /= a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= a[k * n + i]! * x[k]!;
    x[i]! /= a[i * n + i]!;
  }
  return x;
}
