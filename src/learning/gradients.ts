// The tape's rules for the operations of the net; bare tfjs-core knows none.

import { registerGradient, type GradConfig } from '@tensorflow/tfjs-core';
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad';
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad';
import { identityGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Identity_grad';
import { multiplyGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad';
import { reluGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Relu_grad';
import { reshapeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad';
import { softplusGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Softplus_grad';
import { squareGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Square_grad';
import { subGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sub_grad';
import { sumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sum_grad';
import { transposeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Transpose_grad';

const gradients: readonly GradConfig[] = [
  addGradConfig,
  batchMatMulGradConfig,
  identityGradConfig,
  multiplyGradConfig,
  reluGradConfig,
  reshapeGradConfig,
  softplusGradConfig,
  squareGradConfig,
  subGradConfig,
  sumGradConfig,
  transposeGradConfig,
];

/** Registering again replaces the same rule by itself. */
export function registerGradients(): void {
  gradients.forEach(registerGradient);
}
