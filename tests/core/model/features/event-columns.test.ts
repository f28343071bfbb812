import { describe, expect, it } from 'vitest';
import { gatherEvents, sharedColumns, expandEvents } from '#core/model/features/event-columns.ts';
import { seededRandom } from '#core/base/random.ts';

const FORM = { events: 3, windows: 2 };
const BASE = 4;
const random = seededRandom(3);
const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5);

describe('events as columns', () => {
  const rows = 50;
  const phi = numbers(rows * (BASE + 6));
  const fits = Array.from({ length: rows }, () => numbers(3).map((fit) => Math.max(0, fit)));
  const gathered = gatherEvents(phi, FORM, (row) => fits[row]!, rows);

  it('come to the same by window and by event, whatever the coefficients', () => {
    const coefficients = numbers(BASE + 2);
    for (let row = 0; row < rows; row++) {
      const byWindow = dot(
        coefficients,
        gathered.subarray(row * (BASE + 2), (row + 1) * (BASE + 2)),
      );
      const spread = expandEvents(coefficients, FORM, fits[row]!);
      expect(dot(spread, phi.subarray(row * (BASE + 6), (row + 1) * (BASE + 6)))).toBeCloseTo(
        byWindow,
        6,
      );
    }
  });

  it('leave the others as they are', () => {
    expect(sharedColumns(gathered, BASE, rows)).toEqual(sharedColumns(phi, BASE, rows));
  });

  it('are not there where there is no market', () => {
    const none = { events: 0, windows: 0 };
    expect(gatherEvents(phi, none, () => new Float32Array(), rows)).toBe(phi);
    expect([...expandEvents(Float32Array.of(1, 2), none, new Float32Array())]).toEqual([1, 2]);
    expect(sharedColumns(phi, BASE + 6, rows)).toBe(phi);
  });
});

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}
