// Says how often forecasts like a plan's were right: on unseen launches, and on its own results.

import type { TrackRecord } from '#core/evaluation/scorecard/track-record.ts';
import type { CoverageSoFar } from '#core/ledger/entries/promise-record.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { sentences } from '#components/words/sentences.ts';

/** With fewer launches, a share is shown with its interval. */
const FEW = 100;
/** Fewest results that show anything. */
const LEAST_RESULTS = 5;

/** Returns, for example, "Of 143 unseen launches in this category, 79% ended inside their 80% range; half …". */
export function trackRecordWords(record: TrackRecord): string {
  const { count, isOfCategory, medianError, orders } = record;
  const facts = {
    ...({ ...tally(count), where: isOfCategory ? 'category' : 'all' } as const),
    share: shareWords(record),
  };
  return sentences(
    medianError === null
      ? m.doubt_record_inside(facts)
      : m.doubt_record({ ...facts, error: formatPercent(medianError) }),
    orders === null
      ? ''
      : m.doubt_record_orders({
          soldOut: formatPercent(orders.soldOut),
          halfLeft: formatPercent(orders.halfLeft),
        }),
  );
}

function shareWords({ count, inside, low, high }: TrackRecord): string {
  const share = formatPercent(inside);
  if (count >= FEW) return share;
  return m.doubt_share_likely({ share, range: formatRange(low, high, formatPercent) });
}

/** Says how many results fell inside; '' with fewer than five. */
export function resultsWords({ inside, count, promised }: CoverageSoFar): string {
  if (count < LEAST_RESULTS) return '';
  return m.doubt_results({
    ...tally(count),
    inside: tally(inside).text,
    promised: formatPercent(promised),
  });
}
