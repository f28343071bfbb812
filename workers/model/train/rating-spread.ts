// How far the ratings of launches were from what ridges expected that had not seen them.

import { fitRatingSpread, type RatingSpread } from '#core/model/blend/rating-range.ts';
import type { LaunchTable } from '#core/launch/launch-table.ts';
import { outcomeOf } from '#core/model/outcomes/heads.ts';
import { predictRidge } from '#core/model/ridge/ridge.ts';
import { encodeRows } from '../members/encode-rows.ts';
import type { Members } from '../members/members.ts';

/** Launches, and a fit to others. */
export interface UnseenRatings {
  readonly members: Pick<Members, 'encoding' | 'ridges'>;
  readonly rows: Uint32Array;
}

/** Returns the spread of ratings around ridge's; undefined where too few are known. */
export function learnRatingSpread(
  table: LaunchTable,
  unseen: readonly UnseenRatings[],
): RatingSpread | undefined {
  const errors = unseen.flatMap(({ members, rows }) => {
    const expected = expectRatings(table, members, rows);
    return Array.from(expected ? rows : [], (row, i) => ({
      error: table.rating[row]! - expected![i]!,
      units: table.units[row]!,
    }));
  });
  return fitRatingSpread(table.rating, errors);
}

/** Returns the expected rating of past launches under their own actions, [rows]; null where ratings were not learnt. */
export function expectRatings(
  table: LaunchTable,
  { encoding, ridges }: UnseenRatings['members'],
  rows: Uint32Array,
): Float64Array | null {
  const h = encoding.heads.outcomes.findIndex(({ name }) => name === 'rating');
  const head = encoding.heads.outcomes[h];
  if (!head) return null;
  const { x, phi } = encodeRows(table, rows, encoding);
  return predictRidge(ridges[h]!, x, phi, rows.length).map((z) => outcomeOf(head, z));
}
