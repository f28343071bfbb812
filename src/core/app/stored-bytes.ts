const BYTES_A_LETTER = 2;
const BYTES_A_NUMBER = 8;

/**
 * Returns the approximate size of a stored value in bytes: two per letter, eight per number, buffers as they are.
 * Overhead and compression of the database are not included.
 */
export function storedBytes(value: unknown): number {
  if (typeof value === 'string') return value.length * BYTES_A_LETTER;
  if (typeof value === 'number' || typeof value === 'boolean') return BYTES_A_NUMBER;
  if (typeof value !== 'object' || value === null) return 0;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return sumOf(value);
  return Object.entries(value).reduce(
    (sum, [key, held]) => sum + key.length * BYTES_A_LETTER + storedBytes(held),
    0,
  );
}

function sumOf(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + storedBytes(value), 0);
}
