// The clothing table: how many reviews of a product do not recommend it, foreseen from department, class and division.
// The table has no days, titles or materials of products, so that little can be known before the first review.

import { rateBelief } from '#core/model/return-rates/expect-rate.ts';
import { fitReturnRates } from '#core/model/return-rates/fit-return-rates.ts';
import { coveredShare } from '#core/model/return-rates/later-check.ts';
import type { RateLaunch } from '#core/model/return-rates/rate-launch.ts';
import { updateRate } from '#core/model/return-rates/belief.ts';
import { clothingReviews, type ClothingReview } from '../../support/review-tables.ts';
import { addError, lossOf, meanRates, noErrors, wapeOf } from './rate-errors.ts';

const LATER_SHARE = 0.2;
const MOST_LOSS = 0.01;
const COVERAGE = { least: 0.76, most: 0.84 };
const FIRST_REVIEWS = [5, 10, 20];

interface Clothing extends RateLaunch {
  /** Whether each review, in the file's order, does not recommend it. */
  readonly isAgainst: readonly boolean[];
}

type Expect = (launch: Clothing) => number;

/** Prints the figures of two splits by product, and returns the targets that were missed. */
export function clothingRates(): string[] {
  const all = products();
  const cut = Math.round((1 - LATER_SHARE) * all.length);
  const isFifth = (i: number): boolean => i % 5 === 4;
  return [
    ...judge('clothing, later by first appearance', all.slice(0, cut), all.slice(cut)),
    ...judge(
      'clothing, every fifth product',
      all.filter((_, i) => !isFifth(i)),
      all.filter((_, i) => isFifth(i)),
    ),
  ];
}

function products(): Clothing[] {
  const byId = new Map<string, ClothingReview[]>();
  for (const review of clothingReviews())
    byId.set(review.clothingId, [...(byId.get(review.clothingId) ?? []), review]);
  return [...byId.values()].map((reviews) => {
    const { department, className, division } = reviews[0]!;
    const isAgainst = reviews.map(({ isRecommended }) => !isRecommended);
    return {
      product: {
        ...{ title: '', brand: '', listPrice: null, category: department },
        attributes: { class: className, division },
      },
      returned: isAgainst.filter(Boolean).length,
      sold: reviews.length,
      isAgainst,
    };
  });
}

function judge(name: string, earlier: readonly Clothing[], later: readonly Clothing[]): string[] {
  const believe = rateBelief(fitReturnRates(earlier)!);
  const byClass = ({ product }: RateLaunch): string => product.attributes.class!;
  const ways: Readonly<Record<string, Expect>> = {
    ours: ({ product }) => shareOf(believe(product)),
    department: meanRates(earlier, ({ product }) => product.category),
    class: meanRates(earlier, byClass),
    shop: meanRates(earlier, () => ''),
    // Knows the answers: no way that sees only the class can be much better.
    'class in hindsight': meanRates(later, byClass),
  };
  const errors = Object.entries(ways).map(([way, expect]) => {
    const sums = noErrors();
    for (const launch of later)
      addError(sums, launch, { rate: launch.returned / launch.sold, expected: expect(launch) });
    return { way, wape: wapeOf(sums), loss: lossOf(sums) };
  });
  const reviews = later.reduce((total, { sold }) => total + sold, 0);
  console.log(`${name}: ${later.length} products with ${reviews} reviews`);
  for (const { way, wape, loss } of errors)
    console.log(`  ${way}: WAPE ${(100 * wape).toFixed(1)}%, log loss ${loss.toFixed(4)}`);
  const covered =
    later.reduce((total, launch) => total + coveredShare(believe(launch.product), launch), 0) /
    later.length;
  console.log(`  80% ranges hold ${(100 * covered).toFixed(1)}% seen`);
  for (const first of FIRST_REVIEWS) showUpdated(first, later, ways.ours!, believe);
  const [ours, department] = errors;
  return [
    ...(ours!.loss > department!.loss * (1 + MOST_LOSS) ? [`${name}: log loss`] : []),
    ...(covered < COVERAGE.least || covered > COVERAGE.most ? [`${name}: the 80% range`] : []),
  ];
}

/** Prints how well the other reviews of a product are foreseen from its first ones. */
function showUpdated(
  first: number,
  later: readonly Clothing[],
  before: Expect,
  believe: ReturnType<typeof rateBelief>,
): void {
  const sums = { updated: noErrors(), before: noErrors(), 'first reviews alone': noErrors() };
  const long = later.filter(({ sold }) => sold >= 2 * first);
  for (const launch of long) {
    const returned = launch.isAgainst.slice(0, first).filter(Boolean).length;
    const rest = { returned: launch.returned - returned, sold: launch.sold - first };
    const rate = rest.returned / rest.sold;
    const updated = updateRate(believe(launch.product), { returned, sold: first });
    addError(sums.updated, rest, { rate, expected: shareOf(updated) });
    addError(sums.before, rest, { rate, expected: before(launch) });
    addError(sums['first reviews alone'], rest, { rate, expected: returned / first });
  }
  const shown = Object.entries(sums).map(
    ([way, errors]) => `${way} ${(100 * wapeOf(errors)).toFixed(1)}%`,
  );
  console.log(`  after ${first} reviews, ${long.length} products: WAPE ${shown.join(', ')}`);
}

function shareOf({ a, b }: { readonly a: number; readonly b: number }): number {
  return a / (a + b);
}
