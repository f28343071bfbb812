// @ts-check
// Quantises the pretrained encoder's weights: 28 MB of float32 in TensorFlow.js shards → 7 MB of int8 in one file.
// src/core/model/text/encoder-weights.ts reads the file and describes its layout.

import { packTensors } from './pack-tensors.js';

/** @typedef {{ name: string, shape: number[], dtype: string }} Weight as model.json lists it */

const ROOT = 'module_apply_default/Encoder_en/KonaTransformer/Encode';
const VARIABLES = 'module/Encoder_en/KonaTransformer/Encode';

/** Returns the original's names of the parameters of one layer. */
const layerNames = (/** @type {number} */ layer) => ({
  attentionNormScale: `${ROOT}/Layer_${layer}/TransformerLayer/layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat`,
  attentionNormShift: `${ROOT}/Layer_${layer}/TransformerLayer/layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat`,
  queryKeyValue: `${VARIABLES}/Layer_${layer}/TransformerLayer/MultiheadAttention/qkv_transform_single/kernel/part_0`,
  queryKeyValueBias: `${ROOT}/Layer_${layer}/TransformerLayer/MultiheadAttention/qkv_transform_single/bias/ConcatPartitions/concat`,
  attentionOutput: `${VARIABLES}/Layer_${layer}/TransformerLayer/MultiheadAttention/output_transform_single/kernel/part_0`,
  attentionOutputBias: `${ROOT}/Layer_${layer}/TransformerLayer/MultiheadAttention/output_transform_single/bias/ConcatPartitions/concat`,
  feedForwardNormScale: `${ROOT}/Layer_${layer}/TransformerLayer/FFN/layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat`,
  feedForwardNormShift: `${ROOT}/Layer_${layer}/TransformerLayer/FFN/layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat`,
  feedForwardIn: `${ROOT}/TransformerStack/Layer_${layer}/TransformerLayer/FFN/conv1/Tensordot/Reshape_1`,
  feedForwardInBias: `${ROOT}/Layer_${layer}/TransformerLayer/FFN/conv1/bias/ConcatPartitions/concat`,
  feedForwardOut: `${ROOT}/TransformerStack/Layer_${layer}/TransformerLayer/FFN/conv2/Tensordot/Reshape_1`,
  feedForwardOutBias: `${ROOT}/Layer_${layer}/TransformerLayer/FFN/conv2/bias/ConcatPartitions/concat`,
});

/** Our name → the original's. @type {Record<string, string>} */
export const ORIGINAL_NAMES = {
  embedding: 'module/Embeddings_en',
  frequencies: `${ROOT}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`,
  widen: `${ROOT}/Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat`,
  widenBias: `${ROOT}/Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat`,
  sentence: 'module/Encoder_en/hidden_layers/tanh_layer_0/weights',
  sentenceBias: 'module/Encoder_en/hidden_layers/tanh_layer_0/bias',
  ...prefixed('layer0', layerNames(0)),
  ...prefixed('layer1', layerNames(1)),
};

/**
 * @param {string} prefix
 * @param {Record<string, string>} names
 */
function prefixed(prefix, names) {
  return Object.fromEntries(
    Object.entries(names).map(([name, original]) => [`${prefix}.${name}`, original]),
  );
}

/**
 * Packs the encoder.
 * @param {Weight[]} weights in the order in which they lie in the shards
 * @param {Uint8Array} shards one after another
 * @returns {Uint8Array}
 */
export function packEncoder(weights, shards) {
  const found = readWeights(weights, shards);
  return packTensors(
    Object.entries(ORIGINAL_NAMES).map(([name, original]) => {
      const weight = found.get(original);
      if (!weight) throw new Error(`expected ${original} among the encoder's weights, found none`);
      const shape = withoutOnes(weight.shape);
      const scaledBy = shape.length === 1 ? 'none' : name === 'embedding' ? 'row' : 'column';
      return { name, shape, scaledBy, values: weight.values };
    }),
  );
}

/**
 * Returns the float32 weights by name.
 * @param {Weight[]} weights
 * @param {Uint8Array} shards
 * @throws {Error} where the shards have another size than the weights
 */
export function readWeights(weights, shards) {
  /** @type {Map<string, { shape: number[], values: Float32Array }>} */
  const found = new Map();
  let offset = shards.byteOffset;
  for (const { name, shape, dtype } of weights) {
    const count = shape.reduce((product, length) => product * length, 1);
    if (dtype === 'float32')
      found.set(name, { shape, values: new Float32Array(shards.buffer, offset, count) });
    offset += 4 * count; // int32 is as wide
  }
  if (offset !== shards.byteOffset + shards.length)
    throw new Error(`expected ${offset} bytes of weights, found ${shards.length}`);
  return found;
}

/** Drops axes of length one, which kernels of width 1 and the frequencies have. @param {number[]} shape */
function withoutOnes(shape) {
  return shape.filter((length) => length !== 1);
}
