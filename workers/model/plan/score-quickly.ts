// Scores every cell of every product by the quick base models, some products at a time. That is enough for a fast
// engine, and few enough to report progress.

import { habitFromHeads, habitFromShares, type Habit } from '#core/model/blend/habit.ts';
import type { ActionSpace } from '#core/model/features/action-space.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import type { NewProduct } from '#core/launch/new-product.ts';
import { headOffsets } from '#core/model/outcomes/heads.ts';
import { outputCount } from '#core/model/net/net.ts';
import type { TrainedModel } from '#core/model/training/trained-model.ts';
import { headStarts } from '#learning/network.ts';
import { quickPredictions, type QuickRequest } from '../predict/quick-predictions.ts';

interface ScoreRequest extends QuickRequest {
  readonly table: LaunchTable;
  readonly space: ActionSpace;
}

export interface QuickScore {
  readonly product: NewProduct;
  /** Encoded inputs of the product. */
  readonly x: Float32Array;
  readonly habit: Habit;
  /** log1p(units) of every cell, without the level. */
  readonly logUnits: Float64Array;
}

/** Cells scored at once: those of 16 products with 52 weeks, 5 channels, 5 promotions and 3 prices, in some 30 ms. */
const BLOCK_CELLS = 1 << 16;

/** Yields the scores in the order of the products. */
export async function* scoreQuickly(request: ScoreRequest): AsyncGenerator<QuickScore> {
  const { products, cells } = request;
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / cells));
  for (let start = 0; start < products.length; start += rows)
    yield* await scoreBlock(partOf(request, start, Math.min(start + rows, products.length)));
}

function partOf(request: ScoreRequest, start: number, end: number): ScoreRequest {
  const inputs = request.x.length / request.products.length;
  return {
    ...request,
    products: request.products.slice(start, end),
    x: request.x.subarray(start * inputs, end * inputs),
  };
}

async function scoreBlock(request: ScoreRequest): Promise<QuickScore[]> {
  const { model, table, products, space } = request;
  const inputs = request.x.length / products.length;
  const { logUnits, coefficients } = await quickPredictions({ ...request, asksNet: true }); // for the habit
  return products.map((product, row) => ({
    product,
    x: request.x.subarray(row * inputs, (row + 1) * inputs),
    habit: coefficients
      ? habitFromHeads(
          habitOutputs(coefficients, model, { row, rows: products.length }),
          model.encoding.heads,
          space,
        )
      : habitFromShares(table, product.category, space),
    logUnits: logUnits[row]!,
  }));
}

/** Returns z of every head at the constant 1 alone, [members × heads]. Outcome heads are not read from here. */
function habitOutputs(
  coefficients: Float32Array,
  { net, encoding }: TrainedModel,
  { row, rows }: { readonly row: number; readonly rows: number },
): Float32Array {
  const { shape } = net!;
  const offsets = headOffsets(encoding.heads);
  const outputs = outputCount(shape);
  const starts = headStarts(shape);
  return Float32Array.from({ length: shape.members * offsets.length }, (_, i) => {
    const member = Math.floor(i / offsets.length);
    const head = i % offsets.length;
    const from = (member * rows + row) * outputs;
    return coefficients[from + starts[head]!]! + offsets[head]!;
  });
}
