// Minimises a smooth convex function of many variables by limited-memory BFGS, the two-loop recursion of Nocedal &
// Wright (2006), "Numerical optimization", algorithm 7.4. Steps are halved until they decrease the value enough
// (Armijo).

/** Returns the value at `at` and writes its gradient. */
export type Smooth = (at: Float64Array, gradient: Float64Array) => number;

export interface Descent {
  readonly iterations: number;
  /** Relative improvement of a step below which the search stops. */
  readonly tolerance: number;
}

const REMEMBERED = 8;
const ARMIJO = 1e-4;
const MOST_HALVINGS = 30;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  /** 1 / (moved · turned) */
  readonly rho: number;
}

/** Returns the lowest point found, [variables]; `start` is not changed. */
export function minimise(smooth: Smooth, start: Float64Array, descent: Descent): Float64Array {
  let at = Float64Array.from(start);
  let gradient = new Float64Array(start.length);
  let value = smooth(at, gradient);
  const steps: Step[] = [];
  for (let k = 0; k < descent.iterations; k++) {
    const direction = descentDirection(gradient, steps);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    const next = new Float64Array(start.length);
    const nextGradient = new Float64Array(start.length);
    const first = steps.length > 0 ? 1 : 1 / Math.max(1, Math.sqrt(-slope));
    const found = lineSearch(first, (length) => {
      for (let j = 0; j < next.length; j++) next[j] = at[j]! + length * direction[j]!;
      const reached = smooth(next, nextGradient);
      return { reached, isEnough: reached <= value + ARMIJO * length * slope };
    });
    if (found === null) break;
    remember(steps, difference(next, at), difference(nextGradient, gradient));
    const gained = value - found;
    [at, gradient, value] = [next, nextGradient, found];
    if (gained <= descent.tolerance * Math.abs(value)) break;
  }
  return at;
}

function lineSearch(
  first: number,
  tried: (length: number) => { readonly reached: number; readonly isEnough: boolean },
): number | null {
  for (let k = 0, length = first; k < MOST_HALVINGS; k++, length /= 2) {
    const { reached, isEnough } = tried(length);
    if (isEnough) return reached;
  }
  return null;
}

function descentDirection(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const q = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const { moved, turned, rho } = steps[k]!;
    const alpha = rho * dot(moved, q);
    alphas[k] = alpha;
    add(q, turned, -alpha);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned));
    for (const [j, value] of q.entries()) q[j] = value * scale;
  }
  steps.forEach(({ moved, turned, rho }, k) => add(q, moved, alphas[k]! - rho * dot(turned, q)));
  return q;
}

function remember(steps: Step[], moved: Float64Array, turned: Float64Array): void {
  const curvature = dot(moved, turned);
  if (!(curvature > 0)) return;
  steps.push({ moved, turned, rho: 1 / curvature });
  if (steps.length > REMEMBERED) steps.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let j = 0; j < a.length; j++) total += a[j]! * b[j]!;
  return total;
}

function add(to: Float64Array, other: Float64Array, times: number): void {
  for (let j = 0; j < to.length; j++) to[j]! += times * other[j]!;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, j) => value - b[j]!);
}
