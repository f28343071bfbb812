import { dispose, tensor2d, tidy, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import {
  outputCount,
  type NetShape,
  type NetWeights,
  type TrainingRows,
} from '#core/model/net/net.ts';
import {
  coefficients,
  constantTensors,
  networkConstants,
  parameterTensors,
  predictors,
  type NetworkConstants,
} from './network.ts';
import type { EngineSession } from './session.ts';

/** Limits the memory of one block: 8 members × 512 rows × 300 columns are 5 MB per tensor. */
const BLOCK_ROWS = 512;

/**
 * Returns z, offsets included: [members × rows × heads]. Throws AppError backend-unavailable where the GPU of the
 * session fails.
 * @param x encoded products, [rows × inputs]
 * @param phi encoded actions of every head in turn, [rows × outputs]
 */
export async function headOutputs(
  net: NetWeights,
  x: Float32Array,
  phi: Float32Array,
  rowCount: number,
  session: EngineSession,
): Promise<Float32Array> {
  const { shape } = net;
  const constants = networkConstants(shape, net.offsets);
  const parameters = parameterTensors(shape, net.theta);
  try {
    return await outputsOf(
      { shape, rows: { x, phi, rowCount }, constants, session },
      () => parameters,
    );
  } finally {
    dispose([...parameters, ...constantTensors(constants)]);
  }
}

/**
 * Returns z, [members × rows × heads], for parameters already on the device.
 * @param parameters called inside a tidy, once a block
 */
export function outputsOf(
  question: {
    readonly shape: NetShape;
    readonly rows: Pick<TrainingRows, 'x' | 'phi' | 'rowCount'>;
    readonly constants: NetworkConstants;
    readonly session: EngineSession;
    readonly pause?: () => Promise<void>;
  },
  parameters: () => readonly Tensor[],
): Promise<Float32Array> {
  const { shape, rows, constants } = question;
  const size = { ...question, members: shape.members, columns: shape.heads.length };
  return inBlocks({ ...size, rowCount: rows.rowCount }, (block) =>
    predictors(shape, parameters(), {
      x: rowBlock(rows.x, shape.inputs, block),
      phi: rowBlock(rows.phi, outputCount(shape), block),
      constants,
    }),
  );
}

/** Returns each member's coefficients of the basis for each product, [members × rows × outputs], without offsets. */
export async function productCoefficients(
  net: NetWeights,
  x: Float32Array,
  rowCount: number,
  session: EngineSession,
): Promise<Float32Array> {
  const { shape } = net;
  const parameters = parameterTensors(shape, net.theta);
  const size = { members: shape.members, rowCount, columns: outputCount(shape), session };
  try {
    return await inBlocks(size, (block) =>
      coefficients(shape, parameters, { x: rowBlock(x, shape.inputs, block) }),
    );
  } finally {
    dispose([...parameters]);
  }
}

interface Block {
  readonly start: number;
  readonly end: number;
}

function rowBlock(matrix: Float32Array, columns: number, { start, end }: Block) {
  return tensor2d(matrix.slice(start * columns, end * columns), [end - start, columns]);
}

async function inBlocks(
  request: {
    readonly members: number;
    readonly rowCount: number;
    readonly columns: number;
    readonly session: EngineSession;
    readonly pause?: () => Promise<void>;
  },
  compute: (block: Block) => Tensor3D, // [members, end - start, columns]
): Promise<Float32Array> {
  const { members, rowCount, columns, session, pause } = request;
  const result = new Float32Array(members * rowCount * columns);
  for (let start = 0; start < rowCount; start += BLOCK_ROWS) {
    const end = Math.min(start + BLOCK_ROWS, rowCount);
    const values = await session.read(tidy(() => compute({ start, end })));
    const size = (end - start) * columns;
    for (let member = 0; member < members; member++) {
      const part = values.subarray(member * size, (member + 1) * size);
      result.set(part, (member * rowCount + start) * columns);
    }
    await pause?.();
  }
  return result;
}
