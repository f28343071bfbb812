import type { TrainingRows } from './net.ts';

/**
 * Returns the loss of each head, as net.ts defines it: means per row and member.
 * @param z [members, rows, heads]
 */
export function lossByHead(
  z: Float32Array,
  { rowCount, soft, square, target, constant }: Omit<TrainingRows, 'x' | 'phi'>,
  { members, heads }: { readonly members: number; readonly heads: readonly unknown[] },
): number[] {
  const perMember = rowCount * heads.length;
  const sums = new Float64Array(heads.length);
  for (let i = 0; i < members * perMember; i++) {
    const at = i % perMember;
    const value = z[i]!;
    const curved = soft[at]! * softplus(value) + (square[at]! / 2) * value * value;
    const head = at % heads.length;
    sums[head] = sums[head]! + curved - target[at]! * value + constant[at]!;
  }
  return Array.from(sums, (sum) => sum / (members * rowCount));
}

function softplus(value: number): number {
  return Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));
}
