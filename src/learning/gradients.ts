// Gradient rules for the network's operations; bare tfjs-core has none.

import { registerGradient, type GradConfig } from '@tensorflow/tfjs-core';
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad';
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad';
import { reshapeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad';
import { fusedRules } from './fused-operations.ts';

const gradients: readonly GradConfig[] = [
  addGradConfig,
  batchMatMulGradConfig,
  reshapeGradConfig,
  ...fusedRules,
];

/** Registers all rules. Repeated calls have no further effect. */
export function registerGradients(): void {
  gradients.forEach(registerGradient);
}
