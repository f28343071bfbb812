// The tape's rules for the operations of the net; bare tfjs-core knows none.

import { registerGradient, type GradConfig } from '@tensorflow/tfjs-core';
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad';
import { reshapeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad';
import { fusedRules } from './fused-operations.ts';

const gradients: readonly GradConfig[] = [batchMatMulGradConfig, reshapeGradConfig, ...fusedRules];

/** Registering again replaces the same rule by itself. */
export function registerGradients(): void {
  gradients.forEach(registerGradient);
}
