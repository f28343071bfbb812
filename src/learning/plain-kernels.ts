// The network's own operations in plain JavaScript, for any backend: the reference for the others, and the
// implementation for the CPU.

import type { KernelBackend, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { sigmoid, softplus } from '#core/base/statistics/statistics.ts';
import {
  ACTIVATE,
  ACTIVATE_GRADIENT,
  HEAD_SUMS,
  HEAD_SUMS_GRADIENT,
  LIKELIHOOD,
  LIKELIHOOD_GRADIENT,
  MEMBER_WEIGHTS,
  MEMBER_WEIGHTS_GRADIENT,
  SIGNED_SUM,
  SIGNED_SUM_GRADIENT,
  activateInputs,
  type ActivateSizes,
  type SignedOutput,
} from './fused-operations.ts';

/** Values and shapes of the inputs by name, and the attributes. */
interface Call {
  readonly values: Readonly<Record<string, Float32Array>>;
  readonly shapes: Readonly<Record<string, number[]>>;
  readonly attributes: unknown;
}

interface Result {
  readonly shape: number[];
  readonly values: Float32Array;
}

type Compute = (call: Call) => Result | Result[];

/** Returns the kernels, registered for this backend. */
export function plainKernels(backendName: string): KernelConfig[] {
  return Object.entries(computes).map(([kernelName, compute]) => ({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const named = Object.entries(
        kernelName === ACTIVATE ? activateInputs<TensorInfo>(inputs, attrs) : inputs,
      ) as [string, TensorInfo][];
      const home = backend as Pick<KernelBackend, 'readSync' | 'write'>;
      const results = compute({
        values: Object.fromEntries(
          named.map(([name, { dataId }]) => [name, home.readSync(dataId) as Float32Array]),
        ),
        shapes: Object.fromEntries(named.map(([name, { shape }]) => [name, shape])),
        attributes: attrs,
      });
      const give = ({ shape, values }: Result): TensorInfo => ({
        dataId: home.write(values, shape, 'float32'),
        shape,
        dtype: 'float32',
      });
      return Array.isArray(results) ? results.map(give) : give(results);
    },
  }));
}

