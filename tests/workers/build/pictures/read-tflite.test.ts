import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readConvolutions } from '#workers/build/pictures/read-tflite.js';

const ASSETS = 'node_modules/@mediapipe/objectron/objectron_solution_packed_assets.data';

it('reads the convolutions of a detector in the order in which they run', () => {
  const model = new Uint8Array(readFileSync(ASSETS)).subarray(184, 9_987_912);
  const found = readConvolutions(model);
  const shapes = found.map(({ shape }) => shape.join(' × '));
  expect(shapes.slice(0, 4)).toEqual([
    ...['32 × 3 × 3 × 3', '1 × 3 × 3 × 32', '16 × 1 × 1 × 32', '96 × 1 × 1 × 16'],
  ]);
  for (const { kernel, shape, bias, isDepthwise } of found) {
    expect(kernel).toHaveLength(shape.reduce((product, length) => product * length, 1));
    expect(bias).toHaveLength(isDepthwise ? shape[3]! : shape[0]!);
    expect(kernel.every(Number.isFinite) && bias.every(Number.isFinite)).toBe(true);
  }
  // A trained filter is neither constant nor huge.
  const [first] = found;
  expect(new Set(first!.kernel).size).toBeGreaterThan(100);
  expect(Math.max(...first!.kernel.map(Math.abs))).toBeLessThan(20);
});
