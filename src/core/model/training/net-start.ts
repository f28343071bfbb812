// What a network starts from: the ridges' coefficients. The start itself is not trained, so that the network learns only
// what ridges leave, and weight decay pulls it towards them.

import type { ActionBasis } from '../features/action-basis.ts';
import type { Ridge } from '../ridge/ridge.ts';
import { mean, standardDeviation } from '#core/base/statistics/statistics.ts';
import { segments } from '../net/net-layout.ts';
import { outputCount, type NetShape, type SignedColumn } from '../net/net.ts';

/** Linear coefficients that are added to those of every member. */
export interface NetStart {
  /** Number of heads that start here, the first ones; the others have zeros. */
  readonly heads: number;
  /** [inputs, outputs] */
  readonly skip: Float32Array;
  /** [outputs] */
  readonly bias: Float32Array;
}

/** Returns whether networks start from the ridges: where there are channels to choose from, these separate actions best. */
export function startsFromRidges({ channels }: Pick<ActionBasis, 'channels'>): boolean {
  return channels.length > 1;
}

/**
 * Returns the start whose predictions are those of the ridges, one for each of the first heads. Where a column is
 * signed, it is close to them.
 * @param x [rows, inputs]: the products that the ridges learnt from
 */
export function startFromRidges(
  shape: NetShape,
  offsets: readonly number[],
  { ridges, x }: { readonly ridges: readonly Ridge[]; readonly x: Float32Array },
): NetStart {
  const { inputs } = shape;
  const outputs = outputCount(shape);
  const skip = new Float32Array(inputs * outputs);
  const bias = new Float32Array(outputs);
  let first = 0;
  ridges.forEach(({ base, weights }, h) => {
    const { basis, signed = [] } = shape.heads[h]!;
    for (let j = 0; j < inputs; j++)
      skip.set(weights.subarray((j + 1) * basis, (j + 2) * basis), j * outputs + first);
    bias.set(weights.subarray(0, basis), first);
    bias[first] = bias[first]! + base - offsets[h]!;
    for (const each of signed) bend({ skip, bias }, first + each.column, { ...each, x });
    first += basis;
  });
  return { heads: ridges.length, skip, bias };
}

/** Least size of a signed coefficient, which softplus never lets be 0. */
const FAINT = 0.002;

/** Rewrites a column of linear coefficients so that sign × softplus(…) is close to them for most products. */
function bend(
  { skip, bias }: Pick<NetStart, 'skip' | 'bias'>,
  output: number,
  { sign, start, x }: SignedColumn & { readonly x: Float32Array },
): void {
  const outputs = bias.length;
  const inputs = skip.length / outputs;
  const sizes = Array.from({ length: x.length / inputs }, (_, row) => {
    let size = bias[output]!;
    for (let j = 0; j < inputs; j++) size += x[row * inputs + j]! * skip[j * outputs + output]!;
    return sign * size;
  });
  const [middle, spread] = [mean(sizes), standardDeviation(sizes)];
  const low = inverseSoftplus(Math.max(FAINT, middle - spread));
  const high = inverseSoftplus(Math.max(FAINT, middle + spread));
  const slope = spread > 0 ? (high - low) / (2 * spread) : 0;
  const level = (low + high) / 2 - slope * middle - inverseSoftplus(start);
  bias[output] = slope * bias[output]! + sign * level;
  for (let j = 0; j < inputs; j++) skip[j * outputs + output] = slope * skip[j * outputs + output]!;
}

function inverseSoftplus(value: number): number {
  return Math.log(Math.expm1(value));
}

/**
 * Returns a network's parameters with the start added to the skip and bias of every member.
 * @param theta all parameters, in the order of `segments`, as is the result
 */
export function addStart(
  shape: NetShape,
  theta: Float32Array,
  { skip, bias }: NetStart,
): Float32Array {
  const whole = theta.slice();
  const starts = new Map([
    ['headSkip', skip],
    ['headBias', bias],
  ]);
  for (const { name, offset, size } of segments(shape)) {
    const start = starts.get(name);
    if (!start) continue;
    for (let i = 0; i < size; i++)
      whole[offset + i] = whole[offset + i]! + start[i % start.length]!;
  }
  return whole;
}
