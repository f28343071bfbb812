import { describe, expect, it } from 'vitest';
import { gatherEvents, sharedColumns, expandEvents } from '#core/model/features/event-columns.ts';
import { seededRandom } from '#core/base/random.ts';

const FORM = { events: 3, windows: 2, series: 2 };
const BASE = 4;
/** Columns by event and by window. */
const MANY = 3 * 2 + 2;
const FEW = 2 + 1;
const random = seededRandom(3);
const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5);

describe('events as columns', () => {
  const rows = 50;
  const phi = numbers(rows * (BASE + MANY));
  const fits = Array.from({ length: rows }, () => numbers(3 + 2).map((fit) => Math.max(0, fit)));
  const gathered = gatherEvents(phi, FORM, (row) => fits[row]!, rows);

  it('come to the same by window and by event, whatever the coefficients', () => {
    const coefficients = numbers(BASE + FEW);
    for (let row = 0; row < rows; row++) {
      const byWindow = dot(
        coefficients,
        gathered.subarray(row * (BASE + FEW), (row + 1) * (BASE + FEW)),
      );
      const spread = expandEvents(coefficients, FORM, fits[row]!);
      expect(dot(spread, phi.subarray(row * (BASE + MANY), (row + 1) * (BASE + MANY)))).toBeCloseTo(
        byWindow,
        6,
      );
    }
  });

  it('of demand are those of the series that the product suits', () => {
    const demand = { events: 0, windows: 0, series: 2 };
    const actions = Float32Array.of(1, 0.3, -0.2, 1, 0.5, 0.7);
    const suits = [Float32Array.of(0, 1), Float32Array.of(0, 0)];
    expect([...gatherEvents(actions, demand, (row) => suits[row]!, 2)]).toEqual([
      ...Float32Array.of(1, -0.2, 1, 0),
    ]);
    expect([...expandEvents(Float32Array.of(2, 3), demand, suits[0]!)]).toEqual([2, 0, 3]);
  });

  it('leave the others as they are', () => {
    expect(sharedColumns(gathered, BASE, rows)).toEqual(sharedColumns(phi, BASE, rows));
  });

  it('are not there where there is no market', () => {
    const none = { events: 0, windows: 0, series: 0 };
    expect(gatherEvents(phi, none, () => new Float32Array(), rows)).toBe(phi);
    expect([...expandEvents(Float32Array.of(1, 2), none, new Float32Array())]).toEqual([1, 2]);
    expect(sharedColumns(phi, BASE + MANY, rows)).toBe(phi);
  });
});

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);
}
