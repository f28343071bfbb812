// @ts-check
// Packs the image encoder: the convolutions of a pretrained MobileNet v2 (Sandler et al. 2018, arXiv:1801.04381) as
// 8-bit numbers, and the linear layer that train-head.py makes. src/core/model/images/image-encoder-weights.ts reads
// the file.

import { packTensors } from '../language/pack-tensors.js';
import { readConvolutions } from './read-tflite.js';

/** @typedef {import('../language/pack-tensors.js').TensorToPack} TensorToPack */
/** @typedef {import('./read-tflite.js').Convolution} Convolution */

const PREFIX = 'FeatureExtractor/MobilenetV2/';
const BLOCKS = 17;
const EMBEDDING_SIZE = 80;

/**
 * @param {Uint8Array} model TensorFlow Lite
 * @param {Uint8Array} head as train-head.py writes it
 */
export function packImageEncoder(model, head) {
  const convolutions = readConvolutions(model);
  // Names of all nodes that were folded into one, the last one first; predictors of boxes branch off.
  const backbone = convolutions.filter(({ output }) => output.startsWith(PREFIX));
  const names = layerNames();
  const tensors = names.flatMap((name, i) => {
    const layer = backbone[i];
    if (!layer) throw new Error(`expected a convolution for ${name}, found none`);
    return layerTensors(name, layer);
  });
  return packTensors([...tensors, ...headTensors(head)]);
}

function layerNames() {
  const blocks = Array.from({ length: BLOCKS }, (_, block) => [
    ...(block === 0 ? [] : [`block${block}.expand`]),
    `block${block}.depthwise`,
    `block${block}.project`,
  ]);
  return ['first', ...blocks.flat(), 'last'];
}

/**
 * @param {string} name
 * @param {Convolution} layer
 * @returns {TensorToPack[]}
 */
function layerTensors(name, { kernel, shape, bias, isDepthwise }) {
  const [first = 0, height = 0, width = 0, last = 0] = shape;
  if (isDepthwise !== name.endsWith('depthwise'))
    throw new Error(`expected ${name}, found ${isDepthwise ? 'a depthwise' : 'another'} layer`);
  const rows = isDepthwise ? height * width : height * width * last;
  const columns = isDepthwise ? last : first;
  // From [out, rows] to [rows, out]; a depthwise kernel is that already.
  const values = isDepthwise
    ? kernel
    : Float32Array.from(
        kernel,
        (_, i) => kernel[(i % columns) * rows + Math.floor(i / columns)] ?? 0,
      );
  return [
    { name: `${name}.kernel`, shape: [rows, columns], values, scaledBy: 'column' },
    { name: `${name}.bias`, shape: [columns], values: bias, scaledBy: 'none' },
  ];
}

/**
 * @param {Uint8Array} head
 * @returns {TensorToPack[]}
 */
function headTensors(head) {
  const aligned = head.slice();
  const shift = new Float32Array(aligned.buffer, 0, EMBEDDING_SIZE);
  const scales = new Float32Array(aligned.buffer, 4 * EMBEDDING_SIZE, EMBEDDING_SIZE);
  const whole = new Int8Array(aligned.buffer, 8 * EMBEDDING_SIZE);
  const values = Float32Array.from(whole, (value, i) => value * (scales[i % EMBEDDING_SIZE] ?? 0));
  const shape = [whole.length / EMBEDDING_SIZE, EMBEDDING_SIZE];
  return [
    { name: 'head.kernel', shape, values, scaledBy: 'column' },
    { name: 'head.bias', shape: [EMBEDDING_SIZE], values: shift, scaledBy: 'none' },
  ];
}
