// The network's own operations. Each replaces several TensorFlow.js operations, and so several dispatches on a GPU or
// passes over memory in WASM. Every backend has kernels for them under these names; their gradient rules are here.

import {
  clone,
  engine,
  sum,
  type GradConfig,
  type NamedAttrMap,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Tensor3D,
} from '@tensorflow/tfjs-core';

export const MEMBER_WEIGHTS = 'DebutMemberWeights';
export const MEMBER_WEIGHTS_GRADIENT = 'DebutMemberWeightsGradient';
export const ACTIVATE = 'DebutActivate';
export const ACTIVATE_GRADIENT = 'DebutActivateGradient';
export const SIGNED_SUM = 'DebutSignedSum';
export const SIGNED_SUM_GRADIENT = 'DebutSignedSumGradient';
export const HEAD_SUMS = 'DebutHeadSums';
export const HEAD_SUMS_GRADIENT = 'DebutHeadSumsGradient';
export const LIKELIHOOD = 'DebutLikelihood';
export const LIKELIHOOD_GRADIENT = 'DebutLikelihoodGradient';

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function run<T>(kernel: string, inputs: object, attributes: object = {}): T {
  // The engine takes tensors of any rank by name, and attributes of any kind.
  return engine().runKernel(kernel, inputs as NamedTensorMap, attributes as NamedAttrMap) as T;
}

/** Returns weights [inputs × 1 × width] times signs [inputs × members × 1]: [inputs × members × width]. */
export function memberWeights(weights: Tensor, signs: Tensor): Tensor3D {
  return run(MEMBER_WEIGHTS, { weights, signs });
}

const memberWeightsRule: GradConfig = {
  kernelName: MEMBER_WEIGHTS,
  inputsToSave: ['weights', 'signs'],
  gradFunc: (dy, [weights, signs]) => {
    const [dWeights, dSigns] = run<[Tensor, Tensor]>(MEMBER_WEIGHTS_GRADIENT, {
      ...{ dy: dy as Tensor, weights, signs },
    });
    return { weights: () => dWeights, signs: () => dSigns };
  },
};

export interface ActivateSizes {
  readonly members: number;
  readonly rows: number;
  readonly width: number;
  /** True where x is [rows × (members × width)]; else x is [members × rows × width], as is the result. */
  readonly rowsFirst: boolean;
}

interface ActivateInputs {
  readonly x: Tensor;
  /** members × width values, as in the next two. */
  readonly scale: Tensor;
  readonly bias: Tensor;
  readonly gain?: Tensor | undefined;
  /** Dropout mask, [members × rows × width]. */
  readonly mask?: Tensor | undefined;
}

/**
 * Returns relu(x × scale + bias) × mask × gain, [members × rows × width]: a layer of BatchEnsemble (Wen et al. 2020).
 */
export function activate(inputs: ActivateInputs, sizes: ActivateSizes): Tensor3D {
  const names = ACTIVATE_INPUTS.filter((name) => inputs[name] !== undefined);
  const tensors = names.map((name) => inputs[name]);
  return run(ACTIVATE, tensors, { ...sizes, names });
}

/** Inputs with gradients come first. */
const ACTIVATE_INPUTS = ['x', 'scale', 'bias', 'gain', 'mask'] as const;

/**
 * Returns the inputs of `activate` by name. They are passed as an array, because only in arrays does the tape save
 * optional inputs.
 */
export function activateInputs<T>(inputs: object, attributes: unknown): Record<string, T> {
  const { names } = attributes as { names: string[] };
  return Object.fromEntries(names.map((name, i) => [name, (inputs as T[])[i]!]));
}

const activateRule: GradConfig = {
  kernelName: ACTIVATE,
  saveAllInputs: true,
  gradFunc: (dy, saved, attributes) => {
    const inputs = activateInputs<Tensor>(saved, attributes);
    const slopes = run<Tensor[]>(ACTIVATE_GRADIENT, { ...inputs, dy }, attributes);
    return Object.fromEntries(slopes.map((slope, i) => [i, () => slope])); // of x, scale, bias and gain
  },
};

/** An output with a fixed sign. Its value is sign × softplus(sign × raw + shift). */
export interface SignedOutput {
  readonly output: number;
  readonly sign: 1 | -1;
  readonly shift: number;
}

/**
 * Returns a + b + bias, with some outputs' signs fixed. a, b and the result are [members × rows × outputs]; the bias is
 * [members × 1 × outputs].
 */
export function signedSum(
  inputs: { readonly a: Tensor; readonly b: Tensor; readonly bias: Tensor },
  signed: readonly SignedOutput[],
): Tensor3D {
  return run(SIGNED_SUM, inputs, { signed });
}

const signedSumRule: GradConfig = {
  kernelName: SIGNED_SUM,
  inputsToSave: ['a', 'b', 'bias'],
  gradFunc: (dy, [a, b, bias], attributes) => {
    const { signed } = attributes as unknown as { signed: readonly SignedOutput[] };
    const change =
      signed.length === 0
        ? (dy as Tensor)
        : run<Tensor>(SIGNED_SUM_GRADIENT, { a, b, bias, dy }, attributes);
    return { a: () => clone(change), b: () => clone(change), bias: () => sum(change, 1, true) };
  },
};

/**
 * Returns z [members × rows × heads]: y [members × rows × outputs] times phi [rows × outputs], summed by head as gather
 * [heads × outputs] says, plus offsets [heads].
 */
export function headSums(inputs: {
  readonly y: Tensor;
  readonly phi: Tensor;
  readonly gather: Tensor;
  readonly offsets: Tensor;
}): Tensor3D {
  return run(HEAD_SUMS, inputs);
}

const headSumsRule: GradConfig = {
  kernelName: HEAD_SUMS,
  inputsToSave: ['phi', 'gather'],
  gradFunc: (dy, [phi, gather]) => ({
    y: () => run<Tensor>(HEAD_SUMS_GRADIENT, { dy, phi, gather }),
  }),
};

/**
 * Returns the mean over members and rows of the sum over heads of soft × softplus(z) + square / 2 × z² − target × z +
 * constant. These four are [rows × heads], z is [members × rows × heads]. With soft = 0 it is Gaussian, with square = 0
 * binomial.
 */
export function likelihood(inputs: {
  readonly z: Tensor;
  readonly soft: Tensor;
  readonly square: Tensor;
  readonly target: Tensor;
  readonly constant: Tensor;
}): Scalar {
  return run(LIKELIHOOD, inputs);
}

const likelihoodRule: GradConfig = {
  kernelName: LIKELIHOOD,
  inputsToSave: ['z', 'soft', 'square', 'target'],
  gradFunc: (dy, [z, soft, square, target]) => ({
    z: () => run<Tensor>(LIKELIHOOD_GRADIENT, { dy, z, soft, square, target }),
  }),
};

export const fusedRules: readonly GradConfig[] = [
  memberWeightsRule,
  activateRule,
  signedSumRule,
  headSumsRule,
  likelihoodRule,
];
