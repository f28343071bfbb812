// Runs the same network in PyTorch, in a process that answers line by line.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TrainingRows } from '#core/model/net/net.ts';
import { segments } from '#core/model/net/net-layout.ts';
import { signedOutputs } from '#learning/network.ts';
import { maskPool, OFFSETS, SETTINGS, SHAPE, startingPoint } from './problem.ts';

const script = fileURLToPath(new URL('./torch_step.py', import.meta.url));

export interface Torch {
  /** Milliseconds of each step. */
  readonly timeSteps: (count: number) => Promise<number[]>;
  /** Loss and gradient at the starting point. Must be called before any step is timed. */
  readonly lossAndGradient: (
    starts: readonly number[],
  ) => Promise<{ loss: number; gradient: Float32Array }>;
  /** Speed of a matrix product, in billions of floating-point operations a second. */
  readonly productSpeed: () => Promise<number>;
  readonly close: () => void;
}

/** Writes the problem into a temporary folder and starts PyTorch on it. */
export function openTorch(python: string, rows: TrainingRows): Torch {
  const folder = mkdtempSync(join(tmpdir(), 'debut-torch-'));
  writeProblem(folder, rows);
  const child = spawn(python, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (command: object): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    const line: IteratorResult<string, unknown> = await lines.next();
    if (line.done) throw new Error('expected an answer from PyTorch, it ended');
    return JSON.parse(line.value);
  };
  return {
    timeSteps: (steps) => ask({ steps }) as Promise<number[]>,
    productSpeed: () => ask({}) as Promise<number>,
    lossAndGradient: async (starts) => {
      const { loss } = (await ask({ check: starts })) as { loss: number };
      const bytes = new Uint8Array(readFileSync(join(folder, 'torch-gradient.f32')));
      return { loss, gradient: new Float32Array(bytes.buffer) };
    },
    close: () => {
      child.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
}

function writeProblem(folder: string, { rowCount, ...columns }: TrainingRows): void {
  const floats = {
    ...columns,
    theta: startingPoint(SHAPE),
    pool: maskPool(SHAPE, SETTINGS.batch),
  };
  for (const [name, values] of Object.entries(floats)) {
    writeFileSync(join(folder, `${name}.f32`), new Uint8Array(values.buffer));
  }
  const { heads, ...sizes } = SHAPE;
  const problem = {
    ...SETTINGS,
    ...sizes,
    rowCount,
    heads: heads.length,
    basis: heads[0]!.basis,
    offsets: OFFSETS,
    segments: segments(SHAPE),
    signed: signedOutputs(SHAPE),
  };
  writeFileSync(join(folder, 'problem.json'), JSON.stringify(problem));
}
