// A trained model as one safetensors file. The README in this folder describes the layout.

import { AppError } from '#core/base/errors.ts';
import { nodeCount } from '#core/model/trees/boosted-trees.ts';
import { basisCount, choiceColumns, sharedCount } from '#core/model/features/action-basis.ts';
import { segments } from '#core/model/net/net-layout.ts';
import type { NetWeights } from '#core/model/net/net.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { assertConsistent } from './assert-consistent.ts';
import { assertChecksum, CHECKSUM, NO_CHECKSUM, stateChecksum } from './checksum.ts';
import { unexpected } from '../form/form.ts';
import { readSafetensors, writeSafetensors } from '../form/safetensors.ts';
import { fromTensorTree, toTensorTree, type NumberArray } from '../form/tensor-tree.ts';
import { trainedModelForm, type FiledModel, type FiledNet } from './trained-model-form.ts';

const FORMAT = 'debut-model';
/**
 * Raise it together with MODELS_OF_TODAY in storage/database/database.ts: models of another version are not used for
 * plans.
 */
const FORMAT_VERSION = '1';

/** Writes a model file. Lossless: every number read back is equal. */
export function writeModelFile(model: TrainedModel): Uint8Array<ArrayBuffer> {
  const filed: FiledModel = { ...model, net: model.net && filedNet(model.net) };
  const { json, tensors } = toTensorTree(filed, shapesOf(filed));
  const metadata = new Map([
    [CHECKSUM, NO_CHECKSUM],
    ['format', FORMAT],
    ['version', FORMAT_VERSION],
    ['model', json],
  ]);
  const file = writeSafetensors({ metadata, tensors });
  stateChecksum(file);
  return file;
}

/**
 * Reads a model file from any source. The returned model is complete and consistent, so that it can be used for plans
 * and shown.
 *
 * Throws AppError model-file-changed where its checksum does not match, model-file-version where another version of
 * Debut wrote its format, model-file-unreadable where it is no model file or its parts do not match.
 */
export function readModelFile(file: Uint8Array): TrainedModel {
  assertChecksum(file);
  const { metadata, tensors } = readSafetensors(file);
  const format = metadata.get('format');
  if (format !== FORMAT) throw unexpected(FORMAT, format, 'format');
  const version = metadata.get('version');
  if (version !== FORMAT_VERSION) {
    const message = `expected version ${FORMAT_VERSION} of a model file, got ${String(version)}`;
    throw new AppError('model-file-version', message);
  }
  const tree = fromTensorTree({ json: metadata.get('model') ?? '', tensors });
  const filed = trainedModelForm(tree, 'model');
  const model = { ...filed, net: filed.net && joinedNet(filed.net) };
  assertConsistent(model);
  return model;
}

function filedNet({ shape, offsets, theta }: NetWeights): FiledNet {
  const parameters = segments(shape).map(({ name, offset, size }) => [
    name,
    theta.subarray(offset, offset + size),
  ]);
  return { shape, offsets, ...Object.fromEntries(parameters) } as FiledNet;
}

function joinedNet({ shape, offsets, ...parameters }: FiledNet): NetWeights {
  const parts = segments(shape);
  for (const { name, size } of parts) {
    const length = parameters[name]?.length ?? 0;
    if (length !== size) throw unexpected(`${size} parameters`, length, `net/${name}`);
  }
  const theta = new Float32Array(parts.reduce((count, { size }) => count + size, 0));
  for (const { name, offset } of parts) theta.set(parameters[name]!, offset);
  return { shape, offsets, theta };
}

/** Returns the shapes of the arrays with more than one axis. */
function shapesOf({ net, ridges, trees, process, analogues, encoding }: FiledModel) {
  const shapes = new Map<NumberArray, readonly number[]>();
  const asRows = (values: NumberArray, columns: number) =>
    shapes.set(values, [values.length / columns, columns]);
  if (net) for (const { name, shape } of segments(net.shape)) shapes.set(net[name]!, shape);
  for (const { weights } of ridges) asRows(weights, basisCount(encoding.basis));
  for (const { depth, column, threshold, leaf } of trees) {
    asRows(column, nodeCount(depth));
    asRows(threshold, nodeCount(depth));
    asRows(leaf, nodeCount(depth) + 1);
  }
  if (process) asRows(process.decisions, sharedCount(encoding.basis));
  if (analogues) asRows(analogues.actions, choiceColumns(encoding.basis).actionCount);
  const { meaning, looks } = encoding.encoder;
  for (const found of [meaning, looks?.components])
    if (found) asRows(found.directions, found.mean.length);
  if (looks?.alikes) asRows(looks.alikes.places, looks.components!.deviations.length);
  return shapes;
}
