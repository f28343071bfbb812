// The pretrained image encoder: MobileNet v2 (Sandler et al. 2018, arXiv:1801.04381), whose layers see edges, textures and
// things, and a linear layer that turns what they see, and colours, into an embedding.

import { takeFrom, unpackTensors } from '../text/packed-tensors.ts';

/** Side of the pictures that it reads, pixels. */
export const PICTURE_SIDE = 224;
/** Numbers that stand for a picture. */
export const LOOK_SIZE = 80;
export const COLOUR_BINS = 360;

export interface Convolution {
  readonly kernel: Float32Array; // [height × width × in, out]; depthwise [3 × 3, channels]
  readonly bias: Float32Array; // [out]
}

export interface Block {
  /** Missing in the first block. */
  readonly expand: (Convolution & { readonly width: number }) | null;
  readonly depthwise: Convolution;
  readonly project: Convolution;
  readonly inputs: number;
  readonly outputs: number;
  readonly stride: 1 | 2;
}

export interface ImageEncoderWeights {
  readonly first: Convolution; // 3 × 3, stride 2
  readonly blocks: readonly Block[];
  readonly last: Convolution; // 1 × 1
  readonly head: Convolution; // [inputs, LOOK_SIZE]
}

/** Sizes of the first and the last convolution, and of repeated blocks: expansion, outputs, repeats, stride. */
const FIRST = 32;
const LAST = 1280;
const STAGES: readonly (readonly [number, number, number, 1 | 2])[] = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];
/** Blocks whose outputs the head sees, after that the last convolution. */
export const SEEN_BLOCKS: readonly number[] = [2, 5, 9, 11, 12, 16];
/** Channels of what the head sees of the network. */
export const SEEN_WIDTHS: readonly number[] = [24, 32, 64, 96, 96, 320, LAST];
/** Means over the picture and around its middle, of the network's channels and of colours. */
export const HEAD_INPUTS: number =
  2 * (SEEN_WIDTHS.reduce((sum, width) => sum + width, 0) + COLOUR_BINS);

/** Reads the weights from a file. Throws AppError language-damaged where it is truncated or has another layout. */
export function unpackImageEncoder(file: Uint8Array<ArrayBuffer>): ImageEncoderWeights {
  const take = takeFrom(unpackTensors(file));
  const convolution = (name: string, rows: number, outputs: number): Convolution => ({
    kernel: take(`${name}.kernel`, [rows, outputs]),
    bias: take(`${name}.bias`, [outputs]),
  });
  let inputs = FIRST;
  let count = 0;
  const block = (expansion: number, outputs: number, stride: 1 | 2): Block => {
    const name = `block${count}`;
    const width = expansion * inputs;
    const expand =
      expansion > 1 ? { ...convolution(`${name}.expand`, inputs, width), width } : null;
    const made = {
      ...{ expand, inputs, outputs, stride },
      depthwise: convolution(`${name}.depthwise`, 9, width),
      project: convolution(`${name}.project`, width, outputs),
    };
    inputs = outputs;
    count += 1;
    return made;
  };
  return {
    first: convolution('first', 27, FIRST),
    blocks: STAGES.flatMap(([expansion, outputs, repeats, stride]) =>
      Array.from({ length: repeats }, (_, i) => block(expansion, outputs, i === 0 ? stride : 1)),
    ),
    last: convolution('last', inputs, LAST),
    head: convolution('head', HEAD_INPUTS, LOOK_SIZE),
  };
}
