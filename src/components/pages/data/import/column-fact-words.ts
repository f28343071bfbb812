import type { ColumnFacts, DateLack, DateRange } from '#core/import/schema/column-facts.ts';
import { m } from '#messages';
import { tally } from '#components/words/counts.ts';
import { formatDay } from '#components/words/dates.ts';
import { formatPercent } from '#components/words/numbers.ts';
import { measureRangeWords } from '#components/words/number-words.ts';

/** Says what the first rows of a column hold. */
export function columnFactWords(facts: ColumnFacts): string {
  if (facts.kind === 'same') return sameWords(facts);
  const share = formatShare(facts.filledShare);
  if (facts.kind === 'dates') return dateWords(facts.range, share);
  return facts.kind === 'numbers'
    ? m.forms_column_numbers({ range: measureRangeWords(facts.range), share })
    : m.forms_column_values({ ...tally(facts.valueCount), share });
}

function dateWords({ first, last, lack }: DateRange, share: string): string {
  const dates = m.forms_column_dates({ first: formatDay(first), last: formatDay(last), share });
  return lack === null ? m.forms_dates_learnt({ dates }) : LACKS[lack]({ dates });
}

const LACKS: Readonly<Record<DateLack, (words: { dates: string }) => string>> = {
  record: m.forms_dates_record,
  afterwards: m.forms_dates_afterwards,
  'launch-date': m.forms_dates_launch_date,
  calendar: m.forms_dates_calendar,
};

function sameWords({ text, share }: Extract<ColumnFacts, { kind: 'same' }>): string {
  if (share === 1) return text === '' ? m.forms_column_empty_all() : m.forms_column_same_all();
  const shown = { share: formatShare(share) };
  return text === '' ? m.forms_column_empty(shown) : m.forms_column_same(shown);
}

/** Formats a share of rows; 100% only where it is all of them. */
function formatShare(share: number): string {
  return formatPercent(share < 1 ? Math.min(share, 0.99) : share);
}
