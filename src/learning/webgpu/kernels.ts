// The kernels that the net, its gradients and scoring need; one that is missing fails loudly, by name.

import type { KernelConfig } from '@tensorflow/tfjs-core';
import { addConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Add';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/BatchMatMul';
import { castConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Cast';
import { concatConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Concat';
import { identityConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Identity';
import { multiplyConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Multiply';
import { negConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Neg';
import { reluConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Relu';
import { reshapeConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Reshape';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Sigmoid';
import { sliceConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Slice';
import { softplusConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Softplus';
import { squareConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Square';
import { stepConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Step';
import { subConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Sum';
import { tileConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Tile';
import { transposeConfig } from '@tensorflow/tfjs-backend-webgpu/dist/kernels/Transpose';

export const webgpuKernels: readonly KernelConfig[] = [
  addConfig,
  batchMatMulConfig,
  castConfig,
  concatConfig,
  identityConfig,
  multiplyConfig,
  negConfig,
  reluConfig,
  reshapeConfig,
  sigmoidConfig,
  sliceConfig,
  softplusConfig,
  squareConfig,
  stepConfig,
  subConfig,
  sumConfig,
  tileConfig,
  transposeConfig,
];
