// Scores every action of every product from the products' coefficients, in blocks of products. Each block needs one
// matrix product, then one softplus per rate, because log sigmoid(z) = -softplus(-z). Impressions are linear in z, so
// their members are averaged first.

import {
  dispose,
  matMul,
  mul,
  reshape,
  softplus,
  sub,
  sum,
  tensor2d,
  tidy,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { outputCount, type NetShape } from '#core/model/net/net.ts';
import {
  type DirectScale,
  type FunnelScale,
  type UnitsScale,
} from '#core/model/outcomes/units-scale.ts';
import { headStarts } from './network.ts';
import type { EngineSession } from './session.ts';

interface ScoreRequest {
  readonly shape: Pick<NetShape, 'members' | 'heads'>;
  readonly rowCount: number;
  /** Encoded actions, [cells × basis], the constant first; the same actions for every outcome head. */
  readonly basis: Float32Array;
  readonly cells: number;
  readonly units: UnitsScale;
  readonly session: EngineSession;
}

/**
 * Returns log1p(units), averaged over the members as in `unitsFromHeads`: [rows × cells].
 * @param coefficients result of `productCoefficients`, [members × rows × outputs]
 * @throws Error where an outcome head has another number of columns than the basis
 */
export async function scoreActions(
  coefficients: Float32Array,
  request: ScoreRequest,
): Promise<Float32Array> {
  const { rowCount, cells, session } = request;
  assertBasisFits(request);
  const scores = new Float32Array(rowCount * cells);
  const actions = transposedBasis(request); // [basis, cells]
  const table = { coefficients, ...request };
  try {
    for (let start = 0; start < rowCount; start += blockRows(request)) {
      const end = Math.min(start + blockRows(request), rowCount);
      const values = await session.read(blockScores(table, { start, end, actions }));
      scores.set(values, start * cells);
    }
  } finally {
    dispose(actions);
  }
  return scores;
}

/** Number of floats in the largest tensor of a block, 8 MB. */
const BLOCK_FLOATS = 1 << 21;

function blockRows({ shape, cells }: ScoreRequest): number {
  return Math.max(1, Math.floor(BLOCK_FLOATS / (2 * shape.members * cells)));
}

function assertBasisFits({ shape, basis, cells, units }: ScoreRequest): void {
  const width = basis.length / cells;
  const used: number[] =
    units.kind === 'direct' ? [units.headIndex] : Object.values(units.headIndexes);
  for (const head of used.map((index) => shape.heads[index]!)) {
    if (head.basis === width) continue;
    throw new Error(`expected a basis of ${head.basis} columns for ${head.name}, got ${width}`);
  }
}

function transposedBasis({ basis, cells }: ScoreRequest): Tensor2D {
  const turned = turnedBases.get(basis) ?? turnedBasis(basis, cells);
  turnedBases.set(basis, turned);
  return tensor2d(turned, [basis.length / cells, cells]);
}

/** Cache: the same actions recur for every block of products. */
const turnedBases = new WeakMap<Float32Array, Float32Array>();

function turnedBasis(basis: Float32Array, cells: number): Float32Array {
  const width = basis.length / cells;
  const turned = new Float32Array(basis.length);
  for (let cell = 0; cell < cells; cell++) {
    for (let i = 0; i < width; i++) turned[i * cells + cell] = basis[cell * width + i]!;
  }
  return turned;
}

interface CoefficientTable extends ScoreRequest {
  readonly coefficients: Float32Array;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly actions: Tensor2D; // [basis, cells]
}

function blockScores(table: CoefficientTable, block: Block): Tensor2D {
  const { units } = table;
  return tidy(() =>
    units.kind === 'funnel'
      ? funnelScores(table, block, units)
      : matMul(meanCoefficients(table, block, directTerm(units)), block.actions),
  );
}

function funnelScores(table: CoefficientTable, block: Block, units: FunnelScale): Tensor2D {
  const { members } = table.shape;
  const { cells } = table;
  const rows = block.end - block.start;
  const negated = negatedRates(table, block, units); // [rows * members * 2, basis]
  const losses = softplus(reshape(matMul(negated, block.actions), [rows, members * 2, cells]));
  const lostLogs = mul(sum(losses, 1), 1 / members); // [rows, cells]
  const impressions = meanCoefficients(table, block, {
    headIndex: units.headIndexes.impressions,
    factor: units.impressionsDeviation,
    shift: units.impressionsMean + Math.log(units.unitsPerOrder),
  }); // [rows, basis]
  const logUnits = sub<Tensor2D>(matMul(impressions, block.actions), lostLogs);
  return softplus(logUnits); // log1p(units)
}

/** The mean of one head over the members, times `factor`; `shift` is added to the constant. */
interface LinearTerm {
  readonly headIndex: number;
  readonly factor: number;
  readonly shift: number;
}

function directTerm({ headIndex, deviation, mean }: DirectScale): LinearTerm {
  return { headIndex, factor: deviation, shift: mean };
}

function meanCoefficients(table: CoefficientTable, block: Block, term: LinearTerm): Tensor2D {
  const { members } = table.shape;
  const width = block.actions.shape[0];
  const rows = block.end - block.start;
  const means = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const at = row * width;
    for (let member = 0; member < members; member++) {
      const values = headCoefficients(table, { member, row: block.start + row }, term.headIndex);
      for (let i = 0; i < width; i++) means[at + i]! += (values[i]! * term.factor) / members;
    }
    means[at]! += term.shift;
  }
  return tensor2d(means, [rows, width]);
}

/** Returns the negated coefficients with offsets: the inner minus of -softplus(-z) is built in. */
function negatedRates(table: CoefficientTable, block: Block, units: FunnelScale): Tensor2D {
  const { members } = table.shape;
  const width = block.actions.shape[0];
  const rates = [
    [units.headIndexes.clickRate, units.clickOffset],
    [units.headIndexes.conversion, units.orderOffset],
  ] as const;
  const count = (block.end - block.start) * members * rates.length;
  const negated = new Float32Array(count * width);
  let at = 0;
  for (let row = block.start; row < block.end; row++) {
    for (let member = 0; member < members; member++) {
      for (const [head, offset] of rates) {
        const values = headCoefficients(table, { member, row }, head);
        negated.set(
          values.map((value, i) => (i === 0 ? -value - offset : -value)),
          at,
        );
        at += width;
      }
    }
  }
  return tensor2d(negated, [count, width]);
}

function headCoefficients(
  { coefficients, shape, rowCount }: CoefficientTable,
  { member, row }: { member: number; row: number },
  head: number,
): Float32Array {
  const start = (member * rowCount + row) * outputCount(shape) + headStarts(shape)[head]!;
  return coefficients.subarray(start, start + shape.heads[head]!.basis);
}
