// node --import tsx stock-script.ts QUESTION: see stock-process.ts.

import * as tf from '@tensorflow/tfjs';
import { stockGradients, stockTensors, StockTraining } from './stock-network.ts';
import type { StockAnswer, StockQuestion } from './stock-process.ts';

const { shape, theta, scale, rows, masks, offsets, settings, steps } = JSON.parse(
  process.argv[2]!,
) as StockQuestion;
const { rowCount, ...columns } = rows;

await tf.setBackend('cpu');
const matrix = (values: ArrayLike<number>): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(values), [rowCount, values.length / rowCount]);
const cube = (values: ArrayLike<number>): tf.Tensor =>
  tf.tensor(Float32Array.from(values), [
    shape.members,
    rowCount,
    values.length / rowCount / shape.members,
  ]);
const input = {
  ...{ shape, offsets },
  rows: {
    x: matrix(columns.x),
    phi: matrix(columns.phi),
    soft: matrix(columns.soft),
    square: matrix(columns.square),
    target: matrix(columns.target),
    constant: matrix(columns.constant),
  },
  masks: { hidden1: cube(masks.hidden1), hidden2: cube(masks.hidden2), skip: cube(masks.skip) },
};
const flat = (parts: readonly tf.Tensor[]) => parts.flatMap((part) => [...part.dataSync()]);

const answers: Omit<StockAnswer, 'kernels'>[] = [];
const { kernelNames: kernels } = await tf.profile(() => {
  const { value, grads } = stockGradients(stockTensors(shape, theta), input);
  const training = new StockTraining(shape, { theta, scale }, settings);
  for (let step = 0; step < steps; step++) training.step(input);
  const trained = flat(training.parameters());
  answers.push({ loss: value.dataSync()[0]!, gradient: flat(grads), trained });
  return value;
});
process.stdout.write(JSON.stringify({ ...answers[0], kernels }));
