// @ts-check
// Packs tensors into one file: a JSON head that lists them, then their values. src/core/model/text/packed-tensors.ts
// reads the file and describes its layout.

/** @typedef {{ name: string, shape: number[], scaledBy: 'row' | 'column' | 'none' }} PackedTensor */
/** @typedef {PackedTensor & { values: Float32Array }} TensorToPack */

const MAGIC = 'DEBUTLM1';
const GREATEST = 127;
/** Bytes to which the parts of the file are aligned, so that typed arrays can view them. */
const ALIGNMENT = 4;

/**
 * A scaled matrix has a float32 scale for each row or column, then int8; other tensors stay float32.
 * @param {TensorToPack[]} tensors
 * @returns {Uint8Array}
 */
export function packTensors(tensors) {
  const parts = tensors.flatMap(({ shape: [rows = 0, columns = 0], scaledBy, values }) =>
    scaledBy === 'none' ? [bytesOf(values)] : quantise(values, { rows, columns, scaledBy }),
  );
  const listed = tensors.map(({ name, shape, scaledBy }) => ({ name, shape, scaledBy }));
  const head = new TextEncoder().encode(JSON.stringify({ tensors: listed }));
  const length = Uint32Array.of(head.length);
  return joined([new TextEncoder().encode(MAGIC), bytesOf(length), head, ...parts]);
}

/**
 * Quantises symmetrically: value ≈ scale × int8, with the greatest magnitude of each row or column at ±127.
 * @param {Float32Array} values [rows, columns]
 * @param {{ rows: number, columns: number, scaledBy: 'row' | 'column' }} options
 * @returns {[scales: Uint8Array, values: Uint8Array]}
 */
function quantise(values, { rows, columns, scaledBy }) {
  const group = (/** @type {number} */ i) =>
    scaledBy === 'row' ? Math.floor(i / columns) : i % columns;
  const scales = new Float32Array(scaledBy === 'row' ? rows : columns);
  values.forEach((value, i) => {
    const g = group(i);
    scales[g] = Math.max(scales[g] ?? 0, Math.abs(value) / GREATEST);
  });
  const whole = Int8Array.from(values, (value, i) => {
    const scale = scales[group(i)] ?? 0;
    return scale === 0 ? 0 : Math.max(-GREATEST, Math.min(GREATEST, Math.round(value / scale)));
  });
  return [bytesOf(scales), bytesOf(whole)];
}

/** @param {Float32Array | Int8Array | Uint32Array} values */
function bytesOf(values) {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const size = (/** @type {Uint8Array} */ { length }) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
  const file = new Uint8Array(parts.reduce((sum, part) => sum + size(part), 0));
  let offset = 0;
  for (const part of parts) {
    file.set(part, offset);
    offset += size(part);
  }
  return file;
}
