// The pretrained image encoder's network, MobileNet v2, over square pictures of one size. Normalisation is folded into
// its convolutions. Shapes: B pictures of n × n pixels, C channels. Every picture is computed alone, so that what is seen
// of it does not depend on its batch.

import {
  add,
  concat,
  dispose,
  fused,
  matMul,
  reshape,
  tensor1d,
  tensor2d,
  tensor4d,
  tidy,
  type Rank,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import {
  PICTURE_SIDE,
  SEEN_BLOCKS,
  type Convolution,
  type ImageEncoderWeights,
} from '#core/model/images/image-encoder-weights.ts';
import { SEEN_SIZE, lookEmbedding, poolingWeights } from '#core/model/images/look-embedding.ts';
import type { EngineSession } from '../session.ts';

const PIXELS = PICTURE_SIDE * PICTURE_SIDE * 3;

export interface ImageEncoder {
  /** Returns the embedding of a picture, from [224 × 224 × 3] bytes: LOOK_SIZE numbers of length 1. */
  embed(rgb: Uint8Array): Promise<Float32Array>;
  dispose(): void;
}

/** Uploads the weights to the session's backend. Call `dispose` to release them. */
export function openImageEncoder(
  weights: ImageEncoderWeights,
  session: EngineSession,
): ImageEncoder {
  const net = uploadNet(weights);
  return {
    async embed(rgb) {
      const seen = await session.read(tidy(() => forward(net, rgb)));
      return lookEmbedding(seen, rgb, weights.head);
    },
    dispose: () => {
      dispose(tensorsOf(net));
    },
  };
}

interface Filter {
  readonly kernel: Tensor4D;
  readonly bias: Tensor1D; // [out]
}

interface BlockFilters {
  readonly expand: Filter | null;
  readonly depthwise: Filter;
  readonly project: Filter;
  readonly stride: 1 | 2;
  readonly isResidual: boolean;
}

interface Net {
  readonly first: Filter;
  readonly blocks: readonly BlockFilters[];
  readonly last: Filter;
  /** By the side of a layer's output: weights of its pixels, [2 × n²]. */
  readonly pooling: ReadonlyMap<number, Tensor2D>;
}

function uploadNet({ first, blocks, last }: ImageEncoderWeights): Net {
  const upload = ({ kernel, bias }: Convolution, size: number, inputs: number): Filter => ({
    kernel: tensor4d(kernel, [size, size, inputs, kernel.length / (size * size * inputs)]),
    bias: tensor1d(bias),
  });
  const sides = [56, 28, 14, 7];
  return {
    first: upload(first, 3, 3),
    blocks: blocks.map(({ expand, depthwise, project, inputs, outputs, stride }) => {
      const width = expand?.width ?? inputs;
      return {
        expand: expand && upload(expand, 1, inputs),
        depthwise: upload(depthwise, 3, width),
        project: upload(project, 1, width),
        ...{ stride, isResidual: stride === 1 && inputs === outputs },
      };
    }),
    last: upload(last, 1, blocks.at(-1)!.outputs),
    pooling: new Map(sides.map((n) => [n, tensor2d(poolingWeights(n), [2, n * n])])),
  };
}

function tensorsOf({ first, blocks, last, pooling }: Net): Tensor[] {
  const filters = [
    first,
    last,
    ...blocks.flatMap(({ expand, depthwise, project }) =>
      expand ? [expand, depthwise, project] : [depthwise, project],
    ),
  ];
  return [...filters.flatMap(({ kernel, bias }) => [kernel, bias]), ...pooling.values()];
}

/** Returns what is seen of a picture, [SEEN_SIZE]. */
function forward(net: Net, rgb: Uint8Array): Tensor1D {
  if (rgb.length !== PIXELS) throw new RangeError(`expected ${PIXELS} bytes, got ${rgb.length}`);
  const pixels = Float32Array.from(rgb, (byte) => byte / 127.5 - 1);
  let x = convolve(tensor4d(pixels, [1, PICTURE_SIDE, PICTURE_SIDE, 3]), net.first, 2);
  const seen: Tensor1D[] = [];
  net.blocks.forEach((block, i) => {
    x = through(x, block);
    if (SEEN_BLOCKS.includes(i)) seen.push(pooled(x, net));
  });
  seen.push(pooled(convolve(x, net.last, 1), net));
  return reshape(concat(seen), [SEEN_SIZE]);
}

function through(
  x: Tensor4D,
  { expand, depthwise, project, stride, isResidual }: BlockFilters,
): Tensor4D {
  const wide = expand ? convolve(x, expand, 1) : x;
  const { kernel: filter, bias } = depthwise;
  const spread = fused.depthwiseConv2d({
    ...{ x: wide, filter, bias, strides: stride, pad: 'same', activation: 'relu6' },
  });
  const narrow = convolve(spread, project, 1, 'linear');
  return isResidual ? add(x, narrow) : narrow;
}

function convolve(
  x: Tensor4D,
  { kernel: filter, bias }: Filter,
  strides: 1 | 2,
  activation: 'relu6' | 'linear' = 'relu6',
): Tensor4D {
  return fused.conv2d({ x, filter, bias, strides, pad: 'same', activation });
}

/** Returns the means over all pixels, then those around the middle, [2 × C]. */
function pooled(x: Tensor4D, { pooling }: Net): Tensor1D {
  const [, side, , channels] = x.shape;
  const flat = reshape<Rank.R2>(x, [side * side, channels]);
  return reshape(matMul(pooling.get(side)!, flat), [2 * channels]);
}
