// How a gradient becomes a step: plain gradient descent, or AdamW (Loshchilov and Hutter 2019, ICLR).

export const OPTIMISERS = ['adamw', 'plain'] as const;
export type OptimiserName = (typeof OPTIMISERS)[number];

export interface StepRule {
  readonly optimiser: OptimiserName;
  readonly rate: number;
  /** Share of each weight that a rate of 1 would take away at every step. */
  readonly decay: number;
}

/** What AdamW remembers of earlier gradients: means of themselves and of their squares. */
export interface StepMemory {
  readonly first: Float64Array;
  readonly second: Float64Array;
  count: number;
}

const FIRST_KEPT = 0.9;
const SECOND_KEPT = 0.999;
const EPSILON = 1e-8;

export function emptyMemory(weights: number): StepMemory {
  return { first: new Float64Array(weights), second: new Float64Array(weights), count: 0 };
}

/**
 * Moves the weights in place and returns the direction of each, such that new weight = weight − rate · direction. It is
 * the gradient in plain descent; in AdamW m̂ / (√v̂ + ε). Both add decay · weight.
 */
export function takeStep(
  theta: Float64Array,
  gradient: Float64Array,
  { rule, memory }: { readonly rule: StepRule; readonly memory: StepMemory },
): Float64Array {
  memory.count += 1;
  const direction = gradient.map((slope, i) => {
    const pull = rule.decay * theta[i]!;
    return (rule.optimiser === 'plain' ? slope : smoothed(slope, i, memory)) + pull;
  });
  for (let i = 0; i < theta.length; i++) theta[i] = theta[i]! - rule.rate * direction[i]!;
  return direction;
}

function smoothed(slope: number, i: number, { first, second, count }: StepMemory): number {
  const mean = FIRST_KEPT * first[i]! + (1 - FIRST_KEPT) * slope;
  const square = SECOND_KEPT * second[i]! + (1 - SECOND_KEPT) * slope ** 2;
  first[i] = mean;
  second[i] = square;
  const size = Math.sqrt(square / (1 - SECOND_KEPT ** count));
  return mean / (1 - FIRST_KEPT ** count) / (size + EPSILON);
}
