// What it is worth to know an arm better before choosing among arms: the knowledge gradient for independent normal beliefs (Frazier,
// Powell, Dayanik: A knowledge-gradient policy for sequential information collection, SIAM J. Control Optim. 2008).

/**
 * What the better of the two choices is then expected to bring more.
 * @param apart expected difference between the arm and the best other one
 * @param move deviation of what one more launch changes in what is believed of the arm; in the same money
 */
export function knowledgeGradient(apart: number, move: number): number {
  if (!(move > 0)) return 0;
  const z = Math.max(FARTHEST, -Math.abs(apart) / move);
  return move * Math.max(0, normalDensity(z) + z * normalShareBelow(z));
}

/** In deviations: what is further away is worth nothing. */
const FARTHEST = -38;

function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Chebyshev fit of the complementary error function (Numerical Recipes in C, 6.2): right to 1.2e-7 of itself, in the far tail, too. */
const ERFC = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196,
  1.00002368, -1.26551223,
];

/** Of a normal distribution; z: 0 or below. */
function normalShareBelow(z: number): number {
  const x = -z / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const power = ERFC.reduce((all, each) => all * t + each, 0);
  return 0.5 * t * Math.exp(-x * x + power);
}