const computes: Record<string, Compute> = {
  [MEMBER_WEIGHTS]: ({ values, shapes }) => {
    const { weights, signs } = values as { weights: Float32Array; signs: Float32Array };
    const [inputs, , width] = shapes.weights as [number, 1, number];
    const members = shapes.signs![1]!;
    const result = new Float32Array(inputs * members * width);
    result.forEach((_, i) => {
      const row = Math.floor(i / width);
      result[i] = weights[Math.floor(row / members) * width + (i % width)]! * signs[row]!;
    });
    return { shape: [inputs, members, width], values: result };
  },

  [MEMBER_WEIGHTS_GRADIENT]: ({ values, shapes }) => {
    const { dy, weights, signs } = values as Record<'dy' | 'weights' | 'signs', Float32Array>;
    const [, members, width] = shapes.dy as [number, number, number];
    const dWeights = new Float32Array(weights.length);
    const dSigns = new Float32Array(signs.length);
    dy.forEach((slope, i) => {
      const row = Math.floor(i / width);
      const weight = Math.floor(row / members) * width + (i % width);
      dWeights[weight]! += slope * signs[row]!;
      dSigns[row]! += slope * weights[weight]!;
    });
    return [
      { shape: shapes.weights!, values: dWeights },
      { shape: shapes.signs!, values: dSigns },
    ];
  },

  [ACTIVATE]: ({ values, attributes }) => {
    const sizes = attributes as ActivateSizes;
    const { members, rows, width } = sizes;
    const { x, scale, bias, gain, mask } = values as ActivateValues;
    const result = new Float32Array(members * rows * width);
    eachCell(sizes, (at, from, unit) => {
      const sum = x[from]! * scale[unit]! + bias[unit]!;
      result[at] = Math.max(0, sum) * (mask?.[at] ?? 1) * (gain?.[unit] ?? 1);
    });
    return { shape: [members, rows, width], values: result };
  },

  [ACTIVATE_GRADIENT]: ({ values, shapes, attributes }) => {
    const { x, scale, bias, gain, mask, dy } = values as ActivateValues & { dy: Float32Array };
    const dX = new Float32Array(x.length);
    const [dScale, dBias, dGain] = [0, 1, 2].map(() => new Float32Array(scale.length)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    eachCell(attributes as ActivateSizes, (at, from, unit) => {
      const sum = x[from]! * scale[unit]! + bias[unit]!;
      if (!(sum > 0)) return;
      const reached = dy[at]! * (mask?.[at] ?? 1);
      const slope = reached * (gain?.[unit] ?? 1);
      dX[from] = slope * scale[unit]!;
      dScale[unit]! += slope * x[from]!;
      dBias[unit]! += slope;
      dGain[unit]! += reached * sum;
    });
    return [
      { shape: shapes.x!, values: dX },
      { shape: shapes.scale!, values: dScale },
      { shape: shapes.bias!, values: dBias },
      ...(gain ? [{ shape: shapes.gain!, values: dGain }] : []),
    ];
  },

  [SIGNED_SUM]: ({ values, shapes, attributes }) => {
    const { a } = values as { a: Float32Array };
    const signs = signsOf(attributes);
    const sums = a.map((_, i) => sumAt(i, values, shapes));
    const outputs = shapes.a![2]!;
    const result = sums.map((sum, i) => {
      const signed = signs.get(i % outputs);
      return signed ? signed.sign * softplus(signed.sign * sum + signed.shift) : sum;
    });
    return { shape: shapes.a!, values: result };
  },

  [SIGNED_SUM_GRADIENT]: ({ values, shapes, attributes }) => {
    const { dy } = values as { dy: Float32Array };
    const signs = signsOf(attributes);
    const outputs = shapes.a![2]!;
    const result = dy.map((slope, i) => {
      const signed = signs.get(i % outputs);
      if (!signed) return slope;
      return slope * sigmoid(signed.sign * sumAt(i, values, shapes) + signed.shift);
    });
    return { shape: shapes.a!, values: result };
  },

  [HEAD_SUMS]: ({ values, shapes }) => {
    const { y, phi, gather, offsets } = values as Record<
      'y' | 'phi' | 'gather' | 'offsets',
      Float32Array
    >;
    const [members, rows, outputs] = shapes.y as [number, number, number];
    const heads = offsets.length;
    const z = Float32Array.from({ length: members * rows * heads }, (_, i) => {
      const [row, head] = [Math.floor(i / heads), i % heads];
      const start = (row % rows) * outputs;
      let sum = 0;
      for (let j = 0; j < outputs; j++)
        sum += y[row * outputs + j]! * phi[start + j]! * gather[head * outputs + j]!;
      return sum + offsets[head]!;
    });
    return { shape: [members, rows, heads], values: z };
  },

  [HEAD_SUMS_GRADIENT]: ({ values, shapes }) => {
    const { dy, phi, gather } = values as Record<'dy' | 'phi' | 'gather', Float32Array>;
    const [members, rows, heads] = shapes.dy as [number, number, number];
    const outputs = shapes.phi![1]!;
    const result = Float32Array.from({ length: members * rows * outputs }, (_, i) => {
      const [row, output] = [Math.floor(i / outputs), i % outputs];
      let sum = 0;
      for (let head = 0; head < heads; head++)
        sum += dy[row * heads + head]! * gather[head * outputs + output]!;
      return sum * phi[(row % rows) * outputs + output]!;
    });
    return { shape: [members, rows, outputs], values: result };
  },

  [LIKELIHOOD]: ({ values, shapes }) => {
    const { z, soft, square, target, constant } = values as LikelihoodValues;
    let sum = 0;
    for (let i = 0; i < z.length; i++) {
      const at = i % soft.length;
      const own = z[i]!;
      sum +=
        soft[at]! * softplus(own) + own * (0.5 * square[at]! * own - target[at]!) + constant[at]!;
    }
    return { shape: [], values: Float32Array.of(sum * share(shapes.z!)) };
  },

  [LIKELIHOOD_GRADIENT]: ({ values, shapes }) => {
    const { z, soft, square, target, dy } = values as LikelihoodValues & { dy: Float32Array };
    const factor = dy[0]! * share(shapes.z!);
    const result = z.map((own, i) => {
      const at = i % soft.length;
      return factor * (soft[at]! * sigmoid(own) + square[at]! * own - target[at]!);
    });
    return { shape: shapes.z!, values: result };
  },
};

type ActivateValues = Record<'x' | 'scale' | 'bias', Float32Array> &
  Partial<Record<'gain' | 'mask', Float32Array>>;

type LikelihoodValues = Record<'z' | 'soft' | 'square' | 'target' | 'constant', Float32Array>;

/** Visits each element of the result with its index, the index of its x and the index of its hidden unit. */
function eachCell(
  { members, rows, width, rowsFirst }: ActivateSizes,
  use: (at: number, from: number, unit: number) => void,
): void {
  for (let member = 0; member < members; member++) {
    for (let row = 0; row < rows; row++) {
      const line = member * rows + row;
      const from = rowsFirst ? row * members + member : line;
      for (let i = 0; i < width; i++) use(line * width + i, from * width + i, member * width + i);
    }
  }
}

function signsOf(attributes: unknown): Map<number, SignedOutput> {
  const { signed } = attributes as { signed: readonly SignedOutput[] };
  return new Map(signed.map((each) => [each.output, each]));
}

function sumAt(i: number, values: Call['values'], shapes: Call['shapes']): number {
  const { a, b, bias } = values as Record<'a' | 'b' | 'bias', Float32Array>;
  const [, rows, outputs] = shapes.a as [number, number, number];
  const member = Math.floor(i / (rows * outputs));
  return a[i]! + b[i]! + bias[member * outputs + (i % outputs)]!;
}

/** Returns the weight of one row of one member in the mean. */
function share([members, rows]: number[]): number {
  return 1 / (members! * rows!);
}
