// Runs stock-network.ts in a process of its own, because operations and gradients are registered globally.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FitSettings, NetShape, TrainingRows } from '#core/model/net/net.ts';
import type { NaiveMasks } from './naive-net.ts';

export interface StockQuestion {
  readonly shape: NetShape;
  readonly theta: ArrayLike<number>;
  /** Factor of each parameter's gradient and step, [parameterCount]. */
  readonly scale: ArrayLike<number>;
  readonly rows: TrainingRows;
  readonly masks: NaiveMasks;
  readonly offsets: readonly number[];
  readonly settings: FitSettings;
  /** Number of training steps, all on these rows and masks. */
  readonly steps: number;
}

export interface StockAnswer {
  readonly loss: number;
  readonly gradient: number[]; // [parameterCount]
  /** The parameters after the steps, [parameterCount]. */
  readonly trained: number[];
  /** The names of all operations that were run. */
  readonly kernels: string[];
}

const script = fileURLToPath(new URL('./stock-script.ts', import.meta.url));

/** Returns what stock TensorFlow.js computes on its CPU backend. */
export function askStock(question: StockQuestion): StockAnswer {
  const asArray = (_: string, value: unknown): unknown =>
    value instanceof Float32Array ? [...value] : value;
  const asked = ['--import', 'tsx', script, JSON.stringify(question, asArray)];
  const answered = execFileSync(process.execPath, asked, { stdio: 'pipe' });
  return JSON.parse(answered.toString()) as StockAnswer;
}
