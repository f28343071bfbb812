// Gradients of a small network by automatic differentiation of TensorFlow.js, in single precision. A test bundles it and runs it
// in a process of its own: TensorFlow.js is global state, and its CPU backend would stay open for the tests that follow.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';

import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { Layer, NetShape } from '#core/lesson/net/net.ts';

interface AutodiffCase {
  readonly shape: NetShape;
  readonly layers: readonly Layer[];
  readonly theta: number[];
  readonly rows: number;
  readonly inputs: number[];
  readonly targets: number[];
  readonly importance: number[];
  readonly factors: number[] | null;
}

export function autodiff(given: AutodiffCase): number[] {
  const { shape, layers, theta, rows, inputs, targets, importance, factors } = given;
  const variables = layers.flatMap(({ inputs: from, outputs, weightsAt, biasesAt }) => [
    tf.variable(tf.tensor(theta.slice(weightsAt, biasesAt), [from, outputs])),
    tf.variable(tf.tensor(theta.slice(biasesAt, biasesAt + outputs), [outputs])),
  ]);
  const kept = factors && tf.tensor(factors, [rows, shape.depth, shape.width]);
  const loss = (): Scalar => {
    let h: Tensor = tf.tensor(inputs, [rows, shape.inputs]);
    for (let l = 0; l <= shape.depth; l++) {
      h = tf.add(
        tf.matMul(h as Tensor2D, variables[2 * l] as unknown as Tensor2D),
        variables[2 * l + 1]!,
      );
      if (l === shape.depth) break;
      h = shape.activation === 'tanh' ? tf.tanh(h) : tf.relu(h);
      const own = kept && tf.slice(kept, [0, l, 0], [rows, 1, shape.width]);
      if (own) h = tf.mul(h, tf.reshape(own, [rows, shape.width]));
    }
    const off = tf.square(tf.sub(h, tf.tensor(targets, [rows, shape.outputs])));
    return tf.div(tf.sum(tf.mul(off, tf.tensor(importance))), rows);
  };
  const { grads } = tf.variableGrads(loss, variables);
  return variables.flatMap(({ name }) => [...grads[name]!.dataSync()]);
}
