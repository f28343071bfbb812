import type { WeightedSum } from '#core/lesson/line/weighted-sum.ts';
import { formatFigures } from '#components/words/numbers.ts';

/** Writes a weighted sum without its result, such as "0.2 · 1 + 0.5 · 10 + 5". */
export function sumWords({ weights, inputs, intercept }: WeightedSum): string {
  return weights
    .map((weight, i) => `${formatFigures(weight)} · ${formatFigures(inputs[i])}`)
    .concat(formatFigures(intercept))
    .join(' + ');
}
