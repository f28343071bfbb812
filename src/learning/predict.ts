import { dispose, tensor2d, tidy, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { outputCount, type NetWeights } from '#core/model/net.ts';
import { coefficients, networkConstants, parameterTensors, predictors } from './network.ts';
import type { EngineSession } from './session.ts';

/** Bounds the memory of one block: 8 members × 512 rows × 300 columns are 5 MB a tensor. */
const BLOCK_ROWS = 512;

/** z of every member, row and head, offsets included: [members, rows, heads]. */
export async function headOutputs(
  net: NetWeights,
  x: Float32Array,
  phi: Float32Array,
  rowCount: number,
  session: EngineSession,
): Promise<Float32Array> {
  const { shape } = net;
  const constants = networkConstants(shape, net.offsets);
  const outputs = outputCount(shape);
  try {
    return await inBlocks(net, { rowCount, columns: shape.heads.length, session }, (block) =>
      predictors(shape, block.parameters, {
        x: rowBlock(x, shape.inputs, block),
        phi: rowBlock(phi, outputs, block),
        constants,
      }),
    );
  } finally {
    dispose([constants.gather, constants.offsets]);
  }
}

/** What each member multiplies each product's basis by: [members, rows, outputs]. Offsets are not included. */
export function productCoefficients(
  net: NetWeights,
  x: Float32Array,
  rowCount: number,
  session: EngineSession,
): Promise<Float32Array> {
  const { shape } = net;
  return inBlocks(net, { rowCount, columns: outputCount(shape), session }, (block) =>
    coefficients(shape, block.parameters, { x: rowBlock(x, shape.inputs, block) }),
  );
}

interface Block {
  readonly parameters: readonly Tensor[];
  readonly start: number;
  readonly end: number;
}

function rowBlock(matrix: Float32Array, columns: number, { start, end }: Block) {
  return tensor2d(matrix.slice(start * columns, end * columns), [end - start, columns]);
}

async function inBlocks(
  net: NetWeights,
  request: { rowCount: number; columns: number; session: EngineSession },
  compute: (block: Block) => Tensor3D, // [members, end - start, columns]
): Promise<Float32Array> {
  const { rowCount, columns, session } = request;
  const { members } = net.shape;
  const result = new Float32Array(members * rowCount * columns);
  const parameters = parameterTensors(net.shape, net.theta);
  try {
    for (let start = 0; start < rowCount; start += BLOCK_ROWS) {
      const end = Math.min(start + BLOCK_ROWS, rowCount);
      const values = await session.read(tidy(() => compute({ parameters, start, end })));
      const size = (end - start) * columns;
      for (let member = 0; member < members; member++) {
        const part = values.subarray(member * size, (member + 1) * size);
        result.set(part, (member * rowCount + start) * columns);
      }
    }
  } finally {
    dispose([...parameters]);
  }
  return result;
}
