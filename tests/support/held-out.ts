import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';

interface HiddenLaunches {
  readonly actual: readonly number[];
  /** Units that Debut forecast. */
  readonly debut: readonly number[];
  readonly soldOut?: readonly boolean[];
  readonly residuals?: readonly number[];
}

/** Returns unseen launches (the test set). A test names only what it is about. */
export function heldOutOf(given: HiddenLaunches, more: Partial<Holdout> = {}): Holdout {
  const count = given.actual.length;
  const texts = (name: string) => Array.from({ length: count }, (_, i) => `${name} ${i}`);
  const same = (name: string) => Array.from({ length: count }, () => name);
  const debut = Float64Array.from(given.debut);
  return {
    count,
    productId: texts('P'),
    title: texts('Product'),
    category: same('mugs'),
    channel: same('shop'),
    promotion: same('none'),
    launchDay: Float64Array.from({ length: count }, (_, i) => 20_000 + i),
    price: new Float64Array(count).fill(10),
    actualUnits: Float64Array.from(given.actual),
    soldOut: given.soldOut ?? Array.from({ length: count }, () => false),
    expectedUnits: { debut },
    predictedLog: debut.map(Math.log1p),
    residuals: Float64Array.from(given.residuals ?? [-0.5, -0.2, 0, 0.2, 0.5]),
    rates: [],
    ...more,
  };
}
