// The network's own operations on the GPU, each result in one dispatch. Sizes are written into the shaders, so each
// batch shape has shaders of its own.

import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu';
import { util, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  ACTIVATE,
  ACTIVATE_GRADIENT,
  activateInputs,
  HEAD_SUMS,
  HEAD_SUMS_GRADIENT,
  LIKELIHOOD,
  LIKELIHOOD_GRADIENT,
  MEMBER_WEIGHTS,
  MEMBER_WEIGHTS_GRADIENT,
  SIGNED_SUM,
  SIGNED_SUM_GRADIENT,
  type ActivateSizes,
  type SignedOutput,
} from '../fused-operations.ts';

const THREADS = 256;

type Inputs = Readonly<Record<string, TensorInfo>>;
/** Runs WGSL code that sets `value` for the number at `index` of the result; inputs are arrays by name. */
type Give = (shape: number[], inputs: Inputs, code: string) => TensorInfo;
interface Gpu {
  readonly give: Give;
  readonly drop: (tensor: TensorInfo) => void;
}

type Kernel = (gpu: Gpu, inputs: Inputs, attributes: unknown) => TensorInfo | TensorInfo[];

const SOFTPLUS = 'fn softplus(x : f32) -> f32 { return max(x, 0.0) + log1p(exp(-abs(x))); }';
/** log(1 + u) for 0 ≤ u ≤ 1. WGSL has no log1p, and log(1 + u) of a small u rounds to 0. */
const LOG1P = `fn log1p(u : f32) -> f32 {
  let s = u / (2.0 + u);
  let q = s * s;
  return 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (1.0 / 5.0 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q * (1.0 / 11.0 + q / 13.0))))));
}`;
const SIGMOID = `fn sigmoid(x : f32) -> f32 {
  let u = exp(-abs(x));
  return select(u, 1.0, x > 0.0) / (1.0 + u);
}`;
const FUNCTIONS = [LOG1P, SOFTPLUS, SIGMOID].join('\n');

export const fusedKernels: readonly KernelConfig[] = Object.entries(kernelsByName()).map(
  ([kernelName, kernel]) => ({
    kernelName,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs, backend }) => kernel(gpuOf(backend), inputs as Inputs, attrs),
  }),
);

function gpuOf(home: unknown): Gpu {
  const backend = home as WebGPUBackend; // these kernels are registered for this backend only
  const drop = ({ dataId }: TensorInfo) => void backend.disposeData(dataId);
  const give: Give = (shape, inputs, code) => {
    const size = util.sizeFromShape(shape);
    const names = Object.keys(inputs);
    const body = `${FUNCTIONS}
      fn main(index : i32) {
        if (index >= uniforms.size) { return; }
        ${code}
        result[index] = value;
      }`;
    const program = {
      variableNames: names,
      outputShape: shape,
      shaderKey: `debut ${names.join()} ${code}`,
      dispatchLayout: { x: [0] },
      dispatch: [Math.ceil(size / THREADS), 1, 1] as [number, number, number],
      workgroupSize: [THREADS, 1, 1] as [number, number, number],
      size: true,
      getUserCode: () => body,
    };
    return backend.runWebGPUProgram(program, Object.values(inputs), 'float32');
  };
  return { give, drop };
}

