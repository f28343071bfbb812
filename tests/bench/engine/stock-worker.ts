// Runs in a worker of the browser. Performs the tasks of the part `stock` with the stock build of TensorFlow.js: its
// WASM backend, operations and gradients. None of ours is registered here.

import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { outputCount } from '#core/model/net/net.ts';
import { seededRandom } from '#core/base/random.ts';
import { optimiserScale } from '#learning/network.ts';
import {
  stockGradients,
  stockTensors,
  StockTraining,
  type StockMasks,
  type StockRows,
} from '../../learning/stock-network.ts';
import { answerTasks } from './answer-tasks.ts';
import { maskPool, OFFSETS, SETTINGS, SHAPE, startingPoint, syntheticRows } from './problem.ts';

const { batch } = SETTINGS;
const MASK_SHAPES = {
  hidden1: [SHAPE.members, batch, SHAPE.width],
  hidden2: [SHAPE.members, batch, SHAPE.width],
  skip: [SHAPE.members, batch, SHAPE.inputs],
};

/** Opens the stock WASM backend, with SIMD and one thread, as the page has no shared memory. */
async function open(): Promise<void> {
  const names = ['tfjs-backend-wasm', 'tfjs-backend-wasm-simd', 'tfjs-backend-wasm-threaded-simd'];
  setWasmPaths(Object.fromEntries(names.map((name) => [`${name}.wasm`, '/tfjs.wasm'])));
  if (!(await tf.setBackend('wasm'))) throw new Error('expected the stock WASM backend to start');
}

/** Returns all rows on the device. */
function rowsOnDevice(rowCount: number): StockRows {
  const { rowCount: count, ...rows } = syntheticRows(SHAPE, rowCount);
  const heads = SHAPE.heads.length;
  return {
    x: tf.tensor2d(rows.x, [count, SHAPE.inputs]),
    phi: tf.tensor2d(rows.phi, [count, outputCount(SHAPE)]),
    soft: tf.tensor2d(rows.soft, [count, heads]),
    square: tf.tensor2d(rows.square, [count, heads]),
    target: tf.tensor2d(rows.target, [count, heads]),
    constant: tf.tensor2d(rows.constant, [count, heads]),
  };
}

function pick(rows: StockRows, indexes: ArrayLike<number>): StockRows {
  const chosen = tf.tensor1d(Int32Array.from(indexes), 'int32');
  const picked = Object.entries(rows).map(([name, all]) => [
    name,
    tf.gather(all as tf.Tensor2D, chosen),
  ]);
  return Object.fromEntries(picked) as StockRows;
}

/** Cuts dropout masks from a pool, each at the place that `startOf` gives for its size. */
function cutMasks(pool: tf.Tensor1D, startOf: (size: number) => number): StockMasks {
  const cut = (shape: number[]) => {
    const size = tf.util.sizeFromShape(shape);
    return tf.reshape(tf.slice(pool, [startOf(size)], [size]), shape);
  };
  const { hidden1, hidden2, skip } = MASK_SHAPES;
  return { hidden1: cut(hidden1), hidden2: cut(hidden2), skip: cut(skip) };
}

/** Returns loss and gradient at the starting point, on the first rows, with masks cut from the pool at these places. */
function lossAndGradient(
  rowCount: number,
  starts: readonly number[],
): { loss: number; gradient: number[] } {
  return tf.tidy((): { loss: number; gradient: number[] } & tf.TensorContainerObject => {
    const left = [...starts];
    const pool = tf.tensor1d(maskPool(SHAPE, batch));
    const input = {
      ...{ shape: SHAPE, offsets: OFFSETS },
      rows: pick(rowsOnDevice(rowCount), [...Array(batch).keys()]),
      masks: cutMasks(pool, () => left.shift()!),
    };
    const { value, grads } = stockGradients(stockTensors(SHAPE, startingPoint(SHAPE)), input);
    return {
      loss: value.dataSync()[0]!,
      gradient: grads.flatMap((part) => [...part.dataSync()]),
    };
  });
}

let stepper: (() => tf.Scalar) | undefined;

/** Prepares a training step like that of `fitNet`: rows picked, masks cut, forward, backward, AdamW with clipping. */
function prepareSteps(rowCount: number): void {
  const rows = rowsOnDevice(rowCount);
  const pool = tf.tensor1d(maskPool(SHAPE, batch));
  const start = { theta: startingPoint(SHAPE), scale: optimiserScale(SHAPE) };
  const training = new StockTraining(SHAPE, start, SETTINGS);
  const random = seededRandom(2);
  stepper = () =>
    tf.tidy(() => {
      const indexes = Uint32Array.from({ length: batch }, () => Math.floor(random() * rowCount));
      return training.step({
        ...{ shape: SHAPE, offsets: OFFSETS },
        rows: pick(rows, indexes),
        masks: cutMasks(pool, (size) => Math.floor(random() * (pool.size - size))),
      });
    });
}

/** Returns the milliseconds of each step. Each loss is read, as in our own engine's task. */
async function timeSteps(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    const loss = stepper!();
    const [value] = await loss.data();
    loss.dispose();
    if (!Number.isFinite(value)) throw new Error(`expected a finite loss, came ${value}`);
    times.push(performance.now() - start);
  }
  return times;
}

export const tasks = { open, lossAndGradient, prepareSteps, timeSteps };

answerTasks(tasks);
