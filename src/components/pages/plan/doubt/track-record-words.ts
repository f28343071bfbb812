// Says how often forecasts like a plan's were right: on unseen launches, and on its own results.

import type { TrackRecord } from '#core/evaluation/scorecard/track-record.ts';
import { LEAST_RESULTS, type CoverageSoFar } from '#core/ledger/entries/promise-record.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatCount, formatPercent } from '#components/words/numbers.ts';
import { formatRange } from '#components/words/ranges.ts';
import { sentences } from '#components/words/sentences.ts';

/** With fewer launches, a share is shown with its interval. */
const FEW = 100;

/** Returns, for example, "Of 143 unseen launches in this category, 79% ended inside their 80% range; half …". */
export function trackRecordWords(record: TrackRecord): string {
  const { count, isOfCategory, medianError } = record;
  const facts = {
    ...tally(count),
    where: isOfCategory ? 'category' : 'all',
    share: shareWords(record),
  } as const;
  return medianError === null
    ? m.doubt_record_inside(facts)
    : m.doubt_record({ ...facts, error: formatPercent(medianError) });
}

/** Says how the newest launches on the plan's channel, and orders like the plan's, ended; '' where it is not known. */
export function moreRecordWords({ channel, orders }: TrackRecord): string {
  const onChannel = channel && {
    ...tally(channel.count),
    channel: channel.name,
    inside: formatCount(channel.inside),
  };
  const ofOrders = orders && {
    soldOut: formatPercent(orders.soldOut),
    halfLeft: formatPercent(orders.halfLeft),
  };
  return sentences(
    onChannel ? m.doubt_record_channel(onChannel) : '',
    ofOrders ? m.doubt_record_orders(ofOrders) : '',
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
    inside: formatCount(inside),
    promised: formatPercent(promised),
  });
}
