import { readFileSync } from 'node:fs';
import type { Holdout } from '#core/evaluation/scorecard/holdout.ts';
import { heldOutOf } from '../../../support/held-out.ts';

interface ReferenceScores {
  readonly mae: number;
  readonly wape: number;
  readonly r2Log: number;
  readonly rank: number;
  readonly range: readonly number[];
  readonly against: readonly number[];
}

interface ReferenceGroup {
  readonly count: number;
  readonly wape: number;
  readonly above: number;
}

interface Reference {
  readonly heldOut: Readonly<
    Record<'actual' | 'debut' | 'median' | 'price' | 'day' | 'residuals' | 'log', number[]>
  > & { readonly category: string[] };
  readonly scores: Readonly<Record<'debut' | 'category-median', ReferenceScores>>;
  readonly calibration: readonly {
    readonly promised: number;
    readonly reached: number;
    readonly interval: readonly [number, number];
  }[];
  readonly groups: Readonly<
    Record<'category' | 'month' | 'band', Readonly<Record<string, ReferenceGroup>>>
  >;
  readonly worst: readonly number[];
}

/** What tests/support/references/scorecard.py recorded. */
export const reference = JSON.parse(
  readFileSync(new URL('../../../support/references/scorecard.json', import.meta.url), 'utf8'),
) as Reference;

const { actual, debut, median, category, price, day, residuals, log } = reference.heldOut;

export const hidden: Holdout = heldOutOf(
  { actual, debut, residuals },
  {
    category,
    price: Float64Array.from(price),
    launchDay: Float64Array.from(day),
    predictedLog: Float64Array.from(log),
    expectedUnits: {
      debut: Float64Array.from(debut),
      'category-median': Float64Array.from(median),
    },
  },
);