function kernelsByName(): Record<string, Kernel> {
  return {
    [MEMBER_WEIGHTS]: ({ give }, { weights, signs }) => {
      const [inputs, members] = signs!.shape as [number, number];
      const width = weights!.shape[2]!;
      return give(
        [inputs, members, width],
        { weights: weights!, signs: signs! },
        `let row = index / ${width};
        let value = weights[row / ${members} * ${width} + index % ${width}] * signs[row];`,
      );
    },

    [MEMBER_WEIGHTS_GRADIENT]: ({ give }, { dy, weights, signs }) => {
      const [, members, width] = dy!.shape as [number, number, number];
      const dWeights = give(
        weights!.shape,
        { dy: dy!, signs: signs! },
        `let first = index / ${width} * ${members};
        var value = 0.0;
        for (var row = first; row < first + ${members}; row = row + 1) {
          value = value + dy[row * ${width} + index % ${width}] * signs[row];
        }`,
      );
      const dSigns = give(
        signs!.shape,
        { dy: dy!, weights: weights! },
        `let own = index / ${members} * ${width};
        var value = 0.0;
        for (var i = 0; i < ${width}; i = i + 1) {
          value = value + dy[index * ${width} + i] * weights[own + i];
        }`,
      );
      return [dWeights, dSigns];
    },

    [ACTIVATE]: ({ give }, given, attributes) => {
      const sizes = attributes as ActivateSizes;
      const inputs = activateInputs<TensorInfo>(given, attributes);
      const factors = ['value', ...(inputs.mask ? ['mask[index]'] : [])];
      if (inputs.gain) factors.push('gain[unit]');
      return give(
        [sizes.members, sizes.rows, sizes.width],
        inputs,
        `${placeOfResult(sizes)}
        var value = max(0.0, x[source] * scale[unit] + bias[unit]);
        value = ${factors.join(' * ')};`,
      );
    },

    [ACTIVATE_GRADIENT]: ({ give }, inputs, attributes) => {
      const sizes = attributes as ActivateSizes;
      const { x, scale, bias, gain } = inputs;
      const dX = give(
        x!.shape,
        inputs,
        `${placeOfX(sizes)}
        ${slopes(inputs)}
        let value = slope * scale[unit];`,
      );
      const summed = (shape: number[], term: string) =>
        give(
          shape,
          inputs,
          `let unit = index;
          var value = 0.0;
          for (var row = 0; row < ${sizes.rows}; row = row + 1) {
            ${placeOfUnit(sizes)}
            ${slopes(inputs)}
            value = value + ${term};
          }`,
        );
      const dScale = summed(scale!.shape, 'slope * x[source]');
      const dBias = summed(bias!.shape, 'slope');
      if (!gain) return [dX, dScale, dBias];
      return [dX, dScale, dBias, summed(gain.shape, 'reached * sum')];
    },

    [SIGNED_SUM]: ({ give }, { a, b, bias }, attributes) =>
      give(
        a!.shape,
        { a: a!, b: b!, bias: bias! },
        `${rawSum(a!.shape)}
        var value = raw;
        ${signsOf(attributes)
          .map(
            ({ output, sign, shift }) =>
              `if (output == ${output}) { value = ${float(sign)} * softplus(${float(sign)} * raw + ${float(shift)}); }`,
          )
          .join('\n')}`,
      ),

    [SIGNED_SUM_GRADIENT]: ({ give }, { a, b, bias, dy }, attributes) =>
      give(
        a!.shape,
        { a: a!, b: b!, bias: bias!, dy: dy! },
        `${rawSum(a!.shape)}
        var value = dy[index];
        ${signsOf(attributes)
          .map(
            ({ output, sign, shift }) =>
              `if (output == ${output}) { value = value * sigmoid(${float(sign)} * raw + ${float(shift)}); }`,
          )
          .join('\n')}`,
      ),

    [HEAD_SUMS]: ({ give }, { y, phi, gather, offsets }) => {
      const [members, rows, outputs] = y!.shape as [number, number, number];
      const heads = gather!.shape[0]!;
      return give(
        [members, rows, heads],
        { y: y!, phi: phi!, gather: gather!, offsets: offsets! },
        `let row = index / ${heads};
        let head = index % ${heads};
        var value = offsets[head];
        for (var i = 0; i < ${outputs}; i = i + 1) {
          let basis = phi[row % ${rows} * ${outputs} + i] * gather[head * ${outputs} + i];
          value = value + y[row * ${outputs} + i] * basis;
        }`,
      );
    },

    [HEAD_SUMS_GRADIENT]: ({ give }, { dy, phi, gather }) => {
      const [members, rows, heads] = dy!.shape as [number, number, number];
      const outputs = phi!.shape[1]!;
      return give(
        [members, rows, outputs],
        { dy: dy!, phi: phi!, gather: gather! },
        `let row = index / ${outputs};
        let output = index % ${outputs};
        var value = 0.0;
        for (var head = 0; head < ${heads}; head = head + 1) {
          value = value + dy[row * ${heads} + head] * gather[head * ${outputs} + output];
        }
        value = value * phi[row % ${rows} * ${outputs} + output];`,
      );
    },

    [LIKELIHOOD]: ({ give, drop }, { z, soft, square, target, constant }) => {
      const [members, rows, heads] = z!.shape as [number, number, number];
      const partial = give(
        [THREADS],
        { z: z!, soft: soft!, square: square!, aim: target!, constant: constant! },
        `var value = 0.0;
        for (var i = index; i < ${members * rows * heads}; i = i + ${THREADS}) {
          let at = i % ${rows * heads};
          let line = 0.5 * square[at] * z[i] - aim[at];
          value = value + soft[at] * softplus(z[i]) + z[i] * line + constant[at];
        }`,
      );
      const mean = give(
        [],
        { partial },
        `var value = 0.0;
        for (var i = 0; i < ${THREADS}; i = i + 1) { value = value + partial[i]; }
        value = value / ${float(members * rows)};`,
      );
      drop(partial);
      return mean;
    },

    [LIKELIHOOD_GRADIENT]: ({ give }, { dy, z, soft, square, target }) => {
      const [members, rows, heads] = z!.shape as [number, number, number];
      return give(
        z!.shape,
        { dy: dy!, z: z!, soft: soft!, square: square!, aim: target! },
        `let at = index % ${rows * heads};
        let slope = soft[at] * sigmoid(z[index]) + square[at] * z[index] - aim[at];
        let value = slope * dy[0] / ${float(members * rows)};`,
      );
    },
  };
}

