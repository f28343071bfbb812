// npm run bench:reviews [-- --parts rating,aspects] [--seed 71]
// Measures what is learnt from what buyers say. Each part stands in a file of its own under tests/bench/reviews.
// - rating: whether a review is negative, from its text
// - rates: the return rate of later launches, with its range
// - ratings: the mean rating of later launches, with its range
// - reorder: what the first reviews are worth to a reorder
// - aspects: what sentences are about, against labels by hand
// Parts without the tables of ../shared/data/reviews are skipped. Exits with 1 where a figure misses its target.

import { parseArgs } from 'node:util';
import { hasReviewTables } from '../support/review-tables.ts';
import { aspects } from './reviews/aspects.ts';
import { rates } from './reviews/rates.ts';
import { reorder } from './reviews/reorder.ts';
import { rating } from './reviews/rating.ts';
import { ratings } from './reviews/ratings.ts';

/** Prints the figures of a part and returns the targets that it missed. */
type Part = (seed: number) => Promise<readonly string[]>;

const PARTS: Readonly<Record<string, Part>> = { rating, aspects, rates, ratings, reorder };

const { values: given } = parseArgs({
  options: {
    parts: { type: 'string', default: Object.keys(PARTS).join(',') },
    seed: { type: 'string', default: '71' },
  },
});

const missed: string[] = [];
for (const name of given.parts.split(',')) {
  const part = PARTS[name];
  if (!part) throw new Error(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}`);
  console.log(`\n${name}`);
  if (hasReviewTables) missed.push(...(await part(Number(given.seed))));
  else console.log('skipped: the tables of ../shared/data/reviews are not there');
}
for (const target of missed) console.error(`missed: ${target}`);
process.exitCode = missed.length > 0 ? 1 : 0;