/** Returns WGSL for the positions of unit and source; `index` is the result's. */
function placeOfResult({ members, rows, width, rowsFirst }: ActivateSizes): string {
  const line = rowsFirst
    ? `index / ${width} % ${rows} * ${members} + index / ${rows * width}`
    : `index / ${width}`;
  return `let unit = index / ${rows * width} * ${width} + index % ${width};
    let source = (${line}) * ${width} + index % ${width};`;
}

/** Returns WGSL for the positions of unit, source and result (`at`); `index` is that of x. */
function placeOfX({ members, rows, width, rowsFirst }: ActivateSizes): string {
  const line = `index / ${width}`;
  const [member, row] = rowsFirst
    ? [`${line} % ${members}`, `${line} / ${members}`]
    : [`${line} / ${rows}`, `${line} % ${rows}`];
  return `let source = index;
    let unit = (${member}) * ${width} + index % ${width};
    let at = ((${member}) * ${rows} + ${row}) * ${width} + index % ${width};`;
}

/** Returns WGSL for the positions of a hidden unit and a row. */
function placeOfUnit({ members, rows, width, rowsFirst }: ActivateSizes): string {
  const line = rowsFirst ? `row * ${members} + member` : `member * ${rows} + row`;
  return `let member = unit / ${width};
    let at = (member * ${rows} + row) * ${width} + unit % ${width};
    let source = (${line}) * ${width} + unit % ${width};`;
}

/** Returns WGSL for the gradient before the gain (`reached`) and with it (`slope`), that of the sum before relu. */
function slopes(inputs: Inputs): string {
  return `let sum = x[source] * scale[unit] + bias[unit];
    let reached = select(0.0, dy[at]${inputs.mask ? ' * mask[at]' : ''}, sum > 0.0);
    let slope = reached${inputs.gain ? ' * gain[unit]' : ''};`;
}

function rawSum([, rows, outputs]: number[]): string {
  return `let output = index % ${outputs};
    let raw = a[index] + b[index] + bias[index / ${rows! * outputs!} * ${outputs} + output];`;
}

function signsOf(attributes: unknown): readonly SignedOutput[] {
  return (attributes as { signed: readonly SignedOutput[] }).signed;
}

/** Formats a number as WGSL. */
function float(value: number): string {
  return `f32(${value})`;
}
